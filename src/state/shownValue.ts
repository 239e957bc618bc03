import { decodeTagged } from '#engine';

/** A state as the sandbox gave it, as a value: with its Dates, Maps, Sets and bigints. */
export const shownValue = (text: string): unknown => decodeTagged(text);
