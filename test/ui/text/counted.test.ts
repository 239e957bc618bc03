import { expect, it } from 'vitest';
import { grouped } from '../../../src/ui/text/counted.ts';

it('groups the digits of what may be very many by thousands', () => {
  expect([0, 7, 999, 1000, 12_345, 100_000, 1_234_567].map(grouped)).toEqual([
    '0',
    '7',
    '999',
    '1,000',
    '12,345',
    '100,000',
    '1,234,567',
  ]);
});
