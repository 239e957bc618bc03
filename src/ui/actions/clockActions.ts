import { type AppState, workspace } from '#state';
import { actionTexts as texts } from '../text/actions.ts';
import type { Action } from './Action.ts';

const mayWind = ({ cursor, view }: AppState): boolean => cursor === 'now' && view === 'wall';

/** The playground's clock, without its menu. */
export const clockActions: readonly Action[] = [
  {
    id: 'time.windToNext',
    label: texts.windToNext,
    group: 'time',
    isEnabled: mayWind,
    run: () => void import('../clock/winding.ts').then(({ windToNext }) => windToNext()),
  },
  {
    id: 'time.windTo',
    label: texts.windTo,
    group: 'time',
    isEnabled: mayWind,
    run: ({ isDockOpen }) => {
      if (!isDockOpen) workspace.toggleDock(true);
      void import('../clock/clockStore.ts').then(({ askForTime }) => askForTime(true));
    },
  },
  {
    id: 'time.waiting',
    label: texts.waiting,
    group: 'time',
    isEnabled: ({ view }) => view === 'wall',
    run: () => void import('../clock/showWaiting.ts').then(({ showWaiting }) => showWaiting()),
  },
];
