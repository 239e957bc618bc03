import type { Point } from '#model';
import { type AppState, appStore } from '#state';
import { menuItem } from '../actions/menuItem.ts';
import type { MenuEntry } from '../kit/Menu.tsx';
import { contextMenuText as texts } from '../text/contextMenu.ts';
import { nameOfNote } from './describeNote.ts';
import { isLocked } from './locking.ts';
import { wallStore } from './wallStore.ts';

type Subject = { kind: 'note' | 'notes' | 'arrow' | 'wall'; label: string };

const subjectOf = ({ board, selection }: AppState): Subject => {
  const { noteIds, connectionIds } = selection;
  const [noteId] = noteIds;
  if (noteId && noteIds.length === 1) return { kind: 'note', label: nameOfNote(board, noteId) };
  if (noteIds.length > 1) return { kind: 'notes', label: texts.notes(noteIds.length) };
  const connection = board.connections[connectionIds[0] ?? ''];
  if (!connection) return { kind: 'wall', label: texts.wall };
  return { kind: 'arrow', label: texts.arrow(nameOfNote(board, connection.from), nameOfNote(board, connection.to)) };
};

const separator = 'separator';
const clipboard = ['wall.cut', 'wall.copy', 'wall.copyPicture', 'wall.duplicate', separator];

/** Ids of actions for each thing that a menu may be about, in groups. */
const offered: { readonly [K in Subject['kind']]: readonly string[] } = {
  note: [
    ...['run.command', 'wall.append', 'wall.connect', 'wall.rename', separator],
    ...clipboard,
    ...['wall.publish', 'wall.context', 'wall.group', 'wall.lock', separator],
    ...['time.previousOfNote', 'time.nextOfNote', 'time.breakpoint', separator],
    'wall.delete',
  ],
  notes: [
    ...['wall.align.left', 'wall.align.centre', 'wall.align.right'],
    ...[
      'wall.align.top',
      'wall.align.middle',
      'wall.align.bottom',
      'wall.distribute.x',
      'wall.distribute.y',
      separator,
    ],
    ...['wall.group', 'wall.tidy', 'wall.lock', separator],
    ...clipboard,
    'wall.delete',
  ],
  arrow: ['wall.delete'],
  wall: [
    'wall.paste',
    'wall.selectAll',
    separator,
    'wall.tidy',
    'wall.unlockAll',
    'wall.fit',
    separator,
    'edit.undo',
    'edit.redo',
  ],
};

/** Offered only where there is something to run, to unlock, or to go to. */
const whenEnabled = [
  'run.command',
  'wall.unlockAll',
  'time.previousOfNote',
  'time.nextOfNote',
  'wall.publish',
  'wall.context',
  'wall.copyPicture',
];
/** What locked notes withstand. */
const notWhenLocked = ['wall.rename', 'wall.cut', 'wall.delete'];

const isOffered = (id: string): boolean => {
  const { noteIds } = appStore.getState().selection;
  if (notWhenLocked.includes(id) && noteIds.length > 0 && noteIds.every(isLocked)) return false;
  if (id === 'time.breakpoint') return !menuItem('time.nextOfNote').isDisabled;
  return !whenEnabled.includes(id) || !menuItem(id).isDisabled;
};

const entryOf = (id: string): MenuEntry => {
  if (id === separator) return 'separator';
  return { ...menuItem(id), isDanger: id === 'wall.delete' };
};

/** A line between two groups, not after the last. */
const betweenGroups = (id: string, index: number, ids: string[]): boolean =>
  id !== separator || (index < ids.length - 1 && ids[index + 1] !== separator);

/** What can be done with what is selected, else with the wall at a point of it. */
export const contextEntries = (at: Point): MenuEntry[] => {
  const { kind } = subjectOf(appStore.getState());
  const entries = offered[kind].filter(isOffered).filter(betweenGroups).map(entryOf);
  if (kind !== 'wall') return entries;
  const add = { ...menuItem('wall.add'), run: () => wallStore.setState({ chooser: { purpose: 'add', at } }) };
  return [add, ...entries];
};

export const contextLabel = (): string => subjectOf(appStore.getState()).label;
