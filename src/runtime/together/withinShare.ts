import type { DealingDesk, PolicyDesk, PolicyFailure } from '../policies.ts';
import { reasonFor } from '../shares/stops.ts';
import type { PolicyShare } from './PolicyShare.ts';

/**
 * What the code breaks at stops the policy, or one partition of it: others go on. Stored, so that every tab finds it, and
 * a later visit too. Answers whether it was dealt with.
 */
export const withinShare = async (
  desk: PolicyDesk,
  share: PolicyShare,
  position: number,
  deal: (desk: DealingDesk) => Promise<boolean>,
): Promise<boolean> => {
  const { isDone, failures } = await dealing(desk, deal);
  const whose = share.partition ? { partition: share.partition.number } : {};
  for (const failure of failures) {
    await desk.run.store.storeDocuments(reasonFor(share, { ...failure.error, position }), {
      checkpoints: [{ consumer: share.stop, position }],
    });
    desk.onPolicyFailure({ ...failure, ...whose });
  }
  return isDone;
};

/** What came of it, and what the code broke at. */
export const dealing = async (
  desk: PolicyDesk,
  deal: (desk: DealingDesk) => Promise<boolean>,
): Promise<{ isDone: boolean; failures: PolicyFailure[] }> => {
  const failures: PolicyFailure[] = [];
  const stop: DealingDesk['stop'] = (policyId, event, error) => void failures.push({ policyId, event, error });
  return { isDone: await deal({ ...desk, stop }), failures };
};
