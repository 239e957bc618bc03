import { type Edge, type Node, type NodeProps, Position } from '@xyflow/react';
import {
  type Board,
  type Definition,
  type Note,
  type NoteKind,
  type Place,
  placesOf,
  type Rectangle,
  rectangleOf,
  type Side,
  type Standing,
  sidesBetween,
  spaceAtArrow,
  standingOf,
  whyUnheard,
} from '#model';
import type { Selection } from '#state';
import { canvasText } from '../text/canvas.ts';
import { describeNotes, kindAndName } from './describeNote.ts';
import type { Drafts } from './drafts.ts';

/** Plain data, so that a note renders again only when something in it has changed. */
export type NoteData = { definitionId: string; kind: NoteKind; name: string; isLocked?: true; standing?: Standing };
export type WallNode = Node<NoteData, 'note' | 'frame'>;
export type ShownNote = Pick<NodeProps<WallNode>, 'id' | 'data' | 'selected'>;
/** `isUnheard`: who stands at its end does not hear the event, which is private elsewhere. */
export type WallEdge = Edge<{ isUnheard?: true }, 'arrow'>;

/** All that the wall's elements are derived from. */
export type WallSources = {
  board: Board;
  selection: Selection;
  drafts: Drafts;
  focusedNoteId: string | null;
};

const positions: { [S in Side]: Position } = {
  left: Position.Left,
  right: Position.Right,
  top: Position.Top,
  bottom: Position.Bottom,
};

/** As in `Note.module.css`: arrows end at the outer rim of a handle. */
const handleSize = 2 * spaceAtArrow;

/** Sizes and places of handles are known beforehand: React Flow need not measure notes, nor draw them twice. */
const handlesOf = ({ width, height }: Rectangle): NonNullable<WallNode['handles']> => {
  const handle = (side: Side, x: number, y: number) => ({
    id: side,
    type: 'source' as const,
    position: positions[side],
    x: x - handleSize / 2,
    y: y - handleSize / 2,
    width: handleSize,
    height: handleSize,
  });
  return [
    handle('left', 0, height / 2),
    handle('right', width, height / 2),
    handle('top', width / 2, 0),
    handle('bottom', width / 2, height),
  ];
};

const draftedRectangle = (note: Note, kind: NoteKind, draft?: Drafts[string]): Rectangle => ({
  ...rectangleOf(note, kind),
  ...draft?.at,
  ...draft?.size,
});

const placesKnown = new WeakMap<Board, Place[]>();

/** Asked at each step of a gesture, by many. */
const knownPlaces = (board: Board): Place[] => {
  const places = placesKnown.get(board) ?? placesOf(board);
  placesKnown.set(board, places);
  return places;
};

/** Every note of the board with where it lies, as a gesture under way shows it. */
export const placedNotes = (board: Board, drafts: Drafts = {}): Place[] =>
  knownPlaces(board).map((place) => {
    const draft = drafts[place.noteId];
    return draft ? { ...place, ...draft.at, ...draft.size } : place;
  });

const layerOf = (kind: NoteKind, isSelected: boolean): number => {
  if (kind === 'frame') return -1;
  return isSelected ? 2 : 1;
};

const nodeOf = (
  note: Note,
  { id, kind, name }: Definition,
  draft: Drafts[string] | undefined,
  isSelected: boolean,
  isTabStop: boolean,
  description: string,
  standing: Standing | undefined,
): WallNode => {
  const rectangle = draftedRectangle(note, kind, draft);
  const { x, y, width, height } = rectangle;
  return {
    id: note.id,
    type: kind === 'frame' ? 'frame' : 'note',
    data: {
      definitionId: id,
      kind,
      name,
      ...(note.isLocked && { isLocked: note.isLocked }),
      ...(standing && { standing }),
    },
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(rectangle),
    selected: isSelected,
    zIndex: layerOf(kind, isSelected),
    ariaLabel: description,
    domAttributes: { tabIndex: isTabStop ? 0 : -1, 'aria-roledescription': canvasText.noteRole },
    ...(kind === 'frame' && { style: { pointerEvents: 'none' as const } }),
  };
};

/** React Flow moves a note; it is drawn anew only where what it shows has changed. */
export const isDrawnTheSame = (one: ShownNote, other: ShownNote): boolean =>
  one.selected === other.selected && isSame(Object.values(one.data), Object.values(other.data));

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, index) => Object.is(value, other[index]));

/** Keeps what was made of the same sources, and the list of it, so that React sees the same objects again. */
const keepingUnchanged = <Element>() => {
  let kept = new Map<string, { sources: readonly unknown[]; element: Element }>();
  let list: Element[] = [];
  return () => {
    const next: typeof kept = new Map();
    const derive = <Sources extends readonly unknown[]>(id: string, sources: Sources, make: () => Element): Element => {
      const before = kept.get(id);
      const entry = before && isSame(before.sources, sources) ? before : { sources, element: make() };
      next.set(id, entry);
      return entry.element;
    };
    const finish = (elements: Element[]): Element[] => {
      kept = next;
      if (!isSame(list, elements)) list = elements;
      return list;
    };
    return { derive, finish };
  };
};

/** The wall has one tab stop: the note that had the focus last, else the first. */
const tabStopOf = ({ board, focusedNoteId }: WallSources): string | undefined =>
  focusedNoteId && board.notes[focusedNoteId] ? focusedNoteId : Object.keys(board.notes)[0];

/** Notes of the board as React Flow's nodes; an unchanged note is the same object as before. */
export const createNodesOf = (): ((sources: WallSources) => WallNode[]) => {
  const start = keepingUnchanged<WallNode>();
  return (sources) => {
    const { board, selection, drafts } = sources;
    const selected = new Set(selection.noteIds);
    const tabStop = tabStopOf(sources);
    const descriptions = describeNotes(board);
    const { derive, finish } = start();
    const nodes = Object.values(board.notes).flatMap((note) => {
      const definition = board.definitions[note.definitionId];
      if (!definition) return [];
      const draft = drafts[note.id];
      const isSelected = selected.has(note.id);
      const isTabStop = note.id === tabStop;
      const description = descriptions.get(note.id) ?? '';
      const standing = standingOf(board, definition);
      return derive(note.id, [note, definition, draft, isSelected, isTabStop, description, standing], () =>
        nodeOf(note, definition, draft, isSelected, isTabStop, description, standing),
      );
    });
    return finish(nodes);
  };
};

const arrowAttributes = { tabIndex: -1, 'aria-roledescription': canvasText.arrowRole };

/** Connections of the board as React Flow's edges, between the sides that face each other. */
export const createEdgesOf = (): ((sources: Omit<WallSources, 'focusedNoteId'>) => WallEdge[]) => {
  const start = keepingUnchanged<WallEdge>();
  return ({ board, selection, drafts }) => {
    const places = new Map(placedNotes(board, drafts).map((place) => [place.noteId, place]));
    const selected = new Set(selection.connectionIds);
    const { derive, finish } = start();
    const edges = Object.values(board.connections).flatMap(({ id, from, to }) => {
      const [fromPlace, toPlace] = [places.get(from), places.get(to)];
      if (!fromPlace || !toPlace) return [];
      const { source, target } = sidesBetween(fromPlace, toPlace);
      const isSelected = selected.has(id);
      // Its ends can be led elsewhere once it is all that is selected: the grips of many would hide the wall.
      const isAlone = isSelected && selected.size === 1 && selection.noteIds.length === 0;
      const unheard = whyUnheard(board, from, to);
      const label = [canvasText.describeArrow(kindAndName(board, from), kindAndName(board, to)), unheard]
        .join(' ')
        .trim();
      return derive(id, [from, to, source, target, isSelected, isAlone, label], () => ({
        id,
        type: 'arrow' as const,
        source: from,
        target: to,
        sourceHandle: source,
        targetHandle: target,
        ...(unheard && { data: { isUnheard: true as const } }),
        selected: isSelected,
        reconnectable: isAlone,
        zIndex: isSelected ? 1 : 0,
        ariaLabel: label,
        domAttributes: arrowAttributes,
      }));
    });
    return finish(edges);
  };
};
