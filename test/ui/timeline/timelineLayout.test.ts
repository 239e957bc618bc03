import { describe, expect, it } from 'vitest';
import { indexOf } from '#model';
import type { CommandRecord, RecordedEvent } from '#state';
import {
  cursorX,
  eventWidth,
  itemAt,
  itemsBetween,
  lanesOf,
  lastItem,
  layoutTimeline,
  refusalWidth,
} from '../../../src/ui/timeline/timelineLayout.ts';
import { recordedCommand, recordedEvent } from '../../support/recorded.ts';

const event = (position: number, stream: string) => recordedEvent('CartOpened', position, { stream });

const refused = (sequence: number, afterPosition: number, stream: string) =>
  recordedCommand('ConfirmCart', sequence, { stream, afterPosition, outcome: { kind: 'rejected', message: 'No.' } });

const layOut = (events: RecordedEvent[], refusals: CommandRecord[], shown?: number[]) =>
  layoutTimeline(indexOf(events), refusals, shown);

const all = (layout: ReturnType<typeof layOut>) => itemsBetween(layout, 0, layout.width);

describe('the layout of the timeline', () => {
  it('gives each stream a lane, in the order of first appearance', () => {
    const layout = layOut([event(1, 'Cart-1'), event(2, 'Cart-2'), event(3, 'Cart-1')], []);

    expect(lanesOf(layout)).toEqual([
      { stream: 'Cart-1', isGhost: false },
      { stream: 'Cart-2', isGhost: false },
    ]);
  });

  it('hangs a refused command behind the event that it came after', () => {
    const layout = layOut([event(1, 'Cart-1'), event(2, 'Cart-1')], [refused(1, 1, 'Cart-1')]);

    expect(all(layout).map(({ kind, x }) => [kind, x])).toEqual([
      ['event', 0],
      ['refusal', eventWidth],
      ['event', eventWidth + refusalWidth],
    ]);
    expect(layout.width).toBe(2 * eventWidth + refusalWidth);
  });

  it('keeps a ghost lane for a stream in which everything was refused, until something is stored', () => {
    const before = layOut([], [refused(1, 0, 'Cart-9')]);
    const after = layOut([event(1, 'Cart-9')], [refused(1, 0, 'Cart-9')]);

    expect(lanesOf(before)).toEqual([{ stream: 'Cart-9', isGhost: true }]);
    expect(lanesOf(after)).toEqual([{ stream: 'Cart-9', isGhost: false }]);
  });

  it('shows no event where none was stored, whatever was refused', () => {
    const layout = layOut([], [refused(1, 0, 'Cart-9')]);

    expect(all(layout).map(({ kind }) => kind)).toEqual(['refusal']);
    expect(itemAt(layout, 1)).toBeUndefined();
    expect(cursorX(layout, 0)).toBe(0);
  });

  it('shows a refused command before the first event, and after the last', () => {
    const layout = layOut([event(1, 'Cart-1')], [refused(1, 0, 'Cart-9'), refused(2, 1, 'Cart-1')]);

    expect(all(layout).map(({ kind, x, stream }) => [kind, x, stream])).toEqual([
      ['refusal', 0, 'Cart-9'],
      ['event', refusalWidth, 'Cart-1'],
      ['refusal', refusalWidth + eventWidth, 'Cart-1'],
    ]);
    expect(lanesOf(layout).map(({ stream }) => stream)).toEqual(['Cart-9', 'Cart-1']);
    expect(lastItem(layout)).toMatchObject({ kind: 'refusal', afterPosition: 1 });
  });

  it('moves what is shown together where the rest is hidden, with the lanes that are left', () => {
    const events = [event(1, 'Cart-1'), event(2, 'Cart-2'), event(3, 'Cart-1'), event(4, 'Cart-3')];
    const layout = layOut(events, [refused(1, 2, 'Cart-1')], [2, 4]);

    expect(all(layout).map(({ x, stream }) => [x, stream])).toEqual([
      [0, 'Cart-2'],
      [eventWidth, 'Cart-3'],
    ]);
    expect(lanesOf(layout).map(({ stream }) => stream)).toEqual(['Cart-2', 'Cart-3']);
    expect([1, 2, 3, 4].map((position) => cursorX(layout, position) / eventWidth)).toEqual([0, 1, 1, 2]);
    expect([1, 2, 3, 4].map((position) => itemAt(layout, position)?.stream)).toEqual([
      undefined,
      'Cart-2',
      undefined,
      'Cart-3',
    ]);
  });

  it('puts the cursor behind the event at its position, and at the start before the first', () => {
    const layout = layOut([event(1, 'Cart-1'), event(2, 'Cart-1')], [refused(1, 1, 'Cart-1')]);

    expect(cursorX(layout, 0)).toBe(0);
    expect(cursorX(layout, 1)).toBe(eventWidth);
    expect(cursorX(layout, 2)).toBe(2 * eventWidth + refusalWidth);
  });

  it('renders only what lies between two places of the axis', () => {
    const many = Array.from({ length: 5000 }, (_, index) => event(index + 1, `Cart-${index % 7}`));
    const layout = layOut(many, []);

    const seen = itemsBetween(layout, 1000 * eventWidth, 1010 * eventWidth);

    expect(seen.map((item) => (item.kind === 'event' ? item.position : 0))).toEqual([
      1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011,
    ]);
  });
});
