import type { Board } from '#model';
import type { ModelFile, ModelParts } from '../ModelFile.ts';

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

/** Notes as they travel between walls: in a small file of a model, with what belongs to them. */
export type CarriedNotes = Pick<ModelFile, 'modelId' | 'notes' | 'definitions' | 'connections' | 'specifications'>;

/** What the screen needs to hold a file against the model that it is one of. */
export type ComparableModel = { board: Board; history: PackedHistory } & Pick<ModelParts, 'additional'>;
