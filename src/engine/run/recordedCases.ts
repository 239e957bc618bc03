import type { CommandRecord } from '#event-store';
import { type Program, processPartsOf } from '#model';

/**
 * What can be decided anew: a command, what was handed to a process manager, or an event that a policy without state
 * answered with commands.
 */
export type RecordedCase =
  | { kind: 'command' | 'delivery'; record: CommandRecord }
  | { kind: 'reaction'; record: CommandRecord; policyId: string; eventId: string; sent: CommandRecord[] };

/** In the order in which they were recorded; a reaction stands where its first command does. */
export const recordedCases = (records: readonly CommandRecord[], program: Program): RecordedCase[] => {
  const isComparable = comparableIn(program);
  const reacting = new Set(program.policies.flatMap(({ id, process }) => (process ? [] : [id])));
  const reactions = new Map<string, CommandRecord[]>();
  return records.flatMap((record): RecordedCase[] => {
    const { origin } = record;
    const own: RecordedCase[] = isComparable(record)
      ? [{ kind: origin.kind === 'delivery' ? 'delivery' : 'command', record }]
      : [];
    if (origin.kind !== 'policy' || !reacting.has(origin.policyId)) return own;
    const { policyId, eventId } = origin;
    const key = `${policyId} ${eventId}`;
    const known = reactions.get(key);
    if (known) {
      known.push(record);
      return own;
    }
    const sent = [record];
    reactions.set(key, sent);
    return [{ kind: 'reaction', record, policyId, eventId, sent }, ...own];
  });
};

/** Where it is not known what came of a command, or a read model brought it down, no decider had a say. */
const comparableIn = ({ deciders, policies }: Program) => {
  const files = new Set([...deciders, ...policies].flatMap(({ code }) => code.map(({ path }) => path)));
  return ({ outcome }: CommandRecord): boolean =>
    outcome.kind === 'failed' ? outcome.file === undefined || files.has(outcome.file) : outcome.kind !== 'unknown';
};

/** The message that was handed over, by what the stream keeps of it. */
export const handedType = (storedAs: string): string => processPartsOf(storedAs)?.type ?? storedAs;
