import { Crosshair, Presentation, X } from 'lucide-react';
import { type AppState, scales, workspace } from '#state';
import { toggleLaser } from '../shell/shellStore.ts';
import { actionTexts as texts } from '../text/actions.ts';
import type { Action } from './Action.ts';

const isOverWall = ({ view }: AppState): boolean => ['outline', 'compare', 'file-differences'].includes(view);

/** In front of people: the wall alone, larger letters, something to point with. */
export const presentActions: readonly Action[] = [
  {
    id: 'present.start',
    label: ({ isPresenting }) => (isPresenting ? texts.leavePresenting : texts.present),
    icon: Presentation,
    keys: ['$mod+.'],
    scope: 'anywhere',
    group: 'view',
    isEnabled: ({ view }) => view === 'wall',
    run: ({ isPresenting }) => workspace.present(!isPresenting),
  },
  {
    id: 'view.leave',
    label: (state) => (isOverWall(state) ? texts.backToWall : texts.leavePresenting),
    icon: X,
    keys: ['Escape'],
    group: 'view',
    isEnabled: (state) => (isOverWall(state) ? state.renaming === null : state.isPresenting),
    run: (state, event) => {
      if (isOverWall(state)) workspace.showWall();
      // By its key, what lies nearest goes first.
      else if (event && state.form) workspace.closeForm();
      else workspace.present(false);
    },
  },
  { id: 'present.laser', label: texts.laser, icon: Crosshair, keys: ['k'], group: 'view', run: toggleLaser },
  ...scales.map(
    (scale): Action => ({
      id: `present.scale.${scale * 100}`,
      label: texts.scale(scale * 100),
      group: 'view',
      isEnabled: (state) => state.scale !== scale,
      run: () => workspace.setScale(scale),
    }),
  ),
];
