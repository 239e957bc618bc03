import type { FaultPlan } from '#model';
import { type AppState, appStore, type Faults, workspace } from '#state';

/** What the fault desk does to a read model or policy; undefined where it is off. */
export const faultsOf = (
  { readModelStatus, policyStatus }: Pick<AppState, 'readModelStatus' | 'policyStatus'>,
  consumerId: string,
): Faults | undefined => (readModelStatus[consumerId] ?? policyStatus[consumerId])?.faults;

export const isPolicy = ({ board }: Pick<AppState, 'board'>, consumerId: string): boolean =>
  board.definitions[consumerId]?.kind === 'policy';

/** What is done to one of the workers that share the work of a read model or policy. */
export const controlWorker = (
  consumerId: string,
  control: { kind: 'step' | 'kill-worker' | 'revive-worker'; worker: number },
): void => {
  if (isPolicy(appStore.getState(), consumerId)) workspace.controlPolicy(consumerId, control);
  else workspace.controlReadModel(consumerId, control);
};

export const controlFaults = (
  consumerId: string,
  control: { kind: 'inject-faults'; plan: FaultPlan } | { kind: 'stop-faults' },
): void => {
  if (isPolicy(appStore.getState(), consumerId)) workspace.controlPolicy(consumerId, control);
  else workspace.controlReadModel(consumerId, control);
};
