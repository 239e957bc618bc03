import type { FaultPlan } from '#model';
import { type AppState, appStore, type Faults, workspace } from '#state';

/** What the fault desk does to a read model or policy; undefined where it is off. */
export const faultsOf = (
  { readModelStatus, policyStatus }: Pick<AppState, 'readModelStatus' | 'policyStatus'>,
  consumerId: string,
): Faults | undefined => (readModelStatus[consumerId] ?? policyStatus[consumerId])?.faults;

export const isPolicy = ({ board }: Pick<AppState, 'board'>, consumerId: string): boolean =>
  board.definitions[consumerId]?.kind === 'policy';

type Control =
  | { kind: 'step' | 'kill-worker' | 'revive-worker'; worker: number }
  | { kind: 'inject-faults'; plan: FaultPlan }
  | { kind: 'stop-faults' }
  | { kind: 'replay-parked'; position: number };

/** What is done to one of the workers of a read model or policy, or by the fault desk. */
export const controlConsumer = (consumerId: string, control: Control): void => {
  if (isPolicy(appStore.getState(), consumerId)) workspace.controlPolicy(consumerId, control);
  else workspace.controlReadModel(consumerId, control);
};
