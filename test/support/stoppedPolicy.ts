import type { PolicyStatus } from '#state';

/** Of a delivery that the fault desk poisoned. */
export const poison = {
  name: 'InjectedFault',
  message: 'poison',
  phase: 'delivery' as const,
  position: 3,
  isFailure: false,
};

/** A policy that follows as usual, but for what is given. */
export const policyStatus = (policyId: string, given: Partial<PolicyStatus>): PolicyStatus => ({
  policyId,
  isPaused: false,
  isDown: false,
  checkpoint: 2,
  ...given,
});
