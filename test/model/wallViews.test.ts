import { describe, expect, it } from 'vitest';
import {
  type BoardIntent,
  boardDifferences,
  decideBoard,
  emptyBoard,
  evolveBoard,
  inverse,
  viewsOf,
  type WallView,
} from '#model';
import { decideAll, edited } from './support/wall.ts';

const empty = emptyBoard('m', 'Model');
const view = (id: string, name = id): WallView => ({ id, name, x: 10, y: 20, width: 800, height: 600 });
const keep = (kept: WallView): BoardIntent => ({ type: 'KeepView', view: kept });
const wall = edited(empty, keep(view('start')), keep(view('middle')), keep(view('end')));

describe('the views of a wall', () => {
  it('stand in the order in which they were kept, and a changed one in its place', () => {
    expect(viewsOf(wall).map(({ name }) => name)).toEqual(['start', 'middle', 'end']);
    const renamed = edited(wall, keep({ ...view('middle'), name: '  Checkout ' }));
    expect(viewsOf(renamed).map(({ name }) => name)).toEqual(['start', 'Checkout', 'end']);
    expect(decideBoard(keep(view('middle')), wall)).toEqual([]);
  });

  it('need a name and a size', () => {
    expect(() => decideBoard(keep(view('v', ' ')), empty)).toThrow('A view needs a name.');
    expect(() => decideBoard(keep({ ...view('v'), width: 0 }), empty)).toThrow('A view needs a place on the wall.');
  });

  it('leave no trace when the last has gone', () => {
    const one = edited(empty, keep(view('start')));
    expect(edited(one, { type: 'RemoveView', viewId: 'start' })).toEqual(empty);
    expect(decideBoard({ type: 'RemoveView', viewId: 'gone' }, one)).toEqual([]);
  });

  it('come back by undo where they stood, unless they were changed again', () => {
    const { board, events } = decideAll([{ type: 'RemoveView', viewId: 'middle' }], wall);
    const [removed] = events;
    if (!removed) throw new Error('Nothing was removed.');
    expect(inverse(removed, board).events.reduce(evolveBoard, board)).toEqual(wall);
    expect(inverse(removed, wall).skipped).toBe('The view “middle” has been changed again since and stays as it is.');
  });

  it('go with a whole model, and are told as what they are', () => {
    expect(edited(emptyBoard('n', ''), { type: 'FillBoard', board: wall }).views).toEqual(wall.views);
    expect(boardDifferences(empty, wall).map(({ what }) => what)).toEqual(['views']);
    expect(edited(wall, { type: 'RestoreBoard', board: empty, withStreams: [] })).toEqual(empty);
  });
});
