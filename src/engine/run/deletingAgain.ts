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
      const behind = reached.findIndex((step) => isBehind(step, record));
      return doAll(reached.filter(({ stream }, index) => behind < 0 || index < behind || stream !== record.stream));
    },
    rest: (): Promise<void> => doAll(left),
  };
};

/** Commands that store nothing stand at the same position: there the stream's own tell what they found. */
const isBehind = ({ kind, stream, position }: DeletedStream, record: CommandRecord): boolean =>
  stream === record.stream && position === record.afterPosition && foundDeleted(record) === (kind === 'taken-back');

const foundDeleted = ({ onDeleted, outcome }: CommandRecord): boolean =>
  onDeleted === true || (outcome.kind === 'rejected' && outcome.errorName === 'StreamDeleted');

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
