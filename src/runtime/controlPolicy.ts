import type { EventStore } from '#event-store';
import { type FaultPlan, type Handover, processPartsOf } from '#model';
import { contiguousIn, forgetFaults, planPolicyFaults, readTransit, skipPending } from './faultDesk.ts';
import { changeOfLifeCycle, usualLifeCycle } from './lifeCycle.ts';
import { policyConsumer, stopOfPolicy } from './policyConsumer.ts';
import type { Run } from './Run.ts';
import { forgetMessage } from './timers.ts';

/** What a person may do with a policy or process manager. */
export type PolicyControl =
  /** From now on its events are handed over by the plan; with a plan on, what was handed over is handed over again. */
  | { kind: 'inject-faults'; plan: FaultPlan }
  /** What has not been handed over yet is handed over as it should be. */
  | { kind: 'stop-faults' }
  /** After a crash: what it was handed last comes again. */
  | { kind: 'restart' }
  /** The poisoned event is handed over again. */
  | { kind: 'retry' }
  /** It never gets the poisoned event. */
  | { kind: 'skip' };

/** Does it to the policy as it is stored, for all tabs. Rejects with a sentence where it cannot be done. */
export const controlPolicy = async (run: Run, policyId: string, control: PolicyControl): Promise<void> => {
  const { store } = run;
  if (!run.program().policies.some(({ id, isOn }) => id === policyId && isOn))
    throw new Error('Only a policy that is switched on can be controlled.');
  const consumer = policyConsumer(policyId);
  const stop = { consumer: stopOfPolicy(policyId), position: 0 };
  const live = (hasFaults: boolean): Promise<void> =>
    store.storeDocuments([changeOfLifeCycle(policyId, { ...usualLifeCycle, hasFaults })], { checkpoints: [stop] });
  switch (control.kind) {
    case 'inject-faults':
      await planPolicyFaults(store, policyId, control.plan);
      return live(true);
    case 'stop-faults': {
      const transit = await readTransit(store, policyId);
      if (!transit) return;
      await store.storeDocuments([], { checkpoints: [{ consumer, position: contiguousIn(transit) }] });
      await forgetFaults(store, policyId);
      return live(false);
    }
    case 'restart':
    case 'retry':
      return live(true);
    case 'skip':
      if ((await store.checkpoint(stop.consumer)) === 0)
        throw new Error('It has not stopped: there is no event to skip.');
      await forgetMessageAt(store, await skipPending(store, policyId));
      return live(true);
  }
};

/** A scheduled message that was skipped does not come by itself either, once faults are off. */
const forgetMessageAt = async (store: EventStore, skipped: Handover | undefined): Promise<void> => {
  const [event] = skipped ? (await store.readAll({ from: skipped.position, limit: 1 })).events : [];
  if (event && processPartsOf(event.type)?.action === 'scheduled') await forgetMessage(store, event.metadata.eventId);
};
