import type { CommandRecord, ExpectedVersion, Json, RecordedEvent } from '#event-store';
import type { Board } from '#model';

/** What a new model is made of. */
export type NewModelParts = { board: Board; history: { events: RecordedEvent[]; commands: CommandRecord[] } };

/** A model that comes with the app. It is opened as a copy, so that everybody may change it. */
export type Sample = {
  id: string;
  name: string;
  /** One sentence for the list of samples. */
  description: string;
  load(): Promise<NewModelParts>;
};

/**
 * A step of the script that a sample's history is recorded from: a command of a person, or a night that passes.
 * `expectation` is the version that the person saw; the latest one where it is not given.
 */
export type HistoryStep =
  | { type: string; data: Json; expectation?: Extract<ExpectedVersion, number> }
  | { sleepUntil: string };
