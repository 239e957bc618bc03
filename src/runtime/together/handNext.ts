import { StaleFence } from '#event-store';
import { answerHanded } from '../answerEvent.ts';
import type { PolicyDesk, PolicyFailure } from '../policies.ts';
import { dealAndCrash } from '../policyFaults.ts';
import { checkpointsAt, type Standing, standingOf } from '../shares/Part.ts';
import { reasonFor } from '../shares/stops.ts';
import { movingShares } from '../shares/workTogether.ts';
import { nextOwn, type OwnEvent } from './ownEvents.ts';
import type { PolicyShare } from './PolicyShare.ts';

/** Hands an event to whichever of some shares is furthest behind and has one before it. Answers whether there was one. */
export const handNext = async (desk: PolicyDesk, shares: PolicyShare[]): Promise<boolean> => {
  const found = await findNext(desk, shares);
  if (!found) return false;
  const { standing, next } = found;
  const isDone = await withinShare(desk, standing.share, next.position, (given) => answerNext(given, found));
  if (isDone) await keep(desk, standing, next.position);
  desk.onPolicy(standing.share.policy.id);
  return true;
};

/** In the middle of an event, where there is one: its first command is sent, its checkpoint is not stored. */
export const dieAtNext = async (desk: PolicyDesk, shares: PolicyShare[]): Promise<void> => {
  const found = await findNext(desk, shares);
  // Who takes over comes to what breaks, and says so.
  if (found) await dealAndCrash({ ...desk, stop: () => undefined }, (given) => answerNext(given, found));
};

type Found = { standing: Standing<PolicyShare>; next: OwnEvent };

const findNext = async (desk: PolicyDesk, shares: PolicyShare[]): Promise<Found | undefined> => {
  const { run } = desk;
  for (const share of await movingShares(run.store, shares)) {
    const standing = await standingOf(run.store, share);
    const next = await nextOwn(run, share, standing.position);
    if ('event' in next) return { standing, next };
    if (next.position === standing.position) continue;
    await keep(desk, standing, next.position);
    desk.onPolicy(share.policy.id);
  }
  return undefined;
};

const answerNext = (desk: PolicyDesk, { standing, next }: Found): Promise<boolean> =>
  answerHanded(desk, standing.share.policy, next.handed);

/** What the code breaks at stops one partition: the others go on. Answers whether it was dealt with. */
export const withinShare = async (
  desk: PolicyDesk,
  share: PolicyShare,
  position: number,
  deal: (desk: PolicyDesk) => Promise<boolean>,
): Promise<boolean> => {
  const { partition } = share;
  if (!partition) return deal(desk);
  const failures: PolicyFailure[] = [];
  const stop: PolicyDesk['stop'] = (policyId, event, error) =>
    void failures.push({ policyId, event, error, partition: partition.number });
  const isDone = await deal({ ...desk, stop });
  for (const failure of failures) {
    await desk.run.store.storeDocuments(reasonFor(share, { ...failure.error, position }), {
      checkpoints: [{ consumer: share.stop, position }],
    });
    desk.onPolicyFailure(failure);
  }
  return isDone;
};

/** Where another tab was first, or has shared out anew, all goes on from there: what was handed over comes again. */
const keep = async ({ run }: PolicyDesk, standing: Standing, position: number): Promise<void> => {
  try {
    await run.store.storeDocuments([], {
      checkpoints: checkpointsAt(standing, position),
      basedOn: standing.basedOn,
    });
  } catch (thrown) {
    if (!(thrown instanceof StaleFence)) throw thrown;
  }
};
