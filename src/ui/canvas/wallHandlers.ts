import type { DragEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { noteKinds } from '#model';
import { addNote } from './edits.ts';
import { draggedKindType } from './Palette.tsx';
import { onWall } from './view.ts';
import { selectFocused } from './walking.ts';
import { wallStore } from './wallStore.ts';

/** A double click on the empty wall. */
export const openKindChooser = (event: MouseEvent) => {
  if (!(event.target instanceof Element) || !event.target.matches('.react-flow__pane')) return;
  wallStore.setState({ chooser: { purpose: 'add', at: onWall({ x: event.clientX, y: event.clientY }) } });
};

export const rememberFocus = ({ target }: FocusEvent) => {
  const noteId = target.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  if (noteId) wallStore.setState({ focusedNoteId: noteId });
};

/** React Flow takes Space for panning before the registry of actions sees it. */
export const selectBySpace = ({ key, shiftKey }: KeyboardEvent) => {
  if (key === ' ') selectFocused(shiftKey);
};

export const allowDrop = (event: DragEvent) => {
  if (!event.dataTransfer.types.includes(draggedKindType)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
};

/** A kind dragged here from the palette. */
export const dropKind = (event: DragEvent) => {
  const kind = noteKinds.find((candidate) => candidate === event.dataTransfer.getData(draggedKindType));
  if (!kind) return;
  event.preventDefault();
  addNote(kind, onWall({ x: event.clientX, y: event.clientY }));
};
