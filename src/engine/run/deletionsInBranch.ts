import { type DeletionStep, deletedBy, type MarkedStream } from '#event-store';

/** Behind a place of the log one event of a stream more stands there, or one less. */
export type Shift = { by: 1 | -1; place: number; stream: string };

/** That a stream was deleted, or that this was taken back. */
export type DeletedStream = DeletionStep & { stream: string };

/** What was deleted by the end of what a branch takes over, at its place in the branch. */
export const deletionsUpTo = (
  streams: readonly MarkedStream[],
  end: number,
  shift: Shift | undefined,
): MarkedStream[] =>
  streams.flatMap(({ stream, deletions = [] }) => {
    const steps = deletions
      .filter(({ position }) => position <= end)
      .map((step) => (shift ? moved({ ...step, stream }, shift) : step))
      // A stream of which no event is left cannot be there to be deleted.
      .filter(({ kind, version }) => kind === 'deleted-for-good' || version > 0)
      .filter((step, index, all) => !isAlreadyDone(step, all[index - 1]))
      .filter((step, index, all) => isPossible(step, all[index - 1]));
    return steps.length > 0 ? deletedBy(stream, steps) : [];
  });

/** Where nothing is left of the life that was deleted, the stream still is. */
const isAlreadyDone = ({ kind, version }: DeletionStep, before: DeletionStep | undefined): boolean =>
  kind === 'deleted' && before?.kind === kind && before.version === version;

/** What was deleted behind an event stays there where the stream begins again with one that is put in behind it. */
const isPossible = ({ kind, version }: DeletionStep, before: DeletionStep | undefined): boolean =>
  kind !== 'taken-back' || (before?.kind === 'deleted' && before.version === version);

/** An event is put in behind what was deleted at its place. */
const moved = ({ stream, ...step }: DeletedStream, { by, place, stream: touched }: Shift): DeletionStep =>
  step.position < place || (by === 1 && step.position === place)
    ? step
    : { ...step, position: step.position + by, version: step.version + (stream === touched ? by : 0) };

/** What was last done to a stream by a position: that it was deleted, or that this was taken back. */
export const lastDeletion = (
  streams: readonly MarkedStream[],
  stream: string,
  position: number,
): DeletionStep | undefined =>
  streams.find((marked) => marked.stream === stream)?.deletions?.findLast((step) => step.position <= position);

/** What was deleted from a position on, in the order of the log. */
export const deletionsFrom = (streams: readonly MarkedStream[], position: number): DeletedStream[] =>
  streams
    .flatMap(({ stream, deletions = [] }) => deletions.map((step) => ({ ...step, stream })))
    .filter((step) => step.position >= position)
    .sort((one, other) => one.position - other.position);
