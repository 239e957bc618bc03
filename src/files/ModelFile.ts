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

/** What a file is made of, and what it is taken apart into. */
export type ModelParts = {
  board: Board;
  history: FileHistory;
  boardHistory?: StoredBoardEvent[];
  /** Top level fields of a file that this version does not know. */
  additional?: { [key: string]: Json };
};
