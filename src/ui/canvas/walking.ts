import { appStore, workspace } from '#state';
import { canvasText } from '../text/canvas.ts';
import { nameOfNote } from './describeNote.ts';
import { type Direction, inReadingOrder, nearestInDirection } from './geometry.ts';
import { linksOf } from './links.ts';
import { bringIntoView } from './view.ts';
import { placedNotes } from './wallElements.ts';
import { announce, wallStore } from './wallStore.ts';

const elementOf = (noteId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(noteId)}"]`);

/** The note that has the focus itself, not something in it. */
export const focusedNote = (): string | null => {
  const element = document.activeElement;
  return element instanceof HTMLElement && element.matches('.react-flow__node') ? (element.dataset.id ?? null) : null;
};

/** The arrow that has the focus. */
export const focusedArrow = (): string | null => {
  const element = document.activeElement;
  return element instanceof SVGElement && element.matches('.react-flow__edge') ? (element.dataset.id ?? null) : null;
};

/** The note or arrow that has the focus itself. */
export const focusedElement = (): Element | null =>
  document.activeElement?.matches('.react-flow__node, .react-flow__edge') ? document.activeElement : null;

/** Whether keys that move and walk are meant for the wall: a note has the focus, or the wall itself. */
export const isOnWall = (): boolean =>
  focusedElement() !== null || Boolean(document.activeElement?.matches('[data-wall]'));

/** Gives a note the focus and brings it into view; a note that is not drawn yet gets it once it is. */
export const focusNote = (noteId: string): void => {
  wallStore.setState({ focusedNoteId: noteId });
  bringIntoView(noteId);
  const element = elementOf(noteId);
  if (element) element.focus({ preventScroll: true });
  else requestAnimationFrame(() => elementOf(noteId)?.focus({ preventScroll: true }));
};

/** The selection goes with the walker once something has been selected. */
const goTo = (noteId: string): void => {
  const { selection } = appStore.getState();
  if (selection.noteIds.length > 0) workspace.select({ noteIds: [noteId], connectionIds: [] });
  focusNote(noteId);
};

/** From an arrow that has the focus to the note at one of its ends; answers whether there was one. */
const leaveArrow = (direction: Direction): boolean => {
  const arrow = appStore.getState().board.connections[focusedArrow() ?? ''];
  if (!arrow) return false;
  workspace.select({ noteIds: [], connectionIds: [] });
  focusNote(isWithArrow(direction) ? arrow.to : arrow.from);
  return true;
};

const isWithArrow = (direction: Direction): boolean => direction === 'right' || direction === 'down';

const startOfWalk = (): void => {
  const { board } = appStore.getState();
  const { focusedNoteId } = wallStore.getState();
  const start =
    focusedNoteId && board.notes[focusedNoteId] ? focusedNoteId : inReadingOrder(placedNotes(board))[0]?.noteId;
  if (start) focusNote(start);
};

/** To the nearest note in a direction; from an arrow to the note that it leads to, or comes from. */
export const walk = (direction: Direction): void => {
  if (leaveArrow(direction)) return;
  const here = focusedNote();
  const places = placedNotes(appStore.getState().board);
  const from = places.find(({ noteId }) => noteId === here);
  if (!from) {
    startOfWalk();
    return;
  }
  const next = nearestInDirection(
    from,
    places.filter(({ noteId }) => noteId !== here),
    direction,
  );
  if (next) focusNote(next.noteId);
};

/** Along an arrow: right and down with it, left and up against it. */
export const walkAlong = (direction: Direction): void => {
  if (leaveArrow(direction)) return;
  const here = focusedNote();
  const { board } = appStore.getState();
  if (!here) {
    startOfWalk();
    return;
  }
  const links = linksOf(board);
  const reached = new Set(
    isWithArrow(direction) ? links.outgoing(here).map(({ to }) => to) : links.incoming(here).map(({ from }) => from),
  );
  const next = inReadingOrder(placedNotes(board).filter(({ noteId }) => reached.has(noteId)))[0];
  if (next) goTo(next.noteId);
};

/** Selects the note or arrow that has the focus; `isAdding` keeps what is selected already. */
export const selectFocused = (isAdding: boolean): void => {
  const arrow = focusedArrow();
  if (arrow) workspace.select({ noteIds: [], connectionIds: [arrow] });
  const noteId = focusedNote();
  const { noteIds } = appStore.getState().selection;
  if (!noteId || noteIds.includes(noteId)) return;
  const chosen = isAdding ? [...noteIds, noteId] : [noteId];
  workspace.select({ noteIds: chosen, connectionIds: [] });
  const { board } = appStore.getState();
  announce(chosen.length > 1 ? canvasText.selected(chosen.length) : canvasText.selectedOne(nameOfNote(board, noteId)));
};

/** The note that the next key is about: the one selected alone, else the one with the focus. */
export const currentNote = (): string | null => {
  const { noteIds } = appStore.getState().selection;
  return noteIds.length === 1 ? (noteIds[0] ?? null) : noteIds.length === 0 ? focusedNote() : null;
};
