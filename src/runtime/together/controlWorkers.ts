import { newUuid } from '#event-store';
import { processPartsOf, type Workers, workerCounts } from '#model';
import { type Asked, changeLife, type LifeCycle } from '../lifeCycle.ts';
import { readyPolicies } from '../movingPolicies.ts';
import type { Run, RunningPolicy } from '../Run.ts';
import { standingOf, stoppedShares } from '../shares/Part.ts';
import { checkedWorker } from '../shares/workTogether.ts';
import { forgetMessage } from '../timers.ts';
import { asTheyShare, forgetShares, goOnFrom, policySharesOf } from './PolicyShare.ts';
import { skippedAt } from './skipped.ts';

/** What a person may do with the workers that a policy's work is shared out among. */
export type WorkerControl =
  /** So many workers, all of them alive. What some had done beyond the others comes again, and sends nothing twice. */
  | { kind: 'share-out'; count: Workers['count'] }
  /** In the middle of its work; others take its partition over until it comes back. */
  | { kind: 'kill-worker'; worker: number }
  | { kind: 'revive-worker'; worker: number };

/** Shares a policy's work out anew. Partitions are forgotten, and all begin where the one was that is furthest behind. */
export const sharePolicyOut = (run: Run, policy: RunningPolicy, count: Workers['count']): Promise<void> =>
  changeLife(run.store, policy.id, sharedOut(policy, count), forgetShares(run, policy));

const sharedOut =
  (policy: RunningPolicy, count: Workers['count']) =>
  ({ workers: _, asked: __, ...rest }: LifeCycle): LifeCycle => ({
    ...rest,
    ...(count > 1 ? { workers: asTheyShare(policy, { count, by: 'stream', killed: [] }) } : {}),
  });

export const checkedShareOut = async (run: Run, policy: RunningPolicy, count: Workers['count']): Promise<void> => {
  if (!workerCounts.includes(count)) throw new Error('There may be 1, 2, 4 or 8 workers.');
  const change = (lifeCycle: LifeCycle): LifeCycle => {
    if (lifeCycle.hasFaults) throw new Error('The fault desk hands its events over one by one: switch it off first.');
    return sharedOut(policy, count)(lifeCycle);
  };
  await changeLife(run.store, policy.id, change, forgetShares(run, policy));
};

/** Whoever has the turn does it: commands are sent by one tab alone. */
export const ask = async (run: Run, { id }: RunningPolicy, { kind, worker }: Omit<Asked, 'id'>): Promise<void> => {
  if (!readyPolicies(run).some((policy) => policy.id === id))
    throw new Error('The code of this policy does not run: mend it first.');
  const asked: Asked = { id: newUuid(), kind, ...(worker === undefined ? {} : { worker }) };
  await changeLife(run.store, id, (lifeCycle) => {
    if (worker !== undefined) checkedWorker(lifeCycle.workers, worker);
    return { ...lifeCycle, asked: [...(lifeCycle.asked ?? []), asked] };
  });
};

/** Partitions that stopped try once more. */
export const retryShares = async (run: Run, policy: RunningPolicy, workers: Workers): Promise<void> => {
  const stopped = await stoppedShares(run.store, policySharesOf(run, policy, workers));
  for (const share of stopped) await goOnFrom(run.store, share);
};

/** Goes past the event that a partition stopped at, and all that stopped there with it. */
export const skipInShares = async (run: Run, policy: RunningPolicy, workers: Workers): Promise<void> => {
  const { store } = run;
  const stopped = await stoppedShares(store, policySharesOf(run, policy, workers));
  const positions = await Promise.all(stopped.map(({ stop }) => store.checkpoint(stop)));
  const [first] = positions;
  if (first === undefined) throw new Error('It has not stopped: there is no event to skip.');
  for (const [index, share] of stopped.entries()) {
    if (positions[index] !== first) continue;
    const standing = await standingOf(store, share);
    // What is behind it already comes again as a scheduled message.
    if (standing.position < first) await store.storeDocuments([skippedAt(policy.id, first)]);
    else await forgetMessageAt(run, first);
    await goOnFrom(store, share);
  }
};

/** A scheduled message that is never handed over. */
export const forgetMessageAt = async ({ store }: Pick<Run, 'store'>, position: number): Promise<void> => {
  const [event] = (await store.readAll({ from: position, limit: 1 })).events;
  if (event && processPartsOf(event.type)?.action === 'scheduled') await forgetMessage(store, event.metadata.eventId);
};
