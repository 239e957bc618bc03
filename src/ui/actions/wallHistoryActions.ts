import { SquareStack } from 'lucide-react';
import { type AppState, workspace } from '#state';
import { actionTexts } from '../text/actions.ts';
import type { Action } from './Action.ts';

const { wallHistory: texts } = actionTexts;

const isShown = ({ view }: AppState): boolean => view === 'wall-history';

type HistoryStore = typeof import('../wall-history/historyStore.ts');

/** What the view does comes with the view; the keys are known before. */
const inHistory = (verb: keyof typeof texts, keys: readonly string[], run: (store: HistoryStore) => void): Action => ({
  id: `history.${verb}`,
  label: texts[verb],
  keys,
  group: 'history',
  scope: 'history',
  isEnabled: isShown,
  run: () => void import('../wall-history/historyStore.ts').then(run),
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
  inHistory('back', ['ArrowLeft', 'PageUp'], ({ stepMoment }) => stepMoment(-1)),
  inHistory('forward', ['ArrowRight', 'PageDown'], ({ stepMoment }) => stepMoment(1)),
  inHistory('start', ['Home'], ({ goToFirst }) => goToFirst()),
  inHistory('end', ['End'], ({ goToLast }) => goToLast()),
  inHistory('play', ['Space'], ({ playOrPause }) => playOrPause()),
  inHistory('compare', ['c'], ({ compareOrStop }) => compareOrStop()),
  inHistory('restore', [], ({ restoreShown }) => restoreShown()),
  inHistory('branch', [], ({ branchFromShown }) => branchFromShown()),
  inHistory('leave', ['Escape'], () => workspace.showWall()),
];
