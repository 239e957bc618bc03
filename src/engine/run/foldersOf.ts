import type { Program } from '#model';

/** Which decider folds each of the streams; one of no category folds none. */
export const foldersOf = ({ deciders }: Program, streams: string[]): { moduleId: string; stream: string }[] =>
  streams.flatMap((stream) => {
    const decider = deciders.find(({ category }) => stream.startsWith(`${category}-`));
    return decider ? [{ moduleId: decider.id, stream }] : [];
  });
