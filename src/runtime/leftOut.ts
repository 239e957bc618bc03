import type { Checkpoint, Json } from '#event-store';
import { eventFrom } from './eventFrom.ts';
import { readDesk } from './faults/faultDesk.ts';
import { untilFirst } from './fences.ts';
import { idInOrder } from './idInOrder.ts';
import { type LeftOutEvent, leftOutEvents, leftOutOf } from './leftOutPositions.ts';
import { standingLifeOf } from './lifeCycle.ts';
import { projectEvents, type ReadyReadModel, readModelIdOf } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';
import { checkpointsAt, standingOf } from './shares/Part.ts';
import { type Share, sharesIn, wholeShare } from './shares/Share.ts';
import { notStopped, whyStopped } from './shares/stops.ts';

/** Goes past the event that a share stopped at. */
export const leaveOut = async (run: Run, share: Share, how: LeftOutEvent['how']): Promise<void> => {
  const { stop } = share;
  const position = await run.store.checkpoint(stop);
  if (position === 0) throw notStopped();
  const event = await eventFrom(run.store, position);
  const error = await whyStopped(run, share);
  const leftOut: LeftOutEvent = { position, how, type: event?.type ?? '', ...(error ? { error } : {}) };
  // Other partitions move meanwhile.
  await untilFirst(async () => {
    if ((await run.store.checkpoint(stop)) !== position) throw notStopped();
    const standing = await standingOf(run.store, share);
    await run.store.storeDocuments([changeOf(share.readModel, position, leftOut)], {
      checkpoints: [
        // With faults, events before it may still be on their way.
        ...(standing.position === position - 1 ? checkpointsAt(standing, position) : []),
        { consumer: stop, position: 0 },
      ],
      basedOn: [...standing.basedOn, { consumer: stop, position }],
    });
  });
};

/** Hands a parked event to the documents as they are now. It stays parked where the code breaks again. */
export const replayParked = async (run: Run, readModel: ReadyReadModel, position: number): Promise<void> => {
  const parked = (await leftOutEvents(run, readModel)).find((one) => one.position === position);
  if (parked?.how !== 'parked') throw new Error('This event is not parked any more.');
  await untilFirst(async () => {
    const basedOn = await standingWith(run, readModel);
    const event = await eventFrom(run.store, position);
    const { documents, errors } = await projectEvents(run, [readModel], event ? [event] : []);
    const error = errors[0]?.error;
    if (error && isOfSandbox(error)) throw new SandboxLost(error.message);
    const changes = error
      ? [changeOf(readModel, position, { ...parked, error })]
      : [...documents, changeOf(readModel, position, null)];
    await run.store.storeDocuments(changes, { basedOn });
  });
};

/** All that has to stand there still as the documents change: else those that they were made of are others now. */
const standingWith = async ({ store }: Run, readModel: ReadyReadModel): Promise<Checkpoint[]> => {
  const id = readModelIdOf(readModel);
  const [share = wholeShare(readModel)] = sharesIn(await standingLifeOf(store, id), readModel);
  const { basedOn } = await standingOf(store, share);
  const desk = await readDesk(store, id);
  return desk ? [...basedOn, desk.turn] : basedOn;
};

const changeOf = (readModel: ReadyReadModel, position: number, leftOut: LeftOutEvent | null) => ({
  projection: leftOutOf(readModel),
  documentId: idInOrder(position),
  document: leftOut as Json,
});
