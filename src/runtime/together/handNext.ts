import { answerHanded } from '../answerEvent.ts';
import { dealAndCrash } from '../faults/policyFaults.ts';
import { storedFirst } from '../fences.ts';
import type { DealingDesk, PolicyDesk } from '../policies.ts';
import { checkpointsAt, type Standing, standingOf } from '../shares/Part.ts';
import { movingShares } from '../shares/workTogether.ts';
import { nextOwn, type OwnEvent } from './ownEvents.ts';
import type { PolicyShare } from './PolicyShare.ts';
import { dealing, withinShare } from './withinShare.ts';

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
  if (found) await dealing(desk, (given) => dealAndCrash(given, (dying) => answerNext(dying, found)));
};

type Found = { standing: Standing<PolicyShare>; next: OwnEvent };

const findNext = async (desk: PolicyDesk, shares: PolicyShare[]): Promise<Found | undefined> => {
  const { run } = desk;
  for (const share of await movingShares(run.store, shares)) {
    const standing = await standingOf(run.store, share);
    const next = await nextOwn(desk, share, standing.position);
    if ('event' in next) return { standing, next };
    if (next.position === standing.position) continue;
    await keep(desk, standing, next.position);
    desk.onPolicy(share.policy.id);
  }
  return undefined;
};

const answerNext = (desk: DealingDesk, { standing, next }: Found): Promise<boolean> =>
  answerHanded(desk, standing.share.policy, next.handed);

/** Where another tab was first, or has shared out anew, all goes on from there: what was handed over comes again. */
const keep = ({ run }: PolicyDesk, standing: Standing, position: number): Promise<boolean> =>
  storedFirst(() =>
    run.store.storeDocuments([], { checkpoints: checkpointsAt(standing, position), basedOn: standing.basedOn }),
  );
