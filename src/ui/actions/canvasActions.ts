import { ClipboardPaste, Copy, Image, Scissors } from 'lucide-react';
import { kindInfo, lensOf, nextKinds, noteKinds } from '#model';
import { type AppState, workspace } from '#state';
import { copySelected, cutSelected, duplicateSelected, pasteFromClipboard } from '../canvas/clipboard.ts';
import { definitionOfNote } from '../canvas/describeNote.ts';
import { addNote, removeSelected, selectAll } from '../canvas/edits.ts';
import type { Direction } from '../canvas/geometry.ts';
import { nudge } from '../canvas/gestures.ts';
import { keyReleased } from '../canvas/keyReleased.ts';
import { noteIcons } from '../canvas/noteIcons.ts';
import { openMenuOfFocused } from '../canvas/openMenu.ts';
import { centreOfView, fitAll, fitSelection, zoomIn, zoomOut, zoomTo100 } from '../canvas/view.ts';
import { currentNote, focusedArrow, focusedNote, isOnWall, selectFocused, walk, walkAlong } from '../canvas/walking.ts';
import { announce, wallStore } from '../canvas/wallStore.ts';
import { canCopyPictures } from '../sharing/canCopyPictures.ts';
import { canvasText } from '../text/canvas.ts';
import { canvasActionTexts as texts } from '../text/canvasActions.ts';
import { contextMenuText } from '../text/contextMenu.ts';
import type { Action } from './Action.ts';

const isWallShown = ({ view, form }: AppState) => view === 'wall' && form === null;
const hasSelectedNotes = ({ selection }: AppState) => selection.noteIds.length > 0;
const hasSelectedFrame = ({ board, selection }: AppState) =>
  selection.noteIds.some((noteId) => definitionOfNote(board, noteId)?.kind === 'frame');
const hasSelection = ({ selection }: AppState) => selection.noteIds.length + selection.connectionIds.length > 0;
const hasNotes = ({ board, view }: AppState) => view === 'wall' && Object.keys(board.notes).length > 0;

/** The current note, where keys typed now are meant for it and not for a button. */
const noteForKeys = (): string | null => {
  const active = document.activeElement;
  return active === null || active === document.body || isOnWall() ? currentNote() : null;
};

const canAppend = ({ board }: AppState): boolean => {
  const kind = definitionOfNote(board, noteForKeys() ?? '')?.kind;
  return kind !== undefined && nextKinds(kind, lensOf(board)).length > 0;
};

const append = () => {
  const from = noteForKeys();
  if (from) wallStore.setState({ chooser: { purpose: 'append', from } });
};

/** Where another view is shown in its place, keys that no element has are not meant for the wall. */
const wallAction = ({ isEnabled = () => true, ...action }: Omit<Action, 'group' | 'scope'>): Action => ({
  ...action,
  isEnabled: (state) => state.view === 'wall' && isEnabled(state),
  group: 'wall',
  scope: 'wall',
});

const adding: readonly Action[] = [
  wallAction({
    id: 'wall.add',
    label: texts.add,
    keys: ['n'],
    isEnabled: isWallShown,
    run: () => wallStore.setState({ chooser: { purpose: 'add', at: centreOfView() } }),
  }),
  ...noteKinds.flatMap((kind) => {
    const { key, word } = kindInfo[kind];
    if (!key) return [];
    return wallAction({
      id: `wall.add.${kind}`,
      label: texts.addKind(word),
      icon: noteIcons[kind],
      keys: [key],
      isEnabled: isWallShown,
      run: () => addNote(kind, centreOfView()),
    });
  }),
  wallAction({
    id: 'wall.append',
    label: texts.append,
    keys: ['a', 'Control+ArrowRight'],
    isEnabled: canAppend,
    run: append,
  }),
  wallAction({
    id: 'wall.appendByTab',
    label: texts.appendToSelected,
    keys: ['Tab'],
    // Tab leaves the wall from a note that is not selected: nobody is trapped.
    isEnabled: (state) => focusedNote() !== null && state.selection.noteIds.length === 1 && canAppend(state),
    run: append,
  }),
];

const editing: readonly Action[] = [
  wallAction({
    id: 'wall.menu',
    label: contextMenuText.open,
    keys: ['Shift+F10', 'ContextMenu'],
    isEnabled: isWallShown,
    run: openMenuOfFocused,
  }),
  wallAction({
    id: 'wall.rename',
    label: texts.rename,
    keys: ['Enter', 'F2'],
    isEnabled: () => noteForKeys() !== null,
    run: () => {
      const noteId = noteForKeys();
      if (noteId) workspace.startRenaming(noteId);
    },
  }),
  wallAction({
    id: 'wall.connect',
    label: texts.connect,
    keys: ['c'],
    isEnabled: () => noteForKeys() !== null,
    run: () => {
      const from = noteForKeys();
      if (from) wallStore.setState({ chooser: { purpose: 'connect', from } });
    },
  }),
  wallAction({
    id: 'wall.delete',
    label: texts.remove,
    keys: ['Delete', 'Backspace'],
    isEnabled: hasSelection,
    run: () => removeSelected(),
  }),
  wallAction({
    id: 'wall.duplicate',
    label: texts.duplicate,
    keys: ['$mod+d'],
    isEnabled: hasSelectedNotes,
    run: duplicateSelected,
  }),
  wallAction({
    id: 'wall.copy',
    label: texts.copy,
    icon: Copy,
    keys: ['$mod+c'],
    leavesKeys: true,
    isEnabled: hasSelectedNotes,
    run: copySelected,
  }),
  wallAction({
    id: 'wall.copyPicture',
    label: texts.copyPicture,
    icon: Image,
    isEnabled: (state) => canCopyPictures && hasSelectedNotes(state),
    run: () => void import('../sharing/copySelectedAsPicture.ts').then((room) => room.copySelectedAsPicture()),
  }),
  wallAction({
    id: 'wall.cut',
    label: texts.cut,
    icon: Scissors,
    keys: ['$mod+x'],
    leavesKeys: true,
    isEnabled: hasSelectedNotes,
    run: cutSelected,
  }),
  wallAction({
    id: 'wall.paste',
    label: texts.paste,
    icon: ClipboardPaste,
    keys: ['$mod+v', '$mod+Shift+v'],
    leavesKeys: true,
    isEnabled: isWallShown,
    run: () => void pasteFromClipboard(),
  }),
];

const selecting: readonly Action[] = [
  wallAction({ id: 'wall.selectAll', label: texts.selectAll, keys: ['$mod+a'], isEnabled: hasNotes, run: selectAll }),
  wallAction({
    id: 'wall.select',
    label: texts.select,
    keys: ['Space', 'Shift+Space'],
    isEnabled: ({ selection }) => {
      const [noteId, arrow] = [focusedNote(), focusedArrow()];
      if (arrow) return !selection.connectionIds.includes(arrow);
      return noteId !== null && !selection.noteIds.includes(noteId);
    },
    run: (_state, event) => selectFocused(event?.shiftKey ?? false),
  }),
  wallAction({
    id: 'wall.leaveTool',
    label: texts.leaveTool,
    keys: ['Escape'],
    isEnabled: () => wallStore.getState().tool === 'space',
    run: () => wallStore.setState({ tool: 'select' }),
  }),
  wallAction({
    id: 'wall.deselect',
    label: texts.deselect,
    keys: ['Escape'],
    isEnabled: hasSelection,
    run: () => {
      workspace.select({ noteIds: [], connectionIds: [] });
      announce(canvasText.selected(0));
    },
  }),
];

const directions: { [D in Direction]: string } = {
  left: 'ArrowLeft',
  right: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown',
};

/** With something selected, arrows move it; with nothing selected, they walk from note to note. */
const moving: readonly Action[] = (Object.keys(directions) as Direction[]).flatMap((direction) => {
  const key = directions[direction];
  return [
    wallAction({
      id: `wall.space.${direction}`,
      label: texts.spaceBy[direction],
      keys: [key, `Shift+${key}`],
      isEnabled: () => wallStore.getState().tool === 'space' && focusedNote() !== null,
      run: (_state, event) => {
        const released = keyReleased();
        const distance = event?.shiftKey ? 8 : 24;
        void import('../canvas/spacing.ts').then(({ typeSpace }) => typeSpace(direction, distance, released));
      },
    }),
    wallAction({
      id: `wall.nudge.${direction}`,
      label: texts.nudge[direction],
      keys: [key, `Shift+${key}`],
      isEnabled: (state) => isOnWall() && hasSelectedNotes(state),
      run: (_state, event) => nudge(direction, event?.shiftKey ? 1 : 8),
    }),
    wallAction({
      id: `wall.nudgeFrame.${direction}`,
      label: texts.nudgeFrame[direction],
      keys: [`$mod+Shift+${key}`],
      isEnabled: (state) => isOnWall() && hasSelectedFrame(state),
      run: () => nudge(direction, 8, { isFrameAlone: true }),
    }),
    wallAction({
      id: `wall.walk.${direction}`,
      label: texts.walk[direction],
      keys: [key],
      isEnabled: (state) => isOnWall() && !hasSelectedNotes(state) && hasNotes(state),
      run: () => walk(direction),
    }),
    wallAction({
      id: `wall.walkAlong.${direction}`,
      label: texts.walkAlong[direction],
      keys: [`Alt+${key}`],
      isEnabled: (state) => isOnWall() && hasNotes(state),
      run: () => walkAlong(direction),
    }),
  ];
});

/** An arrow is reached from its note, and left along it. */
const walkingArrows: readonly Action[] = ([1, -1] as const).map((step) =>
  wallAction({
    id: step === 1 ? 'wall.nextArrow' : 'wall.previousArrow',
    label: step === 1 ? texts.nextArrow : texts.previousArrow,
    keys: [step === 1 ? 'w' : 'Shift+w'],
    isEnabled: ({ board }) =>
      focusedArrow() !== null ||
      ((focusedNote() ?? noteForKeys()) !== null && Object.keys(board.connections).length > 0),
    run: () => void import('../canvas/arrowWalk.ts').then(({ walkArrows }) => walkArrows(step)),
  }),
);

const viewing: readonly Action[] = [
  wallAction({
    id: 'wall.selectTool',
    label: texts.selectTool,
    keys: ['v'],
    run: () => wallStore.setState({ tool: 'select' }),
  }),
  wallAction({
    id: 'wall.handTool',
    label: texts.handTool,
    keys: ['h'],
    run: () => wallStore.setState({ tool: 'hand' }),
  }),
  wallAction({
    id: 'wall.spaceTool',
    label: texts.spaceTool,
    keys: ['s'],
    run: () => wallStore.setState({ tool: 'space' }),
  }),
  wallAction({
    id: 'wall.zoomIn',
    label: texts.zoomIn,
    keys: ['$mod+Equal', '$mod+Shift+Equal', '$mod+NumpadAdd'],
    run: zoomIn,
  }),
  wallAction({ id: 'wall.zoomOut', label: texts.zoomOut, keys: ['$mod+Minus', '$mod+NumpadSubtract'], run: zoomOut }),
  wallAction({ id: 'wall.zoomTo100', label: texts.zoomTo100, keys: ['$mod+Digit0'], run: zoomTo100 }),
  wallAction({ id: 'wall.fit', label: texts.fit, keys: ['Shift+Digit1'], isEnabled: hasNotes, run: () => fitAll() }),
  wallAction({
    id: 'wall.fitSelection',
    label: texts.fitSelection,
    keys: ['Shift+Digit2'],
    isEnabled: hasSelectedNotes,
    run: fitSelection,
  }),
];

/** What can be done on the wall. */
export const canvasActions: readonly Action[] = [
  ...adding,
  ...editing,
  ...selecting,
  ...moving,
  ...walkingArrows,
  ...viewing,
];
