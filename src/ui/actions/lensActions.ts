import { GraduationCap } from 'lucide-react';
import { lenses, lensOf } from '#model';
import { type AppState, workspace } from '#state';
import { lensIcons } from '../shell/lensIcons.ts';
import { lensTexts as texts } from '../text/lenses.ts';
import type { Action } from './Action.ts';

const isWallShown = ({ modelId, view }: AppState) => modelId !== '' && view === 'wall';
const isStrict = ({ board }: AppState) => board.settings.isStrict ?? false;

/** How the wall is looked at: an edit of the board like any other. */
export const lensActions: readonly Action[] = [
  ...lenses.map(
    (lens): Action => ({
      id: `lens.${lens}`,
      label: texts.look(texts.names[lens]),
      icon: lensIcons[lens],
      group: 'wall',
      isEnabled: (state) => isWallShown(state) && lensOf(state.board) !== lens,
      run: () => workspace.edit(texts.look(texts.names[lens]), [{ type: 'SetLens', lens }]),
    }),
  ),
  {
    id: 'lens.strict',
    label: (state) => (isStrict(state) ? texts.strictOff : texts.strictOn),
    icon: GraduationCap,
    group: 'wall',
    isEnabled: isWallShown,
    run: (state) =>
      workspace.edit(isStrict(state) ? texts.strictOff : texts.strictOn, [
        { type: 'SetStrictness', isStrict: !isStrict(state) },
      ]),
  },
];
