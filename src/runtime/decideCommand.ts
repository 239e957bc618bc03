import type { ExpectedVersion, RecordedEvent } from '#event-store';
import type { DecideReply } from '#sandbox';
import type { CommandToHandle } from './outcomes.ts';
import type { Run } from './Run.ts';

/** The version that is decided on, and what the append must find. */
export type Basis = {
  version: number;
  /** What the stream is really at: more than `version` where somebody decides on what they saw earlier. */
  actual: number;
  expected: ExpectedVersion;
};

export const basisOf = async (run: Run, { stream, expectation }: CommandToHandle): Promise<Basis> => {
  const { version: actual } = await run.store.readStream(stream, { limit: 1, direction: 'backwards' });
  if (expectation === 'latest') return { version: actual, actual, expected: actual };
  if (expectation === 'any') return { version: actual, actual, expected: 'any' };
  if (expectation === 'no-stream') return { version: 0, actual, expected: 'no-stream' };
  return { version: expectation, actual, expected: expectation };
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
): Promise<DecideReply> => {
  const { deciderId, stream, commandId, now } = command;
  const folded = run.sandbox.foldedVersion(deciderId, stream);
  const from = folded > version ? 1 : folded + 1;
  const stored = version - tentative.length;
  const { events } = stored < from ? { events: [] } : await run.store.readStream(stream, { from, to: stored });
  const { type, data, metadata } = command;
  return run.sandbox.decide({
    moduleId: deciderId,
    stream,
    command: { type, data, metadata: { ...metadata, commandId } },
    now,
    commandId,
    events: [...events, ...tentative.filter((event) => event.metadata.streamPosition >= from)],
    version,
  });
};
