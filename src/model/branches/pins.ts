/** Two moments of a run that a person keeps at hand, by their positions. */
export type Pins = { a?: number; b?: number };

/** Pins the moment as A, or as B where A is elsewhere; a moment that is pinned already is let go. */
export const withPin = ({ a, b }: Pins, position: number): Pins => {
  if (a === position) return b === undefined ? {} : { b };
  if (b === position) return a === undefined ? {} : { a };
  if (a === undefined) return b === undefined ? { a: position } : { a: position, b };
  return { a, b: position };
};
