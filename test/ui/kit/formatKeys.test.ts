import { describe, expect, it } from 'vitest';
import { formatKeys } from '../../../src/ui/kit/formatKeys.ts';

describe('keys as they are written', () => {
  it('joins names with plus signs', () => {
    expect(formatKeys('$mod+Shift+s', false)).toBe('Ctrl+Shift+S');
  });

  it('uses the signs of a Mac in the order that is used there', () => {
    expect(formatKeys('$mod+Shift+s', true)).toBe('⇧⌘S');
  });

  it('draws arrows and signs, and drops what names the place of a key', () => {
    expect(
      ['ArrowLeft', '$mod+BracketLeft', 'Shift+Digit1', '$mod+KeyZ', '?'].map((keys) => formatKeys(keys, false)),
    ).toEqual(['←', 'Ctrl+[', 'Shift+1', 'Ctrl+Z', '?']);
  });
});
