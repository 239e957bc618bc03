import { answering, concerns, type Desk, handOver } from './answering.ts';
import type { PolicyModule } from './Model.ts';
import { messageOf, type RecordedEvent } from './messages.ts';
import type { Store } from './Store.ts';
import { openTimers } from './timers.ts';

const pageSize = 200;
/** Milliseconds after which one that broke is tried again. */
const patience = 30_000;

export type PolicyDesk = Desk & {
  policies: PolicyModule[];
  upcast(event: RecordedEvent): RecordedEvent[];
};

/**
 * Policies, translations and process managers as reactors over Emmett's log, each with its checkpoint among Emmett's.
 * One loop hands them the events, one after the other, in the order in which they stand on the wall: reactors of their
 * own would each go at their own pace, and the log would end in another order each time.
 */
export const openPolicies = (desk: PolicyDesk) => {
  const { store } = desk;
  const policies = desk.policies.filter(({ isOn }) => isOn);
  const answer = answering(desk);
  const timers = openTimers(store);
  /** They wait, until when: their code may be broken, or the storage was away. */
  const stopped = new Map<string, number>();
  const moving = (): PolicyModule[] => policies.filter(({ id }) => (stopped.get(id) ?? 0) <= Date.now());

  const stop = (policy: PolicyModule, where: string, error: unknown): void => {
    stopped.set(policy.id, Date.now() + patience);
    desk.say(`${policy.name} waits at ${where}: ${messageOf(error)}`);
  };

  const answerAll = async (policy: PolicyModule, stored: RecordedEvent): Promise<boolean> => {
    try {
      for (const event of desk.upcast(stored)) if (concerns(policy, event)) await answer(policy, event);
      return true;
    } catch (error) {
      stop(policy, `event ${stored.metadata.globalPosition}, ${stored.type}`, error);
      return false;
    }
  };

  const runPage = async (
    events: RecordedEvent[],
    going: Set<PolicyModule>,
    checkpoints: Map<string, bigint>,
  ): Promise<void> => {
    for (const event of events)
      for (const policy of going) {
        const position = event.metadata.globalPosition;
        if ((checkpoints.get(policy.id) ?? 0n) >= position) continue;
        if (await answerAll(policy, event)) {
          checkpoints.set(policy.id, position);
          await store.keepCheckpoint(policy.id, position);
        } else going.delete(policy);
      }
  };

  const runThroughLog = async (): Promise<void> => {
    const checkpoints = new Map<string, bigint>();
    for (const { id } of policies) checkpoints.set(id, (await store.checkpoint(id)) ?? 0n);
    for (;;) {
      // Asked once: one that goes on again in between has not seen what lies before this page.
      const going = moving();
      const positions = going.map(({ id }) => checkpoints.get(id) ?? 0n);
      const [first] = positions.sort((one, other) => (one < other ? -1 : 1));
      const events = first === undefined ? [] : await store.readAfter(first, pageSize);
      if (events.length === 0) return;
      await runPage(events, new Set(going), checkpoints);
    }
  };

  const fireNext = async (): Promise<boolean> => {
    if (!policies.some(({ process }) => process)) return false;
    const owns = ({ process }: PolicyModule, stream: string) => process && stream.startsWith(`${process.category}-`);
    for (const { id: messageId, ...message } of await timers.dueAt(desk.clock.now())) {
      const policy = moving().find((one) => owns(one, message.stream));
      if (!policy) continue;
      await handOver(desk, policy, { ...message, messageId }).catch((error: unknown) =>
        stop(policy, `${message.type}, which is due`, error),
      );
      return true;
    }
    return false;
  };

  return {
    /** One that is new to a log with events does not react to them: it starts at the end. */
    enrol: async (): Promise<void> => {
      const fresh: string[] = [];
      for (const { id } of policies) if ((await store.checkpoint(id)) === null) fresh.push(id);
      if (fresh.length === 0) return;
      const end = await endOf(store);
      for (const id of fresh) await store.keepCheckpoint(id, end);
    },
    /** What follows from one due message happens before the next. */
    run: async (): Promise<void> => {
      do await runThroughLog();
      while (await fireNext());
    },
  };
};

const endOf = async (store: Store): Promise<bigint> => {
  let end = 0n;
  for (;;) {
    const last = (await store.readAfter(end, pageSize)).at(-1);
    if (!last) return end;
    end = last.metadata.globalPosition;
  }
};
