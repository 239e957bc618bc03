import { type Axis, type BoardIntent, onGrid, type Place, type Point, placesOf, type Space, spaceMade } from '#model';
import { appStore } from '#state';
import { arrangingText } from '../text/arranging.ts';
import type { Direction } from './geometry.ts';
import { makeEdit } from './makeEdit.ts';
import { focusedNote } from './walking.ts';
import { wallStore } from './wallStore.ts';

/** Room that is being made: from a line of the wall, along the axis that the pointer has chosen. */
export type Making = { axis: Axis; line: number; by: number };

const places = (): Place[] => placesOf(appStore.getState().board);

const show = ({ axis, line, by }: Making): Making => {
  const space = spaceMade(places(), axis, line, by);
  wallStore.setState({
    drafts: Object.fromEntries(space.places.map(({ noteId, at, size }) => [noteId, { at, ...(size && { size }) }])),
  });
  return { axis, line, by: space.by };
};

/** Shows the room that a drag with the space tool makes; it runs along the axis on which it has gone further. */
export const showSpace = (from: Point, to: Point): Making => {
  const axis = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y) ? 'x' : 'y';
  return show({ axis, line: from[axis], by: onGrid(to[axis] - from[axis]) });
};

const intentsOf = ({ places: made }: Space): BoardIntent[] => [
  { type: 'MoveNotes', moves: made.flatMap(({ noteId, at, size }) => (size ? [] : [{ noteId, to: at }])) },
  ...made.flatMap(({ noteId, size }): BoardIntent[] => (size ? [{ type: 'ResizeNote', noteId, to: size }] : [])),
];

/** What has been shown becomes one step of undo. */
export const keepSpace = ({ axis, line, by }: Making): void => {
  wallStore.setState({ drafts: {} });
  if (by === 0) return;
  makeEdit(
    by > 0 ? arrangingText.roomMade[axis] : arrangingText.roomTaken[axis],
    intentsOf(spaceMade(places(), axis, line, by)),
  );
};

export const forgetSpace = (): void => wallStore.setState({ drafts: {} });

let typed: Making | null = null;

/** By keys: room in front of the note that has the focus. A key held down is one step of undo, kept when it is let go. */
export const typeSpace = (direction: Direction, distance: number, released: Promise<void>): void => {
  const place = places().find(({ noteId }) => noteId === focusedNote());
  if (!place) return;
  const axis = direction === 'left' || direction === 'right' ? 'x' : 'y';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const isFirst = typed === null;
  const by = (typed?.axis === axis ? typed.by : 0) + sign * distance;
  typed = show({ axis, line: place[axis], by });
  if (!isFirst) return;
  void released.then(() => {
    if (typed) keepSpace(typed);
    typed = null;
  });
};
