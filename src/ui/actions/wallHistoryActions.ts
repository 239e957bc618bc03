import {
  ChevronLeft,
  ChevronRight,
  CopyPlus,
  GitCompare,
  Play,
  RotateCcw,
  SkipBack,
  SkipForward,
  SquareStack,
} from 'lucide-react';
import { type AppState, workspace } from '#state';
import { wallHistoryTexts as texts } from '../text/wallHistory.ts';
import {
  branchFromShown,
  canRestore,
  compareOrStop,
  goToFirst,
  goToLast,
  historyStore,
  playOrPause,
  restoreShown,
  stepMoment,
} from '../wall-history/historyStore.ts';
import type { Action } from './Action.ts';

const isShown = ({ view }: AppState): boolean => view === 'wall-history';
const hasEdits = (state: AppState): boolean => isShown(state) && historyStore.getState().moments.length > 0;

const inHistory = (action: Omit<Action, 'group' | 'scope'>): Action => ({
  isEnabled: hasEdits,
  ...action,
  group: 'history',
  scope: 'history',
});

/** The history of the wall, edit by edit. Its keys are those of time travel, and count in its own view alone. */
export const wallHistoryActions: readonly Action[] = [
  {
    id: 'history.show',
    label: texts.show,
    icon: SquareStack,
    group: 'view',
    isEnabled: ({ view }) => view === 'wall',
    run: () => workspace.showWallHistory(),
  },
  inHistory({
    id: 'history.back',
    label: texts.stepBack,
    icon: ChevronLeft,
    keys: ['ArrowLeft', 'PageUp'],
    run: () => stepMoment(-1),
  }),
  inHistory({
    id: 'history.forward',
    label: texts.stepForward,
    icon: ChevronRight,
    keys: ['ArrowRight', 'PageDown'],
    run: () => stepMoment(1),
  }),
  inHistory({ id: 'history.start', label: texts.toStart, icon: SkipBack, keys: ['Home'], run: goToFirst }),
  inHistory({ id: 'history.end', label: texts.toEnd, icon: SkipForward, keys: ['End'], run: goToLast }),
  inHistory({ id: 'history.play', label: texts.play, icon: Play, keys: ['Space'], run: playOrPause }),
  inHistory({ id: 'history.compare', label: texts.compare, icon: GitCompare, keys: ['c'], run: compareOrStop }),
  inHistory({
    id: 'history.restore',
    label: texts.restore,
    icon: RotateCcw,
    isEnabled: (state) => isShown(state) && canRestore(historyStore.getState()),
    run: restoreShown,
  }),
  inHistory({ id: 'history.branch', label: texts.branch, icon: CopyPlus, run: branchFromShown }),
  inHistory({
    id: 'history.leave',
    label: texts.back,
    keys: ['Escape'],
    isEnabled: isShown,
    run: () => workspace.showWall(),
  }),
];
