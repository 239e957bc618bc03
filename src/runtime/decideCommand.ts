import type { ExpectedVersion, RecordedEvent } from '#event-store';
import type { DecideReply } from '#sandbox';
import type { CommandToHandle, FoldCost } from './outcomes.ts';
import type { Run } from './Run.ts';

/** The version that is decided on, and what the append must find. */
export type Basis = {
  version: number;
  /** What the stream is really at: more than `version` where somebody decides on what they saw earlier. */
  actual: number;
  expected: ExpectedVersion;
  /** Nothing is appended to it until it is taken back. */
  isArchived: boolean;
};

export const basisOf = async (run: Run, { stream, expectation }: CommandToHandle): Promise<Basis> => {
  const read = await run.store.readStream(stream, { limit: 1, direction: 'backwards' });
  const { version: actual, isArchived = false } = read;
  if (expectation === 'latest') return { version: actual, actual, expected: actual, isArchived };
  if (expectation === 'any') return { version: actual, actual, expected: 'any', isArchived };
  if (expectation === 'no-stream') return { version: 0, actual, expected: 'no-stream', isArchived };
  return { version: expectation, actual, expected: expectation, isArchived };
};

/**
 * Sends the sandbox what it has not folded yet, and asks for the decision. The last events of the stream may be tentative:
 * decided, and not stored yet.
 */
export const decideCommand = async (
  run: Run,
  command: CommandToHandle,
  { version }: Pick<Basis, 'version'>,
  tentative: RecordedEvent[] = [],
): Promise<DecideReply & { fold: FoldCost }> => {
  const { deciderId, stream, commandId, now } = command;
  const folded = run.sandbox.foldedVersion(deciderId, stream);
  const from = folded > version ? 1 : folded + 1;
  const stored = version - tentative.length;
  const { events } = stored < from ? { events: [] } : await run.store.readStream(stream, { from, to: stored });
  const { type, data, metadata } = command;
  const decision = await run.sandbox.decide({
    moduleId: deciderId,
    stream,
    command: { type, data, metadata: { ...metadata, commandId } },
    now,
    commandId,
    events: [...events, ...tentative.filter((event) => event.metadata.streamPosition >= from)],
    version,
  });
  return { ...decision, fold: { read: Math.max(0, version - from + 1), kept: Math.min(version, from - 1) } };
};
