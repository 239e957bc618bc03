import { shortText } from '#model';
import { shownValue, type ValueText } from '#state';

/** The value of a text as it came from the engine; what was cut cannot be had again. */
export const readText = (text: ValueText): { isCut: boolean; value: unknown } => {
  if (text === null) return { isCut: false, value: undefined };
  return text.isCut ? { isCut: true, value: text.text } : { isCut: false, value: shownValue(text.text) };
};

/** A value on one line; what was cut shows how it begins. */
export const wordsOf = (text: ValueText, longest: number): string => {
  const { isCut, value } = readText(text);
  return isCut ? shortText(`${value}…`, longest) : shortText(value, longest);
};
