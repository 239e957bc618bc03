import { GitBranch, Plus, RotateCcw, Rows3, Split } from 'lucide-react';
import { runTree } from '#model';
import { type AppState, appStore, currentRunOf, parentOfCurrent, type RunSummary, workspace } from '#state';
import { menuItem } from '../actions/menuItem.ts';
import { toggleBranchLanes, useBranches } from '../branches/branchStore.ts';
import { familyOfCurrent } from '../branches/familyOfCurrent.ts';
import { Button } from '../kit/Button.tsx';
import { Menu, type MenuEntry } from '../kit/Menu.tsx';
import { branchTexts } from '../text/branches.ts';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';

const thereOf = (runs: RunSummary[]): RunSummary[] => runs.filter(({ deletedAt }) => !deletedAt);

const hintOf = ({ parent, events }: RunSummary, depth: number): string => {
  const count = timelineTexts.eventsOfRun(events);
  return parent && depth > 0 ? branchTexts.ofBranch(parent.position, count) : count;
};

/** All runs, branches below what they came from. */
const runEntries = (runs: RunSummary[], head: number): MenuEntry[] =>
  runTree(runs).map(({ run, depth }) => ({
    label: run.name,
    hint: hintOf(run.isCurrent ? { ...run, events: head } : run, depth),
    isChecked: run.isCurrent,
    level: depth,
    run: () => void workspace.openRun(run.runId),
  }));

/** How a what-if ends: adopted, kept or thrown away. */
const endings = (state: AppState): MenuEntry[] => {
  const current = currentRunOf(state.runs);
  if (!current?.parent) return [];
  const hasParent = parentOfCurrent(state.runs) !== undefined;
  return [
    'separator',
    ...(current.adoptedAt ? [] : [{ ...menuItem('run.adopt'), hint: branchTexts.adoptHint }]),
    ...(hasParent ? [{ ...menuItem('run.return'), hint: branchTexts.returnHint(current.name) }] : []),
    ...(hasParent && !current.adoptedAt ? [{ ...menuItem('run.throwAway'), isDanger: true }] : []),
  ];
};

const beginnings: MenuEntry[] = [
  {
    label: timelineTexts.runAgain,
    hint: timelineTexts.runAgainHint,
    icon: RotateCcw,
    run: () => void workspace.newRun('from-history'),
  },
  {
    label: timelineTexts.newRun,
    hint: timelineTexts.newRunHint,
    icon: Plus,
    run: () => void workspace.newRun('empty'),
  },
];

const deletions = (runs: RunSummary[]): MenuEntry[] => {
  const others = runs.filter(({ isCurrent }) => !isCurrent);
  if (others.length === 0) return [];
  return [
    'separator',
    ...others.map((run) => ({
      label: timelineTexts.deleteRun(run.name),
      isDanger: true,
      run: () => void workspace.deleteRun(run.runId),
    })),
  ];
};

const entriesOf = (areLanesShown: boolean): MenuEntry[] => {
  const state = appStore.getState();
  const runs = thereOf(state.runs);
  const hasFamily = familyOfCurrent(runs).length > 1;
  return [
    { heading: timelineTexts.runs },
    ...runEntries(runs, state.events.length),
    ...endings(state),
    'separator',
    menuItem('time.branch'),
    { ...menuItem('time.whatIf'), hint: branchTexts.whatIfHint, icon: Split, keys: undefined },
    ...(hasFamily
      ? [{ label: branchTexts.showLanes, icon: Rows3, isToggled: areLanesShown, run: toggleBranchLanes }]
      : []),
    menuItem('time.pin'),
    menuItem('time.compare'),
    menuItem('run.rename'),
    'separator',
    ...beginnings,
    ...deletions(runs),
  ];
};

/** The runs of this model: the one in use, earlier ones and branches, and how to begin another. */
export const RunsMenu = () => {
  const current = useApp(({ runs }) => currentRunOf(runs));
  const areLanesShown = useBranches((state) => state.areLanesShown);
  const isWhatIf = current?.parent !== undefined && !current.adoptedAt;
  return (
    <Menu
      label={timelineTexts.runs}
      align="end"
      side="top"
      entries={() => entriesOf(areLanesShown)}
      trigger={
        <Button size="small" variant={isWhatIf ? 'plain' : 'quiet'} icon={GitBranch}>
          {timelineTexts.run(current?.name ?? '')}
        </Button>
      }
    />
  );
};
