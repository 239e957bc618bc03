import type { Backend } from './Backend.ts';
import { eventsOf } from './changeSet.ts';
import type { DeletionStep, MarkedStream, StreamMarks } from './streamState.ts';

/** What a step makes of the marks. What an earlier deletion has hidden stays hidden where a later one is taken back. */
export const afterStep = (marks: StreamMarks, step: DeletionStep): StreamMarks => {
  const { hiddenThrough, hiddenBefore, ...others } = marks;
  const deletions = [...(marks.deletions ?? []), step];
  switch (step.kind) {
    case 'deleted':
      return {
        ...others,
        hiddenThrough: step.version,
        ...(hiddenThrough && { hiddenBefore: hiddenThrough }),
        deletions,
      };
    case 'taken-back':
      return { ...others, ...(hiddenBefore && { hiddenThrough: hiddenBefore }), deletions };
    case 'deleted-for-good':
      return { ...marks, isTombstoned: true, deletions };
  }
};

const cameTo = (deletions: readonly DeletionStep[]): StreamMarks => deletions.reduce<StreamMarks>(afterStep, {});

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
  const isPossible = deletions.every(({ position, version }, index) => {
    const before = deletions[index - 1] ?? { position: 0, version: 0 };
    return (
      position >= before.position && version >= before.version && position <= lastPosition && version <= lastVersion
    );
  });
  return isPossible && comeToMarks(marks) ? marks : others;
};

/** Where nobody knows when a stream was deleted: right behind the last event that it then had. */
export const earliestDeletions = async (backend: Backend, marked: MarkedStream): Promise<DeletionStep[]> => {
  const { stream, hiddenBefore, hiddenThrough, isTombstoned } = marked;
  const behind = async (kind: DeletionStep['kind'], version: number): Promise<DeletionStep> => {
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
});
