import { AlarmClock } from 'lucide-react';
import type { AppState } from '#state';
import { actionTexts as texts } from '../text/actions.ts';
import type { Action } from './Action.ts';

const mayWind = ({ cursor, view }: AppState): boolean => cursor === 'now' && view === 'wall';

/** The playground's clock, without its menu. */
export const clockActions: readonly Action[] = [
  {
    id: 'time.windToNext',
    label: texts.windToNext,
    icon: AlarmClock,
    group: 'time',
    isEnabled: mayWind,
    run: () => void import('../clock/winding.ts').then(({ windToNext }) => windToNext()),
  },
  {
    id: 'time.windTo',
    label: texts.windTo,
    icon: AlarmClock,
    group: 'time',
    isEnabled: mayWind,
    run: () => void import('../clock/clockStore.ts').then(({ askForTime }) => askForTime(true)),
  },
];
