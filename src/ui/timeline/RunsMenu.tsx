import { GitBranch, Plus, RotateCcw } from 'lucide-react';
import { workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { Menu, type MenuEntry } from '../kit/Menu.tsx';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';

/** The runs of this model: the one in use, earlier ones, and how to begin another. */
export const RunsMenu = () => {
  const runs = useApp((state) => state.runs);
  const there = runs.filter(({ deletedAt }) => !deletedAt);
  const current = there.find(({ isCurrent }) => isCurrent);
  const earlier = there.filter(({ isCurrent }) => !isCurrent);
  const entries: MenuEntry[] = [
    { heading: timelineTexts.runs },
    ...there.map((run) => ({
      label: run.name,
      hint: timelineTexts.eventsOfRun(run.events),
      isChecked: run.isCurrent,
      run: () => void workspace.openRun(run.runId),
    })),
    'separator',
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
    ...(earlier.length > 0
      ? [
          'separator' as const,
          ...earlier.map((run) => ({
            label: timelineTexts.deleteRun(run.name),
            isDanger: true,
            run: () => void workspace.deleteRun(run.runId),
          })),
        ]
      : []),
  ];
  return (
    <Menu
      label={timelineTexts.runs}
      align="end"
      side="top"
      entries={entries}
      trigger={
        <Button size="small" variant="quiet" icon={GitBranch}>
          {timelineTexts.run(current?.name ?? '')}
        </Button>
      }
    />
  );
};
