import type { CommandRecord, EventStore } from '#event-store';
import type { DeletedStream } from './deletionsInBranch.ts';
import type { RunSession } from './runSession.ts';

/** Deletes streams, and takes that back, between the recorded commands between which it was done, which are sent again. */
export const deletingAgain = ({ inTurn }: Pick<RunSession, 'inTurn'>, deletions: readonly DeletedStream[]) => {
  let left = deletions;
  const doAll = async (due: readonly DeletedStream[]): Promise<void> => {
    left = left.filter((step) => !due.includes(step));
    for (const step of due) await inTurn((store) => deleteWhereFit(store, step));
  };
  return {
    before: (record: CommandRecord): Promise<void> => {
      const reached = left.filter(({ position }) => position <= record.afterPosition);
      const own = reached.filter(({ stream }) => stream === record.stream);
      const later = own.slice(own.findLastIndex((step) => fits(step, record)) + 1);
      return doAll(reached.filter((step) => !later.includes(step)));
    },
    rest: (): Promise<void> => doAll(left),
  };
};

/**
 * Whether a command of the stream may have come behind a step. Its place says so only roughly (commands that store nothing
 * stand at the same one, and of older files nobody knows it): what the command found tells.
 */
const fits = ({ kind, version }: DeletedStream, record: CommandRecord): boolean => {
  if (kind === 'deleted-for-good') return wasRefused(record);
  return version !== record.decidedOnVersion || foundDeleted(record) === (kind === 'deleted');
};

const wasRefused = ({ outcome }: CommandRecord): boolean =>
  outcome.kind === 'rejected' && outcome.errorName === 'StreamDeleted';

const foundDeleted = (record: CommandRecord): boolean => record.onDeleted === true || wasRefused(record);

/** Commands that end otherwise may leave a stream that is not there to be deleted: then it is left as it is. */
export const deleteWhereFit = async (
  store: EventStore,
  { kind, stream }: Pick<DeletedStream, 'kind' | 'stream'>,
): Promise<void> => {
  const { status } = await store.streamState(stream);
  if (kind === 'deleted' && status === 'live') await store.deleteStream(stream, { mode: 'soft' });
  if (kind === 'taken-back' && status === 'soft-deleted') await store.undeleteStream(stream);
  if (kind === 'deleted-for-good' && status !== 'tombstoned') await store.deleteStream(stream, { mode: 'tombstone' });
};
