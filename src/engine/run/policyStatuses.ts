import { faultsOf, lifeCycleOf, type Run, whyPolicyStopped } from '#runtime';
import type { PolicyStatus } from '../EngineNotice.ts';

export type PolicyStatuses = ReturnType<typeof createPolicyStatuses>;

/** How the policies of a run fare whose events come with faults, in the words of the screen. */
export const createPolicyStatuses = (run: Run, say: (statuses: PolicyStatus[]) => void) => {
  let said = '[]';
  const statusOf = async (policyId: string): Promise<PolicyStatus[]> => {
    const { crash, hasFaults } = await lifeCycleOf(run.store, policyId);
    const faults = hasFaults ? await faultsOf(run.store, policyId) : undefined;
    if (!faults) return [];
    const error = await whyPolicyStopped(run.store, policyId);
    return [{ policyId, faults, isDown: crash === 'down', ...(error ? { error } : {}) }];
  };
  const sayAll = async (): Promise<void> => {
    const statuses = (await Promise.all(run.program().policies.map(({ id }) => statusOf(id)))).flat();
    const text = JSON.stringify(statuses);
    if (text === said) return;
    said = text;
    say(statuses);
  };
  return {
    sayAll,
    repeatAll: (): Promise<void> => {
      said = '';
      return sayAll();
    },
  };
};
