import { HeartPulse, Skull, StepForward } from 'lucide-react';
import { useMemo } from 'react';
import { countUpTo, partitionOf, type Workers } from '#model';
import { historyOf, type PartitionStatus } from '#state';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { lifeCycleTexts } from '../text/lifeCycle.ts';
import { workerTexts as texts } from '../text/workers.ts';
import { useApp } from '../useApp.ts';
import { controlConsumer } from './consumerAtHand.ts';
import { openConsumerDialog } from './consumerDialog.ts';
import { lagOf } from './lifeCycleStanding.ts';
import styles from './Workers.module.css';

const noNames: readonly string[] = [];

/** A read model or policy that several workers share; `category` is that of a process manager's streams. */
type Shared = {
  consumerId: string;
  isPaused: boolean;
  workers: Workers;
  partitions: PartitionStatus[];
  category?: string | undefined;
};

/** The streams, documents or workflows that are shared out, in the order in which they came. */
const useNames = ({ consumerId, workers: { by }, category }: Shared): readonly string[] => {
  const streams = useApp(({ events }) => historyOf(events).streams.names);
  const count = useApp(({ events }) => historyOf(events).streams.names.length);
  const documents = useApp(
    ({ moment }) => moment?.readModels.find(({ moduleId }) => moduleId === consumerId)?.documents,
  );
  return useMemo(() => {
    if (by === 'document') return documents?.map(({ documentId }) => documentId) ?? noNames;
    const known = streams.slice(0, count);
    return by === 'stream' ? known : known.filter((name) => name.startsWith(`${category}-`));
  }, [by, streams, count, documents, category]);
};

/** More are not read one by one. */
const mostNames = 3;

const Holds = ({ names }: { names: string[] }) => (
  <span className={styles.holds} title={names.slice(0, 20).join(', ')}>
    {names.length === 0 ? texts.nothing : texts.holds(names.slice(0, mostNames), Math.max(0, names.length - mostNames))}
  </span>
);

type RowProps = { shared: Shared; partition: PartitionStatus; names: string[] };

/** More streams than this are not counted one by one. */
const mostCounted = 200;

/** How many events of its own streams a partition has not been handed; otherwise, how many of the log. */
const useBehind = ({ checkpoint }: PartitionStatus, names: string[], by: Workers['by']): number => {
  const lag = useApp((state) => lagOf(state, { checkpoint }));
  const own = useApp(({ events }) => {
    if (by !== 'stream' || names.length > mostCounted) return undefined;
    const { numbers, positions } = historyOf(events).streams;
    const ofNames = names.map((name) => positions[numbers.get(name) ?? -1] ?? []);
    return ofNames.reduce((sum, places) => sum + places.length - countUpTo(places, checkpoint), 0);
  });
  return own ?? lag;
};

/** A worker with its partition: how far that is, whose streams it holds, and what can be done to the worker. */
const Row = ({ shared: { consumerId, isPaused, workers, category }, partition, names }: RowProps) => {
  const { number, checkpoint, error } = partition;
  const behind = useBehind(partition, names, workers.by);
  const isKilled = workers.killed.includes(number);
  return (
    <li data-killed={isKilled || undefined} title={error?.message}>
      <span>{texts.worker(number)}</span>
      <progress aria-label={texts.worker(number)} value={checkpoint} max={Math.max(1, checkpoint + behind)} />
      <span className={styles.standing} role="status">
        {isKilled ? texts.wasKilled(partition.worker) : texts.standing(checkpoint, behind)}
        {error && `, ${texts.stopped}`}
      </span>
      <Holds names={category === undefined ? names : names.map((name) => name.slice(category.length + 1))} />
      <span className={styles.controls}>
        {!isKilled && isPaused && behind > 0 && (
          <IconButton
            size="small"
            icon={StepForward}
            label={texts.step(number)}
            onClick={() => controlConsumer(consumerId, { kind: 'step', worker: number })}
          />
        )}
        <IconButton
          size="small"
          icon={isKilled ? HeartPulse : Skull}
          label={isKilled ? texts.revive(number) : texts.kill(number)}
          onClick={() =>
            controlConsumer(consumerId, { kind: isKilled ? 'revive-worker' : 'kill-worker', worker: number })
          }
        />
      </span>
    </li>
  );
};

/** Where each of the workers stands that share the work of a read model or policy. */
export const WorkerRows = (shared: Shared) => {
  const { consumerId, workers, partitions } = shared;
  const names = useNames(shared);
  const { count } = workers;
  const held = useMemo(() => Map.groupBy(names, (name) => partitionOf(name, count)), [names, count]);
  return (
    <section className={styles.workers} aria-label={texts.workers}>
      <p>
        <span>{texts.sharedBy[workers.by]}</span>
        <Button size="small" onClick={() => openConsumerDialog({ kind: 'workers', consumerId })}>
          {lifeCycleTexts.change}
        </Button>
      </p>
      <ul>
        {partitions.map((partition) => (
          <Row key={partition.number} shared={shared} partition={partition} names={held.get(partition.number) ?? []} />
        ))}
      </ul>
    </section>
  );
};
