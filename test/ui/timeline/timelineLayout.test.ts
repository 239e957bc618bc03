import { describe, expect, it } from 'vitest';
import {
  cursorX,
  eventWidth,
  itemsBetween,
  layoutTimeline,
  refusalWidth,
  shortName,
} from '../../../src/ui/timeline/timelineLayout.ts';
import { recordedCommand, recordedEvent } from '../../support/recorded.ts';

const event = (position: number, stream: string) => recordedEvent('CartOpened', position, { stream });

const refused = (sequence: number, afterPosition: number, stream: string) =>
  recordedCommand('ConfirmCart', sequence, { stream, afterPosition, outcome: { kind: 'rejected', message: 'No.' } });

describe('the layout of the timeline', () => {
  it('gives each stream a lane, in the order of first appearance', () => {
    const { lanes } = layoutTimeline([event(1, 'Cart-1'), event(2, 'Cart-2'), event(3, 'Cart-1')], []);

    expect(lanes).toEqual([
      { stream: 'Cart-1', isGhost: false },
      { stream: 'Cart-2', isGhost: false },
    ]);
  });

  it('hangs a refused command behind the event that it came after', () => {
    const { items, width } = layoutTimeline([event(1, 'Cart-1'), event(2, 'Cart-1')], [refused(1, 1, 'Cart-1')]);

    expect(items.map(({ kind, x }) => [kind, x])).toEqual([
      ['event', 0],
      ['refusal', eventWidth],
      ['event', eventWidth + refusalWidth],
    ]);
    expect(width).toBe(2 * eventWidth + refusalWidth);
  });

  it('keeps a ghost lane for a stream in which everything was refused, until something is stored', () => {
    const before = layoutTimeline([], [refused(1, 0, 'Cart-9')]);
    const after = layoutTimeline([event(1, 'Cart-9')], [refused(1, 0, 'Cart-9')]);

    expect(before.lanes).toEqual([{ stream: 'Cart-9', isGhost: true }]);
    expect(after.lanes).toEqual([{ stream: 'Cart-9', isGhost: false }]);
  });

  it('leaves commands out that were appended', () => {
    const { items } = layoutTimeline([], [{ ...refused(1, 0, 'Cart-1'), outcome: { kind: 'appended', eventIds: [] } }]);

    expect(items).toEqual([]);
  });

  it('puts the cursor behind the event at its position, and at the start before the first', () => {
    const layout = layoutTimeline([event(1, 'Cart-1'), event(2, 'Cart-1')], [refused(1, 1, 'Cart-1')]);

    expect(cursorX(layout, 0)).toBe(0);
    expect(cursorX(layout, 1)).toBe(eventWidth);
    expect(cursorX(layout, 2)).toBe(2 * eventWidth + refusalWidth);
  });

  it('renders only what lies between two places of the axis', () => {
    const many = Array.from({ length: 5000 }, (_, index) => event(index + 1, `Cart-${index % 7}`));
    const layout = layoutTimeline(many, []);

    const seen = itemsBetween(layout, 1000 * eventWidth, 1010 * eventWidth);

    expect(seen.map((item) => (item.kind === 'event' ? item.position : 0))).toEqual([
      1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011,
    ]);
  });

  it('shortens a name to what happened', () => {
    const names = ['ProductItemAdded', 'CartConfirmed', 'CartCanceled', 'PaymentTaken', 'opened', 'X', 'HTTP'];

    expect(names.map(shortName)).toEqual(['Add', 'Conf', 'Canc', 'Take', 'open', 'X', 'P']);
  });

  it('looks past the second half of a verb', () => {
    expect(['SaleRungUp', 'GuestCheckedOut', 'StayLeftOpen', 'Out'].map(shortName)).toEqual([
      'Rung',
      'Chec',
      'Left',
      'Out',
    ]);
  });
});
