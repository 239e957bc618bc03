import type { Board } from '#model';

/**
 * A history on its way from the thread that read it to the one that stores it, as JSON in blobs: whoever hands it on
 * holds nothing of it.
 */
export type PackedHistory = {
  /** Number of events. */
  total: number;
  /** Of the last event, by which a history is known. */
  lastEventId?: string;
  /** Lists of events, in their order. */
  pages: Blob[];
  /** Everything else: commands, and streams that were archived, deleted or described. */
  rest: Blob;
};

/** A model on the same way. */
export type PackedModel = {
  /** What it is made of, without its history. */
  parts: Blob;
  history: PackedHistory;
};

/** What the screen needs to hold a file against the model that it is one of. */
export type ComparableModel = { board: Board; history: PackedHistory };
