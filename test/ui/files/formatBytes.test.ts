import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../../src/ui/files/formatBytes.ts';

describe('sizes of files', () => {
  it.each([
    [0, '0 bytes'],
    [812, '812 bytes'],
    [24_130, '24.1 kB'],
    [104_857_600, '104.9 MB'],
  ])('writes %i as %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
});
