import type { CommandRecord, RecordedEvent } from '#event-store';
import { type Ending, isSameEnding, type Program } from '#model';
import { decideCommand, type Run } from '#runtime';
import type { CodeError } from '#sandbox';
import type { Redecided, RedecideWish } from '../EngineApi.ts';

/** More of each kind are counted, and not told one by one. */
const mostTold = 500;

type Options = { signal: AbortSignal; onProgress: (done: number, total: number) => void };

/**
 * How the recorded commands would end on the code of a run, each decided on the version that it was decided on, with
 * its time and its chance. It ends at code that does not run: the next command would fare no better.
 */
export const redecide = async (
  run: Run,
  program: Program,
  { deciderId, most }: RedecideWish,
  { signal, onProgress }: Options,
): Promise<Redecided> => {
  const isMeant = (record: CommandRecord): boolean =>
    deciderId === undefined || run.program().addressOf(record).deciderId === deciderId;
  const records = (await run.store.commandRecords()).filter(isComparable(program)).filter(isMeant);
  const result: Redecided = { total: records.length, decided: 0, different: [], differences: 0, same: [] };
  const stopped = (by: Redecided['stoppedBy']): Redecided => (by ? { ...result, stoppedBy: by } : result);
  const nameToday = namesOf(program);

  for (const record of records) {
    if (signal.aborted) return stopped('wish');
    if (result.decided >= most) return stopped('number');
    onProgress(result.decided, records.length);
    const after = await endingNow(run, record);
    if ('stoppedBy' in after) return stopped(after.stoppedBy);
    const before = await endingThen(run, record);
    result.decided += 1;
    if (isSameEnding(before, after, nameToday)) {
      if (result.same.length < mostTold) result.same.push(record.commandId);
      continue;
    }
    result.differences += 1;
    if (result.different.length < mostTold) result.different.push({ commandId: record.commandId, before, after });
  }
  return result;
};

/** Where it is not known what came of a command, or a read model brought it down, no decider had a say; a delivery is none. */
const isComparable = ({ deciders }: Program) => {
  const files = new Set(deciders.flatMap(({ code }) => code.map(({ path }) => path)));
  return ({ origin, outcome }: CommandRecord): boolean =>
    origin.kind !== 'delivery' &&
    (outcome.kind === 'failed' ? outcome.file === undefined || files.has(outcome.file) : outcome.kind !== 'unknown');
};

const namesOf = ({ events }: Program): ((type: string) => string) => {
  const inUse = new Set(events.map(({ type }) => type));
  const today = new Map(
    events.flatMap(({ type, formerNames }) => formerNames.map((former) => [former, type] as const)),
  );
  return (type) => (inUse.has(type) ? type : (today.get(type) ?? type));
};

const endingThen = async (run: Run, record: CommandRecord): Promise<Ending> => {
  const { outcome } = record;
  switch (outcome.kind) {
    case 'appended':
      return { kind: 'appended', events: (await storedBy(run, record, outcome.eventIds)).map(told) };
    case 'rejected':
    case 'failed':
      return { kind: outcome.kind, message: outcome.message };
    default:
      return { kind: 'conflict' };
  }
};

const told = ({ type, data }: { type: string; data: unknown }) => ({ type, data });

/** They stand right behind the version that was decided on, but for a command that was stored unchecked. */
const storedBy = async (
  { store }: Run,
  { stream, decidedOnVersion }: CommandRecord,
  eventIds: string[],
): Promise<RecordedEvent[]> => {
  if (eventIds.length === 0) return [];
  const from = decidedOnVersion + 1;
  const { events } = await store.readStream(stream, { from, limit: eventIds.length });
  if (events[0]?.metadata.eventId === eventIds[0]) return events;
  const all = await store.readStream(stream, { from });
  return all.events.filter(({ metadata }) => eventIds.includes(metadata.eventId));
};

const noDecider: Ending = { kind: 'failed', message: 'No decider takes this command any more.' };

/** A conflict stays one unless the command is refused before anybody looks at versions. */
const endingNow = async (run: Run, record: CommandRecord): Promise<Ending | { stoppedBy: CodeError }> => {
  const { deciderId } = run.program().addressOf(record);
  const module = run.program().modules.get(deciderId);
  if (!module) return record.outcome.kind === 'failed' ? endingThen(run, record) : noDecider;
  if (module.kind === 'broken') return { stoppedBy: module.error };
  const { outcome, decidedOnVersion: version } = record;
  if (outcome.kind === 'conflict' && outcome.actual < version) return { kind: 'conflict' };
  const command = { ...record, deciderId, now: Date.parse(record.receivedAt), expectation: version };
  const reply = await decideCommand(run, command, { version });
  if (reply.kind === 'decided')
    return outcome.kind === 'conflict' ? { kind: 'conflict' } : { kind: 'appended', events: reply.events.map(told) };
  const { error } = reply;
  if (error.name === 'TimeoutError' || error.name === 'SandboxLostError') return { stoppedBy: error };
  return { kind: error.isFailure ? 'failed' : 'rejected', message: error.message };
};
