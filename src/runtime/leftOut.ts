import { type Json, StaleFence } from '#event-store';
import type { CodeError } from '#sandbox';
import { leftOutOf, stopOf, whyStopped } from './catchUp.ts';
import { projectEvents, projectionOf, type ReadyReadModel } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';

/** An event that a read model broke at and then went past: for good, or parked until somebody replays it. */
export type LeftOutEvent = { position: number; how: 'skipped' | 'parked'; type: string; error?: CodeError };

const documentIdOf = (position: number): string => String(position).padStart(12, '0');

export const leftOutEvents = async ({ store }: Run, readModel: ReadyReadModel): Promise<LeftOutEvent[]> =>
  (await store.documents(leftOutOf(readModel))).map(({ document }) => document as LeftOutEvent);

/** Goes past the event that a read model stopped at. */
export const leaveOut = async (run: Run, readModel: ReadyReadModel, how: LeftOutEvent['how']): Promise<void> => {
  const position = await run.store.checkpoint(stopOf(readModel));
  if (position === 0) throw new Error('It has not stopped: there is no event to leave out.');
  const [event] = await eventAt(run, position);
  const error = await whyStopped(run, readModel);
  const leftOut: LeftOutEvent = { position, how, type: event?.type ?? '', ...(error ? { error } : {}) };
  await run.store.storeDocuments([changeOf(readModel, position, leftOut)], {
    checkpoints: [
      { consumer: projectionOf(readModel), position },
      { consumer: stopOf(readModel), position: 0 },
    ],
    basedOn: [
      { consumer: projectionOf(readModel), position: position - 1 },
      { consumer: stopOf(readModel), position },
    ],
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
