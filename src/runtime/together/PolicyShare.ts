import type { EventStore } from '#event-store';
import { partitionOf, type Workers, workerCounts } from '#model';
import { policyConsumer } from '../policyConsumer.ts';
import { isProcess } from '../processes.ts';
import type { Run, RunningPolicy } from '../Run.ts';
import { type Part, partsOf, stopOfConsumer, wholeOf } from '../shares/Part.ts';

/** What one worker is at: a policy, or one partition of it where its work is shared out. */
export type PolicyShare = Part & { policy: RunningPolicy };

/**
 * A policy's work is shared out by the stream of an event; that of a process manager by workflow, so that all that one
 * of them is handed keeps its order: events, what it asks for, and messages whose time has come.
 */
const wayOf = (policy: RunningPolicy): Workers['by'] => (isProcess(policy) ? 'workflow' : 'stream');

/** How a policy's workers are told of. */
export const asTheyShare = (policy: RunningPolicy, workers: Workers): Workers => ({ ...workers, by: wayOf(policy) });

const hashOf = ({ program }: Run, { id }: RunningPolicy): string => {
  const module = program().modules.get(id);
  return module?.kind === 'ready' ? module.hash : '';
};

/**
 * All that the work of a policy consists of. Which workflow an event goes to is said by code: other code finds no
 * partitions, and begins where the one was that was furthest behind. What stopped is tried again by other code.
 */
export const policySharesOf = (run: Run, policy: RunningPolicy, workers: Workers | undefined): PolicyShare[] => {
  const whole = policyConsumer(policy.id);
  const hash = hashOf(run, policy);
  const names = isProcess(policy) ? `${whole}@${hash}/${policy.process.category}` : whole;
  if (!workers) return [wholePolicy(run, policy)];
  const parts = partsOf(whole, workers, `${names}/of-${workers.count}`);
  return parts.map((part) => ({ ...part, stop: stopOf(part, hash), policy }));
};

/** A policy that one worker is at. */
export const wholePolicy = (run: Run, policy: RunningPolicy): PolicyShare => {
  const whole = wholeOf(policyConsumer(policy.id));
  return { ...whole, stop: stopOf(whole, hashOf(run, policy)), policy };
};

const stopOf = ({ consumer }: Part, hash: string): string => stopOfConsumer(`${consumer}@${hash}`);

/** Whether what is named so, a stream or that of a workflow, belongs to a share. */
export const holds = ({ partition }: PolicyShare, name: string): boolean =>
  !partition || partitionOf(name, partition.workers.count) === partition.number;

/** However its work may be shared out. */
const allShares = (run: Run, policy: RunningPolicy): PolicyShare[] =>
  workerCounts.flatMap((count) =>
    policySharesOf(run, policy, count > 1 ? { count, by: 'stream', killed: [] } : undefined),
  );

/** Wherever a policy may have stopped with the code that it has. */
export const stopsOf = (run: Run, policy: RunningPolicy): string[] => allShares(run, policy).map(({ stop }) => stop);

type Forgotten = { clear: string[]; checkpoints: { consumer: string; position: number }[] };

/** What is stored so that all begin where the one was that is furthest behind, and none is stopped. */
export const forgetShares = (run: Run, policy: RunningPolicy): Forgotten => {
  const stops = stopsOf(run, policy);
  const partitions = allShares(run, policy)
    .filter(({ partition }) => partition)
    .map(({ consumer }) => consumer);
  return { clear: stops, checkpoints: [...stops, ...partitions].map((consumer) => ({ consumer, position: 0 })) };
};

/** Hands what a share stopped at over once more. */
export const goOnFrom = (store: EventStore, { stop }: PolicyShare): Promise<void> =>
  store.storeDocuments([], { clear: [stop], checkpoints: [{ consumer: stop, position: 0 }] });
