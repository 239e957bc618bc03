import { strToU8, zipSync } from 'fflate';
import { leftBehind } from './leftBehind.ts';
import type { ProjectSource } from './ProjectFile.ts';
import { projectFiles } from './projectFiles.ts';
import { asciiName } from './safeNames.ts';

/** Zip keeps local time. With one time for all, the same model gives the same bytes everywhere. */
const mtime = new Date(2026, 0, 1);

/** A model as a project, packed, with a sentence for each thing that does not go along. */
export const exportProject = (source: ProjectSource): { zip: Uint8Array<ArrayBuffer>; leftBehind: string[] } => {
  const left = leftBehind(source);
  return { zip: zipOf(source, left), leftBehind: left };
};

/** The project in one folder of a zip. */
export const projectZip = (source: ProjectSource): Uint8Array<ArrayBuffer> => zipOf(source, leftBehind(source));

const zipOf = (source: ProjectSource, left: readonly string[]): Uint8Array<ArrayBuffer> => {
  const folder = asciiName(source.board.name, '-');
  return zipSync(
    Object.fromEntries(projectFiles(source, left).map(({ path, text }) => [`${folder}/${path}`, strToU8(text)])),
    { level: 6, mtime },
  );
};
