import { Bomb, Pause, RotateCcw, StepForward, Zap } from 'lucide-react';
import { type AppState, type LifeCycle, type ReadModelControl, workspace } from '#state';
import { openFaultDesk } from '../read-models/consumerDialog.ts';
import { selectedPolicy, selectedReadModel } from '../read-models/selectedReadModel.ts';
import { actionTexts as texts } from '../text/actions.ts';
import type { Action } from './Action.ts';

/** How the selected read model follows the events, where it is an asynchronous one. */
const lifeCycleAtHand = (state: AppState): LifeCycle | undefined =>
  state.readModelStatus[selectedReadModel(state) ?? '']?.lifeCycle;

const isPaused = (state: AppState): boolean => lifeCycleAtHand(state)?.pace.kind === 'paused';

type Given = Pick<Action, 'id' | 'label' | 'icon'> & { control: (state: AppState) => ReadModelControl };

const controlling = ({ control, ...action }: Given): Action => ({
  ...action,
  group: 'run',
  isEnabled: (state) => lifeCycleAtHand(state) !== undefined,
  run: (state) => workspace.controlReadModel(selectedReadModel(state) ?? '', control(state)),
});

/** What can be done with the selected read model, where it follows the events asynchronously. */
export const readModelActions: readonly Action[] = [
  controlling({
    id: 'readModel.pause',
    label: texts.pauseReadModel,
    icon: Pause,
    control: (state) => ({ kind: 'follow', pace: { kind: isPaused(state) ? 'full' : 'paused' } }),
  }),
  {
    ...controlling({
      id: 'readModel.step',
      label: texts.stepReadModel,
      icon: StepForward,
      control: () => ({ kind: 'step' }),
    }),
    isEnabled: isPaused,
  },
  controlling({
    id: 'readModel.crash',
    label: texts.crashReadModel,
    icon: Bomb,
    control: () => ({ kind: 'arm-crash' }),
  }),
  controlling({
    id: 'readModel.reset',
    label: texts.resetReadModel,
    icon: RotateCcw,
    control: () => ({ kind: 'reset' }),
  }),
  {
    id: 'readModel.faults',
    label: texts.faultDesk,
    icon: Zap,
    group: 'run',
    isEnabled: (state) => lifeCycleAtHand(state) !== undefined || selectedPolicy(state) !== null,
    run: (state) => openFaultDesk(selectedReadModel(state) ?? selectedPolicy(state)),
  },
];
