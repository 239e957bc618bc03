import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Columns3,
  Group,
  type LucideIcon,
} from 'lucide-react';
import type { Alignment, Axis } from '#model';
import type { AppState } from '#state';
import { arrangingText as texts } from '../text/arranging.ts';
import type { Action } from './Action.ts';

/** Fetched when idle: nobody arranges before there is something to see. */
const arranging = () => import('../canvas/arranging.ts');

const hasSelectedNotes =
  (least: number) =>
  ({ selection, view }: AppState): boolean =>
    view === 'wall' && selection.noteIds.length >= least;

const alignments: { [A in Alignment]: { icon: LucideIcon; key: string } } = {
  left: { icon: AlignStartVertical, key: 'Alt+Shift+ArrowLeft' },
  centre: { icon: AlignCenterVertical, key: 'Alt+Shift+c' },
  right: { icon: AlignEndVertical, key: 'Alt+Shift+ArrowRight' },
  top: { icon: AlignStartHorizontal, key: 'Alt+Shift+ArrowUp' },
  middle: { icon: AlignCenterHorizontal, key: 'Alt+Shift+m' },
  bottom: { icon: AlignEndHorizontal, key: 'Alt+Shift+ArrowDown' },
};

const distributions: { [A in Axis]: { icon: LucideIcon; key: string } } = {
  x: { icon: AlignHorizontalDistributeCenter, key: 'Alt+Shift+h' },
  y: { icon: AlignVerticalDistributeCenter, key: 'Alt+Shift+v' },
};

/** Putting notes in order. */
export const arrangeActions: readonly Action[] = [
  ...(Object.keys(alignments) as Alignment[]).map(
    (alignment): Action => ({
      id: `wall.align.${alignment}`,
      label: texts.aligned[alignment],
      icon: alignments[alignment].icon,
      keys: [alignments[alignment].key],
      group: 'wall',
      scope: 'wall',
      isEnabled: hasSelectedNotes(2),
      run: () => void arranging().then(({ alignSelected }) => alignSelected(alignment)),
    }),
  ),
  ...(Object.keys(distributions) as Axis[]).map(
    (axis): Action => ({
      id: `wall.distribute.${axis}`,
      label: texts.distributed[axis],
      icon: distributions[axis].icon,
      keys: [distributions[axis].key],
      group: 'wall',
      scope: 'wall',
      isEnabled: hasSelectedNotes(3),
      run: () => void arranging().then(({ distributeSelected }) => distributeSelected(axis)),
    }),
  ),
  {
    id: 'wall.group',
    label: texts.group,
    icon: Group,
    keys: ['$mod+g'],
    group: 'wall',
    scope: 'wall',
    isEnabled: hasSelectedNotes(1),
    run: () => void arranging().then(({ groupSelected }) => groupSelected()),
  },
  {
    id: 'wall.tidy',
    label: texts.tidy,
    icon: Columns3,
    keys: ['Alt+Shift+t'],
    group: 'wall',
    scope: 'wall',
    isEnabled: ({ board, view }) => view === 'wall' && Object.keys(board.notes).length > 1,
    run: () => void arranging().then(({ tidy }) => tidy()),
  },
];
