import { isSameEnding, type NamesToday, namesToday, type Program } from '#model';
import type { Run } from '#runtime';
import type { Redecided, RedecideWish } from '../EngineApi.ts';
import { type RecordedCase, recordedCases } from './recordedCases.ts';
import { endingNow, endingThen } from './redecideOne.ts';
import { whoDecides } from './whoDecides.ts';

/** More of each kind are counted, and not told one by one. */
const mostTold = 500;

type Options = { signal: AbortSignal; onProgress: (done: number, total: number) => void };

/**
 * How what is recorded would end on the code of a run: commands, what was handed to process managers, and what policies
 * answered. Each is decided on the version that it was decided on, with its time and its chance. It ends at code that
 * does not run: the next one would fare no better.
 */
export const redecide = async (
  run: Run,
  program: Program,
  { deciderId, most }: RedecideWish,
  { signal, onProgress }: Options,
): Promise<Redecided> => {
  const names = namesToday(program);
  const cases = recordedCases(await run.store.commandRecords(), program).filter(
    (one) => deciderId === undefined || whoseIs(run, one, names) === deciderId,
  );
  const result: Redecided = { total: cases.length, decided: 0, different: [], differences: 0, same: [] };
  const stopped = (by: Redecided['stoppedBy']): Redecided => (by ? { ...result, stoppedBy: by } : result);

  for (const one of cases) {
    if (signal.aborted) return stopped('wish');
    if (result.decided >= most) return stopped('number');
    onProgress(result.decided, cases.length);
    const after = await endingNow(run, one, names);
    if ('stoppedBy' in after) return stopped(after.stoppedBy);
    const before = await endingThen(run, one);
    result.decided += 1;
    const told = {
      commandId: one.record.commandId,
      ...(one.kind === 'reaction' && { policyId: one.policyId }),
    };
    if (isSameEnding(before, after, names)) {
      if (result.same.length < mostTold) result.same.push(told);
      continue;
    }
    result.differences += 1;
    if (result.different.length < mostTold) result.different.push({ ...told, before, after });
  }
  return result;
};

/** Whose code has the say. */
const whoseIs = (run: Run, one: RecordedCase, names: NamesToday): string =>
  one.kind === 'reaction'
    ? one.policyId
    : whoDecides(run.program(), { ...one.record, type: names.command(one.record.type) });
