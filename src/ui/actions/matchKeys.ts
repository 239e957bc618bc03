import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';

const codesOfSigns: { [sign: string]: string } = {
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '.': 'Period',
  ',': 'Comma',
  '/': 'Slash',
  '=': 'Equal',
  '-': 'Minus',
};

const codeOf = (key: string): string | undefined => {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return codesOfSigns[key];
};

const isLatin = (key: string) => /^[\x20-\x7e]+$/.test(key);
const isSign = (key: string) => /^[^\w\s]$/.test(key);

/**
 * Whether a key event is the press that `keys` describes. The character decides; the place of the key does where the
 * keyboard prints no Latin character there, and for digits, which some keyboards have on the shifted level.
 */
export const matchKeys = (event: KeyboardEvent, keys: string): boolean => {
  const [press] = parseKeybinding(keys);
  if (!press) return false;
  const [modifiers, key] = press;
  if (matchKeyBindingPress(event, press)) return true;
  if (typeof key !== 'string') return false;
  // Where a sign such as "?" is typed with Shift, Shift is part of the sign.
  if (isSign(key) && matchKeyBindingPress(event, [[...modifiers, 'Shift'], key])) return true;
  const code = codeOf(key);
  if (!code || (isLatin(event.key) && !/^\d$/.test(key))) return false;
  return matchKeyBindingPress(event, [modifiers, code]);
};
