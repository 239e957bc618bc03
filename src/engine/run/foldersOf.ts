import type { Program } from '#model';

/** Which decider or process manager folds each of the streams; one of no category folds none. */
export const foldersOf = (
  { deciders, policies }: Program,
  streams: string[],
): { moduleId: string; stream: string }[] => {
  const processes = policies.flatMap(({ id, process }) => (process ? [{ id, category: process.category }] : []));
  const folders = [...deciders, ...processes];
  return streams.flatMap((stream) => {
    const folder = folders.find(({ category }) => stream.startsWith(`${category}-`));
    return folder ? [{ moduleId: folder.id, stream }] : [];
  });
};
