import type { Backend } from './Backend.ts';
import { eventsOf } from './changeSet.ts';
import type { DeletionStep, MarkedStream, StreamMarks } from './streamState.ts';

/** What a step hides. What an earlier deletion has hidden stays hidden where a later one is taken back. */
const hiddenBy = (marks: StreamMarks, step: DeletionStep): StreamMarks => {
  const { hiddenThrough, hiddenBefore, ...others } = marks;
  switch (step.kind) {
    case 'deleted':
      return { ...others, hiddenThrough: step.version, ...(hiddenThrough && { hiddenBefore: hiddenThrough }) };
    case 'taken-back':
      return { ...others, ...(hiddenBefore && { hiddenThrough: hiddenBefore }) };
    case 'deleted-for-good':
      return { ...marks, isTombstoned: true };
  }
};

/** What a step makes of the marks. */
export const afterStep = (marks: StreamMarks, step: DeletionStep): StreamMarks => ({
  ...hiddenBy(marks, step),
  deletions: [...(marks.deletions ?? []), step],
});

/** A file may bring very many of them. */
const cameTo = (deletions: readonly DeletionStep[]): StreamMarks => deletions.reduce<StreamMarks>(hiddenBy, {});

/** Whether what is known of when a stream was deleted is what became of it. */
export const comeToMarks = ({ deletions = [], hiddenThrough, hiddenBefore, isTombstoned }: StreamMarks): boolean => {
  const marks = cameTo(deletions);
  return (
    marks.hiddenThrough === hiddenThrough && marks.hiddenBefore === hiddenBefore && marks.isTombstoned === isTombstoned
  );
};

/** Marks that come from elsewhere, without deletions that cannot have been so in the log that is here. */
export const believed = (marks: StreamMarks, lastVersion: number, lastPosition: number): StreamMarks => {
  const { deletions = [], ...others } = marks;
  const isPossible = deletions.every((step, index) => {
    const { position, version } = step;
    const before = deletions[index - 1];
    return (
      position >= (before?.position ?? 0) && position <= lastPosition && version <= lastVersion && follows(step, before)
    );
  });
  return isPossible && comeToMarks(marks) ? marks : others;
};

/** What is deleted for good stays so; only what is deleted can be taken back, and only what is there be deleted. */
const follows = ({ kind, version }: DeletionStep, before: DeletionStep | undefined): boolean => {
  if (before?.kind === 'deleted-for-good' || version < (before?.version ?? 0)) return false;
  const isDeleted = before?.kind === 'deleted' && before.version === version;
  switch (kind) {
    case 'deleted':
      return version > 0 && !isDeleted;
    case 'taken-back':
      return isDeleted;
    case 'deleted-for-good':
      return true;
  }
};

/** Where nobody knows when a stream was deleted: right behind the last event that it then had. */
export const earliestDeletions = async (backend: Backend, marked: MarkedStream): Promise<DeletionStep[]> => {
  const { stream, hiddenBefore, hiddenThrough, isTombstoned, deletions = [] } = marked;
  const behind = async (kind: DeletionStep['kind'], version: number): Promise<DeletionStep> => {
    const known = deletions.findLast((step) => step.kind === kind && step.version === version);
    if (known) return known;
    const range = { from: version, to: version, limit: 1, direction: 'forwards' } as const;
    const { changeSets } = await backend.streamSets(stream, range);
    const last = changeSets.flatMap(eventsOf).find(({ metadata }) => metadata.streamPosition === version);
    return { kind, version, position: last?.metadata.globalPosition ?? 0 };
  };
  const hidden = [hiddenBefore, hiddenThrough].filter((version) => version !== undefined);
  const found = await Promise.all(hidden.map((version) => behind('deleted', version)));
  // What is hidden where nothing stands yet will not be found deleted.
  const steps = found.filter(({ position }) => position > 0);
  if (!isTombstoned) return steps;
  const [head] = (await backend.survey({ streams: [stream], ids: [] })).heads;
  return [...steps, await behind('deleted-for-good', head?.version ?? 0)];
};

/** A stream with what came of its deletions, and no other marks. */
export const deletedBy = (stream: string, deletions: readonly DeletionStep[]): MarkedStream => ({
  stream,
  ...cameTo(deletions),
  deletions: [...deletions],
});
