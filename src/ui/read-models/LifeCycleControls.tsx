import { Bomb, Gauge, Pause, Play, RotateCcw, Users, Zap } from 'lucide-react';
import { appStore, type FollowPace, type ReadModelStatus, workspace } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { Menu, type MenuEntry } from '../kit/Menu.tsx';
import { faultTexts } from '../text/faults.ts';
import { lifeCycleTexts as texts } from '../text/lifeCycle.ts';
import { workerTexts } from '../text/workers.ts';
import { useApp } from '../useApp.ts';
import { openConsumerDialog, openFaultDesk } from './consumerDialog.ts';
import { isSamePace, paces } from './lifeCycleStanding.ts';

const follow = (readModelId: string, pace: FollowPace): void =>
  workspace.controlReadModel(readModelId, { kind: 'follow', pace });

const paceEntries = ({ readModelId, lifeCycle }: ReadModelStatus): MenuEntry[] =>
  paces.map((pace) => ({
    label: texts.paces(pace),
    isChecked: lifeCycle !== undefined && isSamePace(lifeCycle.pace, pace),
    run: () => follow(readModelId, pace),
  }));

const versionEntries = ({ readModelId, isBuiltBeside = false }: ReadModelStatus): MenuEntry[] => [
  {
    label: texts.replaceAtOnce,
    isChecked: !isBuiltBeside,
    run: () => workspace.controlReadModel(readModelId, { kind: 'replace-at-once' }),
  },
  {
    label: texts.buildBeside,
    hint: texts.buildBesideHint,
    isChecked: isBuiltBeside,
    // What serves already goes on serving.
    run: () => isBuiltBeside || workspace.controlReadModel(readModelId, { kind: 'build-beside' }),
  },
];

const entriesOf = (readModelId: string): MenuEntry[] => {
  const status = appStore.getState().readModelStatus[readModelId];
  if (!status) return [];
  const isArmed = status.lifeCycle?.crash === 'armed';
  return [
    { heading: texts.heading },
    ...paceEntries(status),
    { heading: texts.versions },
    ...versionEntries(status),
    'separator',
    {
      label: texts.crash,
      hint: texts.crashHint,
      icon: Bomb,
      isToggled: isArmed,
      isDisabled: status.lifeCycle?.crash === 'down' || status.partitions !== undefined,
      run: () => workspace.controlReadModel(readModelId, { kind: isArmed ? 'disarm-crash' : 'arm-crash' }),
    },
    {
      label: texts.reset,
      hint: texts.resetHint,
      icon: RotateCcw,
      run: () => workspace.controlReadModel(readModelId, { kind: 'reset' }),
    },
    {
      label: workerTexts.open,
      icon: Users,
      run: () => openConsumerDialog({ kind: 'workers', consumerId: readModelId }),
    },
    { label: faultTexts.open, icon: Zap, run: () => openFaultDesk(readModelId) },
  ];
};

/** What can be done with an asynchronous read model. */
export const LifeCycleControls = ({ readModelId, name }: { readModelId: string; name: string }) => {
  const isPaused = useApp(({ readModelStatus }) => readModelStatus[readModelId]?.lifeCycle?.pace.kind === 'paused');
  return (
    <>
      <IconButton
        size="small"
        icon={isPaused ? Play : Pause}
        label={isPaused ? texts.goOn : texts.pause}
        onClick={() => follow(readModelId, { kind: isPaused ? 'full' : 'paused' })}
      />
      <Menu
        label={texts.lifeCycle(name)}
        align="end"
        side="top"
        entries={() => entriesOf(readModelId)}
        trigger={<IconButton size="small" icon={Gauge} label={texts.lifeCycle(name)} />}
      />
    </>
  );
};
