import type { Run } from '#runtime';
import type { LogLine } from '#sandbox';
import { whoDecides } from './whoDecides.ts';

/**
 * What `decide` prints for a recorded command: it is decided again on the present code, as of the version that it was
 * decided on, with its time and its chance. Stores nothing. Nothing where nothing was decided, or no code would do it.
 */
export const decisionOutput = async (run: Run, commandId: string): Promise<LogLine[]> => {
  const record = await run.store.commandRecord(commandId);
  if (!record || record.outcome.kind === 'conflict') return [];
  const { type, data, metadata, stream, decidedOnVersion: version, onDeleted, receivedAt } = record;
  const deciderId = whoDecides(run.program(), record);
  if (run.program().modules.get(deciderId)?.kind !== 'ready') return [];
  const { events } = version === 0 || onDeleted ? { events: [] } : await run.store.readStream(stream, { to: version });
  const { logs } = await run.sandbox.specify({
    moduleId: deciderId,
    given: events,
    command: { type, data, metadata: { ...metadata, commandId } },
    now: Date.parse(receivedAt),
    seed: commandId,
  });
  return logs.filter(({ phase, position }) => phase === 'decide' && position === undefined);
};
