import { newUuid } from '#event-store';
import type { Catalogue } from './catalogue/Catalogue.ts';

/** Work that only one tab at a time does. `handOn` gives the turn to the next tab that waits, and waits again. */
export type Turns = { handOn: () => void; close: () => Promise<void> };

type Work = (signal: AbortSignal) => Promise<void>;

/** By Web Locks: a tab that dies hands on at once. Without them (insecure origins) by a lease that runs out. */
export const takeTurns = (
  name: string,
  catalogue: Catalogue,
  work: Work,
  locks: LockManager | null = navigator.locks ?? null,
): Turns => {
  const closing = new AbortController();
  let turn = new AbortController();

  const workOnce = async (): Promise<void> => {
    turn = new AbortController();
    if (closing.signal.aborted) return;
    await work(turn.signal);
  };
  const take = locks ? takeLock(locks) : takeLease(catalogue);

  const done = (async () => {
    while (!closing.signal.aborted)
      await take(name, closing.signal, () => turn.abort(), workOnce).catch(() => pause(renewMs, closing.signal));
  })();

  return {
    handOn: () => turn.abort(),
    close: async () => {
      closing.abort();
      turn.abort();
      await done;
    },
  };
};

type Take = (name: string, closing: AbortSignal, lose: () => void, workOnce: () => Promise<void>) => Promise<void>;

const takeLock =
  (locks: LockManager): Take =>
  async (name, closing, _, workOnce) => {
    try {
      await locks.request(name, { signal: closing }, workOnce);
    } catch (error) {
      if (!closing.aborted) throw error;
    }
  };

const leaseMs = 5000;
const renewMs = 1000;

const takeLease =
  (catalogue: Catalogue): Take =>
  async (name, closing, lose, workOnce) => {
    const owner = newUuid();
    const renew = (): Promise<boolean> => {
      const now = Date.now();
      return catalogue.lease({ name, owner, expiresAt: now + leaseMs }, now);
    };
    while (!(await renew())) {
      await pause(renewMs, closing);
      if (closing.aborted) return;
    }
    const timer = setInterval(() => void renew().then((isOurs) => isOurs || lose(), lose), renewMs);
    try {
      await workOnce();
    } finally {
      clearInterval(timer);
      await catalogue.endLease({ name, owner });
      // Others look once a period: whoever waits gets the turn before we ask again.
      await pause(2 * renewMs, closing);
    }
  };

/** Resolves after the time, or at once where the signal says so. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
