import type { ExpectedVersion, RecordedEvent, StreamState } from '#event-store';
import type { DecideReply } from '#sandbox';
import type { CommandToHandle, Expectation, FoldCost } from './outcomes.ts';
import type { Run } from './Run.ts';

/** The version that is decided on, and what the append must find. */
export type Basis = {
  version: number;
  /** What the stream is really at: more than `version` where somebody decides on what they saw earlier. */
  actual: number;
  expected: ExpectedVersion;
  /** Nothing is appended to it: until it is taken back, or ever. */
  closed?: 'archived' | 'tombstoned';
  /** It was deleted: what is stored begins it again. */
  begins?: true;
  /** And who decides on its version finds a new one. */
  isNew?: true;
};

export const basisOf = (
  { expectation }: CommandToHandle,
  { version: actual, status }: Pick<StreamState, 'version' | 'status'>,
): Basis => {
  const closed = status === 'archived' || status === 'tombstoned' ? status : undefined;
  const begins = status === 'soft-deleted';
  const wanted = wantedOf(expectation, actual, begins || status === 'tombstoned');
  const isNew = begins && wanted.version === actual;
  return { ...wanted, actual, ...(closed && { closed }), ...(begins && { begins }), ...(isNew && { isNew }) };
};

const wantedOf = (
  expectation: Expectation,
  actual: number,
  isDeleted: boolean,
): Pick<Basis, 'version' | 'expected'> => {
  if (expectation === 'latest') return { version: actual, expected: actual };
  if (expectation === 'any') return { version: actual, expected: 'any' };
  if (expectation === 'no-stream') return { version: isDeleted ? actual : 0, expected: 'no-stream' };
  if (typeof expectation === 'object') return { version: expectation.unchecked, expected: 'any' };
  return { version: expectation, expected: expectation };
};

/**
 * Sends the sandbox what it has not folded yet, and asks for the decision. The last events of the stream may be tentative:
 * decided, and not stored yet. On a stream that was deleted nothing is folded.
 */
export const decideCommand = async (
  run: Run,
  command: CommandToHandle,
  { version, isNew }: Pick<Basis, 'version' | 'isNew'>,
  tentative: RecordedEvent[] = [],
): Promise<DecideReply & { fold: FoldCost }> => {
  const { deciderId, stream, commandId, now } = command;
  const wanted = isNew ? 0 : version;
  const folded = run.sandbox.foldedVersion(deciderId, stream);
  const from = folded > wanted ? 1 : folded + 1;
  const stored = wanted - tentative.length;
  const { events } =
    stored < from ? { events: [] } : await run.store.readStream(stream, { from, to: stored, deleted: 'included' });
  const { type, data, metadata } = command;
  const decision = await run.sandbox.decide({
    moduleId: deciderId,
    stream,
    command: { type, data, metadata: { ...metadata, commandId } },
    now,
    commandId,
    events: [...events, ...tentative.filter((event) => event.metadata.streamPosition >= from)],
    version: wanted,
  });
  return { ...decision, fold: { read: Math.max(0, wanted - from + 1), kept: Math.min(wanted, from - 1) } };
};
