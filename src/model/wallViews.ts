import type { BoardEvent } from './boardEvents.ts';
import { refuse } from './boardRefusal.ts';
import type { Board, WallView } from './definitions.ts';
import type { Inverse } from './inverse.ts';
import { sameValue } from './sameValue.ts';

type ViewChange = Extract<BoardEvent, { type: 'ViewChanged' }>['data'];

const none: WallView[] = [];

/** The views of a board, in the order in which they are gone through. */
export const viewsOf = ({ views = none }: Pick<Board, 'views'>): readonly WallView[] => views;

/** A view that is known by its id already gets another name or place. */
export const decideView = (view: WallView, board: Board): BoardEvent[] => {
  const name = view.name.trim();
  if (name === '') return refuse('A view needs a name.');
  if (!(view.width > 0 && view.height > 0)) return refuse('A view needs a place on the wall.');
  const to = { ...view, name };
  const views = viewsOf(board);
  const index = views.findIndex(({ id }) => id === view.id);
  const from = views[index] ?? null;
  if (sameValue(from, to)) return [];
  return [{ type: 'ViewChanged', data: { from, to, index: from ? index : views.length } }];
};

export const decideViewRemoval = (viewId: string, board: Board): BoardEvent[] => {
  const index = viewsOf(board).findIndex(({ id }) => id === viewId);
  const from = viewsOf(board)[index];
  return from ? [{ type: 'ViewChanged', data: { from, to: null, index } }] : [];
};

/** What is not there is not kept: a file then says nothing of it. */
export const withView = ({ views = [], ...board }: Board, { from, to, index }: ViewChange): Board => {
  const id = (to ?? from)?.id;
  const place = views.findIndex((view) => view.id === id);
  const next = to ? views.toSpliced(place < 0 ? index : place, place < 0 ? 0 : 1, to) : views.toSpliced(place, 1);
  return next.length > 0 ? { ...board, views: next } : board;
};

export const viewBack = ({ from, to, index }: ViewChange, board: Board): Inverse => {
  const known = to ?? from;
  const present = viewsOf(board).find(({ id }) => id === known?.id) ?? null;
  if (!sameValue(present, to))
    return { events: [], skipped: `The view “${known?.name}” has been changed again since and stays as it is.` };
  return { events: [{ type: 'ViewChanged', data: { from: to, to: from, index } }] };
};
