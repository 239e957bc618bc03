import { ChevronLeft, ChevronRight, Hash, Play, SkipBack, SkipForward } from 'lucide-react';
import { type AppState, appStore, workspace } from '#state';
import { actionTexts as texts } from '../text/actions.ts';
import { focusPosition } from '../timeline/focusPosition.ts';
import { positionAt } from '../timeline/positionAt.ts';
import type { Action } from './Action.ts';

const hasHistory = ({ events, view }: AppState): boolean => events.length > 0 && view === 'wall';

const playOrPause = ({ isPlaying }: AppState): void => (isPlaying ? workspace.pause() : workspace.play());

/** Event by event, also while a filter lets other steps go from match to match. */
const stepOne = (state: AppState, by: 1 | -1): void => {
  if (state.matches) workspace.seek(positionAt(state) + by);
  else if (by === 1) workspace.stepForward();
  else workspace.stepBack();
};

/** The field is there once the timeline is: it may have to be shown first. */
const goToNumber = (): void => {
  if (!appStore.getState().isDockOpen) workspace.toggleDock(true);
  requestAnimationFrame(focusPosition);
};

/** Time travel: arrows where the timeline has the focus, brackets everywhere, page keys (presenters' clickers
 * send them) wherever nobody types. */
export const timelineActions: readonly Action[] = [
  {
    id: 'time.back',
    label: texts.stepBack,
    icon: ChevronLeft,
    keys: ['ArrowLeft'],
    group: 'time',
    scope: 'timeline',
    isEnabled: hasHistory,
    run: () => workspace.stepBack(),
  },
  {
    id: 'time.forward',
    label: texts.stepForward,
    icon: ChevronRight,
    keys: ['ArrowRight'],
    group: 'time',
    scope: 'timeline',
    isEnabled: hasHistory,
    run: () => workspace.stepForward(),
  },
  {
    id: 'time.start',
    label: texts.goToStart,
    icon: SkipBack,
    keys: ['Home'],
    group: 'time',
    scope: 'timeline',
    isEnabled: hasHistory,
    run: () => workspace.goToStart(),
  },
  {
    id: 'time.now',
    label: texts.goToNow,
    icon: SkipForward,
    keys: ['End'],
    group: 'time',
    scope: 'timeline',
    isEnabled: hasHistory,
    run: () => workspace.goToNow(),
  },
  {
    id: 'time.play',
    label: ({ isPlaying }) => (isPlaying ? texts.pause : texts.play),
    icon: Play,
    keys: ['Space'],
    group: 'time',
    scope: 'timeline',
    isEnabled: hasHistory,
    run: playOrPause,
  },
  {
    id: 'time.backAnywhere',
    label: texts.stepBackAnywhere,
    keys: ['$mod+['],
    group: 'time',
    scope: 'anywhere',
    isEnabled: hasHistory,
    run: (state) => stepOne(state, -1),
  },
  {
    id: 'time.forwardAnywhere',
    label: texts.stepForwardAnywhere,
    keys: ['$mod+]'],
    group: 'time',
    scope: 'anywhere',
    isEnabled: hasHistory,
    run: (state) => stepOne(state, 1),
  },
  {
    id: 'time.backByClicker',
    label: texts.stepBackByClicker,
    keys: ['PageUp'],
    group: 'time',
    isEnabled: hasHistory,
    run: () => workspace.stepBack(),
  },
  {
    id: 'time.forwardByClicker',
    label: texts.stepForwardByClicker,
    keys: ['PageDown'],
    group: 'time',
    isEnabled: hasHistory,
    run: () => workspace.stepForward(),
  },
  {
    id: 'time.goToNumber',
    label: texts.goToNumber,
    icon: Hash,
    keys: ['$mod+j'],
    group: 'time',
    scope: 'anywhere',
    isEnabled: hasHistory,
    run: goToNumber,
  },
];
