import { expect, it } from 'vitest';
import { writeNotation } from '../../../src/files/notations/notations.ts';
import { sampleBoards } from './support.ts';

const boardOf = (name: string) => {
  const [, board] = sampleBoards.find(([sample]) => sample === name) ?? [];
  if (!board) throw new Error(`There is no sample ${name}.`);
  return board;
};

it('says which notes, specifications and times emlang cannot carry', () => {
  const { leftOut } = writeNotation('emlang', boardOf('orders and shipping'));
  expect(leftOut).toEqual([
    'Code, recorded events, and where notes lie.',
    'Frames: Orders, Shipping.',
    expect.stringMatching(/^Specifications: tells where to ship, but neither margin nor credit check, prints a label/u),
    expect.stringMatching(/^Times or data of specifications: places an order, .* and \d+ more\.$/u),
  ]);
});

it('says little of an Event Modeling specification, which carries more', () => {
  expect(writeNotation('event-modeling', boardOf('shopping cart')).leftOut).toEqual([
    'Code, recorded events, and where notes lie.',
    'Read model: RemovedProducts.',
  ]);
});
