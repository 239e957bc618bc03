import { expect, it } from 'vitest';
import { indexOf } from '#model';
import { cellsOf, columnWidth } from '../../../src/ui/timeline/farColumns.ts';
import { eventWidth, layoutTimeline } from '../../../src/ui/timeline/timelineLayout.ts';
import { recordedEvent } from '../../support/recorded.ts';

it('from afar, the column of each reason is told, in the row of its stream', () => {
  const streams = ['Cart-1', 'Cart-2', 'Cart-1', 'Cart-2'];
  const events = streams.map((stream, index) => recordedEvent('CartOpened', index + 1, { stream }));
  const layout = layoutTimeline(indexOf(events), []);
  // Two events share a column.
  const view = {
    factor: columnWidth / (2 * eventWidth),
    from: 0,
    columns: 2,
    rowOf: (stream: number) => stream,
    rows: 2,
  };

  expect([...cellsOf(layout, { ...view, only: [1, 3, 4] })]).toEqual([0, 1, 3]);
  expect([...cellsOf(layout, { ...view, only: [2], rowOf: () => -1 })]).toEqual([]);
});
