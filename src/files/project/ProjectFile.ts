import type { RecordedEvent } from '#event-store';
import type { Board } from '#model';
import type { FileHistory } from '../ModelFile.ts';

/** A file of the exported project; `path` has `/` between folders and leads out of none. */
export type ProjectFile = { path: string; text: string };

/** What a project is made of: the wall, and the run that its seed sends again. */
export type ProjectSource = {
  board: Board;
  history: Pick<FileHistory, 'commands' | 'streams'> & { events: Iterable<RecordedEvent> };
};
