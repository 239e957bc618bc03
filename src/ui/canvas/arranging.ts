import {
  type Alignment,
  type Axis,
  aligned,
  type BoardIntent,
  distributed,
  frameAround,
  heldBy,
  type Move,
  newDefinition,
  newNote,
  type Place,
  placesOf,
  type TidyPlace,
  uniqueName,
  withHeld,
} from '#model';
import { appStore, newUuid } from '#state';
import { arrangingText } from '../text/arranging.ts';
import { startNaming } from './edits.ts';
import { makeEdit } from './makeEdit.ts';
import { fitAll } from './view.ts';

const places = (): Place[] => placesOf(appStore.getState().board);

const selectedPlaces = (): Place[] => {
  const chosen = new Set(appStore.getState().selection.noteIds);
  return places().filter(({ noteId }) => chosen.has(noteId));
};

/** One step of undo; frames take their notes along. */
const move = (label: string, moves: Move[]): void => {
  makeEdit(label, [{ type: 'MoveNotes', moves: withHeld(places(), moves) }]);
};

export const alignSelected = (alignment: Alignment): void =>
  move(arrangingText.aligned[alignment], aligned(selectedPlaces(), alignment));

export const distributeSelected = (axis: Axis): void =>
  move(arrangingText.distributed[axis], distributed(selectedPlaces(), axis));

/** Puts a frame around what is selected, and asks for its name. */
export const groupSelected = (): void => {
  const { board } = appStore.getState();
  const inside = selectedPlaces();
  const area = frameAround(inside);
  if (!area) return;
  const definition = newDefinition('frame', newUuid(), uniqueName(board, 'frame'));
  const { x, y, width, height } = area;
  const note = { ...newNote(newUuid(), definition.id, { x, y }), width, height };
  if (makeEdit(arrangingText.grouped(inside.length), [{ type: 'AddNote', note, definition }])) startNaming(note.id);
};

/** Fetched when it is first asked for: the first sight of the wall has no use for it. */
const tidiedPlaces = async (tidied: readonly Place[]): Promise<TidyPlace[]> =>
  (await import('./tidying.ts')).tidied(tidied, Object.values(appStore.getState().board.connections));

/** The selection with what its frames hold, where several notes are selected; else the whole wall. */
const placesToTidy = (): Place[] => {
  const { noteIds } = appStore.getState().selection;
  return noteIds.length > 1 ? [...selectedPlaces(), ...heldBy(places(), noteIds)] : places();
};

/** Arranges the wall, or several selected notes, along time; everything stays in view. */
export const tidy = async (): Promise<void> => {
  const chosen = placesToTidy();
  const isWhole = chosen.length === places().length;
  const tidied = await tidiedPlaces(chosen);
  const resizes = tidied.flatMap(({ noteId, at, size }): BoardIntent[] =>
    size ? [{ type: 'ResizeNote', noteId, to: size, at }] : [],
  );
  const moves = tidied.flatMap(({ noteId, at, size }) => (size ? [] : [{ noteId, to: at }]));
  makeEdit(arrangingText.tidied(isWhole ? null : tidied.length), [{ type: 'MoveNotes', moves }, ...resizes]);
  if (isWhole) fitAll();
};
