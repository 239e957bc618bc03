import type { CommandRecord, Json, MarkedStream, RecordedEvent } from '#event-store';
import type {
  Board,
  Connection,
  Definition,
  ModelSettings,
  Note,
  Specification,
  StoredBoardEvent,
  WallView,
} from '#model';

/** The newest format that this app reads, and the one that it writes. */
export const formatVersion = 1;

/** A run as it travels in a file: enough to show it again without running anything. */
export type FileHistory = {
  events: RecordedEvent[];
  commands: CommandRecord[];
  /** Those that were archived, deleted or described. */
  streams?: MarkedStream[];
};

/**
 * A model as it leaves the browser: one self-contained JSON document, described by
 * `public/replayground-model.schema.json`. Records stand in lists, in the order of the board; fields that this version
 * does not know stay where they are.
 */
export type ModelFile = {
  /** Where an editor finds the schema, if somebody wrote it into the file. */
  $schema?: string;
  format: 'replayground';
  formatVersion: typeof formatVersion;
  modelId: string;
  name: string;
  settings: ModelSettings;
  definitions: Definition[];
  notes: Note[];
  connections: Connection[];
  specifications: Specification[];
  views?: WallView[];
  history: FileHistory;
  /** Every edit of the wall since the beginning, where the person chose to give it along. */
  boardHistory?: StoredBoardEvent[];
};

/** A note that lost its place, or never had one, is given one when the file is opened. */
export type NoteInFile = Omit<Note, 'x' | 'y'> & Partial<Pick<Note, 'x' | 'y'>>;

/** A file that has been checked, and not yet mended. */
export type FileAsRead = Omit<ModelFile, 'notes'> & { notes: NoteInFile[] };

/** What a file is made of, and what it is taken apart into. */
export type ModelParts = {
  board: Board;
  history: FileHistory;
  boardHistory?: StoredBoardEvent[];
  /** Fields of a file that this version does not know: those of its top level, and under `history` those of its history (`HistoryFields`). */
  additional?: { [key: string]: Json };
};
