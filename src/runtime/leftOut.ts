import { type Json, StaleFence } from '#event-store';
import { type LeftOutEvent, leftOutEvents, leftOutOf } from './leftOutPositions.ts';
import { projectEvents, projectionOf, type ReadyReadModel } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';
import { checkpointsAt, standingOf } from './shares/Part.ts';
import type { Share } from './shares/Share.ts';
import { whyStopped } from './shares/stops.ts';

const documentIdOf = (position: number): string => String(position).padStart(12, '0');

/** Goes past the event that a share stopped at. */
export const leaveOut = async (run: Run, share: Share, how: LeftOutEvent['how']): Promise<void> => {
  const { stop } = share;
  const position = await run.store.checkpoint(stop);
  if (position === 0) throw new Error('It has not stopped: there is no event to leave out.');
  const [event] = await eventAt(run, position);
  const error = await whyStopped(run, share);
  const standing = await standingOf(run.store, share);
  const leftOut: LeftOutEvent = { position, how, type: event?.type ?? '', ...(error ? { error } : {}) };
  await run.store.storeDocuments([changeOf(share.readModel, position, leftOut)], {
    checkpoints: [
      // With faults, events before it may still be on their way.
      ...(standing.position === position - 1 ? checkpointsAt(standing, position) : []),
      { consumer: stop, position: 0 },
    ],
    basedOn: [...standing.basedOn, { consumer: stop, position }],
  });
};

/** Hands a parked event to the documents as they are now. It stays parked where the code breaks again. */
export const replayParked = async (run: Run, readModel: ReadyReadModel, position: number): Promise<void> => {
  const parked = (await leftOutEvents(run, readModel)).find((one) => one.position === position);
  if (parked?.how !== 'parked') throw new Error('This event is not parked any more.');
  const consumer = projectionOf(readModel);
  for (;;) {
    const basedOn = [{ consumer, position: await run.store.checkpoint(consumer) }];
    const { documents, errors } = await projectEvents(run, [readModel], await eventAt(run, position));
    const error = errors[0]?.error;
    if (error && isOfSandbox(error)) throw new SandboxLost(error.message);
    const changes = error
      ? [changeOf(readModel, position, { ...parked, error })]
      : [...documents, changeOf(readModel, position, null)];
    try {
      return await run.store.storeDocuments(changes, { basedOn });
    } catch (thrown) {
      // Another tab's work came in between: the documents are others now.
      if (!(thrown instanceof StaleFence)) throw thrown;
    }
  }
};

const eventAt = async ({ store }: Run, position: number) => (await store.readAll({ from: position, limit: 1 })).events;

const changeOf = (readModel: ReadyReadModel, position: number, leftOut: LeftOutEvent | null) => ({
  projection: leftOutOf(readModel),
  documentId: documentIdOf(position),
  document: leftOut as Json,
});
