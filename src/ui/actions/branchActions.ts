import { BadgeCheck, CornerUpLeft, GitBranch, GitCompare, Pencil, Pin, Split, Trash2 } from 'lucide-react';
import { type AppState, currentRunOf, parentOfCurrent, workspace } from '#state';
import { askAboutBranch } from '../branches/branchStore.ts';
import { branchTexts as texts } from '../text/branches.ts';
import { positionAt } from '../timeline/positionAt.ts';
import type { Action } from './Action.ts';

const nameOfCurrent = ({ runs }: AppState): string => currentRunOf(runs)?.name ?? '';
const isOnWall = ({ view }: AppState): boolean => view === 'wall';
const mayReturn = (state: AppState): boolean => isOnWall(state) && parentOfCurrent(state.runs) !== undefined;

const isPinned = (state: AppState): boolean => {
  const { a, b } = currentRunOf(state.runs)?.pins ?? {};
  const position = positionAt(state);
  return a === position || b === position;
};

/** What if it had gone otherwise: runs that begin with what another one has recorded. */
export const branchActions: readonly Action[] = [
  {
    id: 'time.branch',
    label: texts.branchHere,
    icon: GitBranch,
    keys: ['Shift+b'],
    group: 'time',
    isEnabled: isOnWall,
    run: () => workspace.branchHere(),
  },
  {
    id: 'time.whatIf',
    label: texts.whatIf,
    icon: Split,
    keys: ['Shift+w'],
    scope: 'timeline',
    group: 'time',
    isEnabled: isOnWall,
    run: () => askAboutBranch('what-if'),
  },
  {
    id: 'time.pin',
    label: (state) => (isPinned(state) ? texts.unpin : texts.pin),
    icon: Pin,
    keys: ['Shift+p'],
    group: 'time',
    isEnabled: isOnWall,
    run: () => workspace.togglePin(),
  },
  {
    id: 'time.compare',
    label: texts.compare,
    icon: GitCompare,
    keys: ['Shift+c'],
    group: 'time',
    isEnabled: isOnWall,
    run: () => workspace.showCompare(),
  },
  {
    id: 'run.return',
    label: ({ runs }) => texts.returnTo(parentOfCurrent(runs)?.name ?? ''),
    icon: CornerUpLeft,
    group: 'run',
    isEnabled: mayReturn,
    run: () => workspace.returnToParent(),
  },
  {
    id: 'run.adopt',
    label: (state) => texts.adopt(nameOfCurrent(state)),
    icon: BadgeCheck,
    group: 'run',
    isEnabled: ({ runs }) => currentRunOf(runs)?.parent !== undefined && !currentRunOf(runs)?.adoptedAt,
    run: () => workspace.adoptBranch(),
  },
  {
    id: 'run.throwAway',
    label: (state) => texts.throwAway(nameOfCurrent(state)),
    icon: Trash2,
    group: 'run',
    isEnabled: mayReturn,
    run: () => workspace.throwBranchAway(),
  },
  { id: 'run.rename', label: texts.renameRun, icon: Pencil, group: 'run', run: () => askAboutBranch('rename') },
];
