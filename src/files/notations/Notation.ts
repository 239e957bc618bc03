/** Notations that a board can be written in. */
export type NotationId = 'emlang' | 'event-modeling' | 'mermaid';

/** A model in another notation. */
export type Written = {
  text: string;
  /** What the notation cannot carry, a sentence each. */
  leftOut: string[];
};
