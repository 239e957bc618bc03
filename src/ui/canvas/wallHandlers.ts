import type { DragEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { noteKinds } from '#model';
import { appStore } from '#state';
import { addNote, placeDefinition } from './edits.ts';
import { openContextMenu } from './openMenu.ts';
import { draggedDefinitionType, draggedKindType } from './Palette.tsx';
import { onWall } from './view.ts';
import { selectFocused } from './walking.ts';
import { wallStore } from './wallStore.ts';

/** A double click on the empty wall. */
export const openKindChooser = (event: MouseEvent) => {
  if (!(event.target instanceof Element) || !event.target.matches('.react-flow__pane')) return;
  wallStore.setState({ chooser: { purpose: 'add', at: onWall({ x: event.clientX, y: event.clientY }) } });
};

/**
 * A right click on a note. One on the empty wall or on an arrow may be the start of moving the wall, so that React Flow
 * says when it was a click; a finger's long press is watched for by itself, and keys go through the actions.
 */
export const openMenuOfNote = (event: MouseEvent) => {
  if (!(event.target instanceof Element) || event.target.matches('input')) return;
  event.preventDefault();
  const isOfMouse = event.button === 2 || event.ctrlKey;
  if (isOfMouse && event.target.closest('.react-flow__node')) openMenuAt(event);
};

type Pointed = { target: EventTarget | null; clientX: number; clientY: number };

export const openMenuAt = ({ target, clientX, clientY }: Pointed) =>
  openContextMenu(target, { x: clientX, y: clientY });

export const rememberFocus = ({ target }: FocusEvent) => {
  const noteId = target.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  if (noteId) wallStore.setState({ focusedNoteId: noteId });
};

/** React Flow takes Space for panning before the registry of actions sees it. */
export const selectBySpace = ({ key, shiftKey }: KeyboardEvent) => {
  if (key === ' ') selectFocused(shiftKey);
};

export const allowDrop = (event: DragEvent) => {
  const { types } = event.dataTransfer;
  if (!types.includes(draggedKindType) && !types.includes(draggedDefinitionType)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
};

/** A kind, or something that is not on the wall yet, dragged here from the palette. */
export const dropFromPalette = (event: DragEvent) => {
  const at = onWall({ x: event.clientX, y: event.clientY });
  const kind = noteKinds.find((candidate) => candidate === event.dataTransfer.getData(draggedKindType));
  const definition = appStore.getState().board.definitions[event.dataTransfer.getData(draggedDefinitionType)];
  if (!kind && !definition) return;
  event.preventDefault();
  if (kind) addNote(kind, at);
  else if (definition) placeDefinition(definition, at);
};
