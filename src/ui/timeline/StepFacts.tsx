import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { type AppState, type CommandRecord, historyOf, type RecordedEvent, workspace } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { readableTime } from '../text/readableTime.ts';
import { stepTexts } from '../text/step.ts';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import styles from './StepPane.module.css';

/** What a policy answers to is not long ago: no more than so many events are looked at. */
const mostLookedAt = 20_000;

const eventBefore = (events: AppState['events'], upTo: number, eventId: string): RecordedEvent | undefined =>
  events.slice(Math.max(0, upTo - mostLookedAt), upTo).findLast(({ metadata }) => metadata.eventId === eventId);

/** Who sent the command: a person, a script, or a policy in answer to an event, to which it leads back. What a process was handed, by which event. */
export const Origin = ({ command: { origin, afterPosition } }: { command: CommandRecord }) => {
  const events = useApp((state) => state.events);
  const causeId = 'eventId' in origin ? origin.eventId : null;
  const cause = useMemo(
    () => (causeId === null ? undefined : eventBefore(events, afterPosition, causeId)),
    [events, causeId, afterPosition],
  );
  const policy = useApp(({ board }) => ('policyId' in origin ? board.definitions[origin.policyId]?.name : undefined));
  if (origin.kind === 'person') return stepTexts.byPerson;
  if (origin.kind === 'script') return stepTexts.byScript;
  return (
    <>
      {(origin.kind === 'delivery' ? stepTexts.toProcess : stepTexts.byPolicy)(policy ?? stepTexts.aPolicy)}{' '}
      {cause && (
        <button type="button" className={styles.link} onClick={() => workspace.seek(cause.metadata.globalPosition)}>
          {stepTexts.inAnswerTo(cause.metadata.globalPosition, cause.type)}
        </button>
      )}
    </>
  );
};

type JumpProps = { of: { type?: string; stream?: string }; labels: { previous: string; next: string } };

const Jump = ({ of, labels }: JumpProps) => (
  <span className={styles.jump}>
    <IconButton
      size="small"
      icon={ChevronLeft}
      label={labels.previous}
      onClick={() => workspace.jump('previous', of)}
    />
    <IconButton size="small" icon={ChevronRight} label={labels.next} onClick={() => workspace.jump('next', of)} />
  </span>
);

/** The first event of a correlation, and how many there are. */
const correlatedWith = (events: AppState['events'], id: string): { first: number; count: number } => {
  const { numbers, at } = historyOf(events).correlations;
  const number = numbers.get(id) ?? -1;
  const count = at.reduce((sum, one) => (one === number ? sum + 1 : sum), 0);
  return { first: at.indexOf(number) + 1, count };
};

/** How many commands and policies hang together with this one, with the way to where it began. */
const Correlation = ({ id }: { id: string }) => {
  const events = useApp((state) => state.events);
  const { first, count } = useMemo(() => correlatedWith(events, id), [events, id]);
  if (count === 0) return null;
  return (
    <>
      <code title={id} className={styles.correlation}>
        {id}
      </code>{' '}
      {count > 1 && (
        <button type="button" className={styles.link} onClick={() => workspace.seek(first)}>
          {stepTexts.correlated(count, first)}
        </button>
      )}
    </>
  );
};

/** Where an event stands, with the ways to its like. */
export const StepFacts = ({ event: { type, metadata } }: { event: RecordedEvent }) => (
  <dl className={styles.facts}>
    <dt>{stepTexts.type}</dt>
    <dd>
      {type}
      <Jump of={{ type }} labels={{ previous: timelineTexts.previousOfType, next: timelineTexts.nextOfType }} />
    </dd>
    <dt>{stepTexts.stream}</dt>
    <dd>
      {metadata.streamName}
      <Jump
        of={{ stream: metadata.streamName }}
        labels={{ previous: timelineTexts.previousOfStream, next: timelineTexts.nextOfStream }}
      />
    </dd>
    <dt>{stepTexts.recordedAt}</dt>
    <dd>
      <time dateTime={metadata.recordedAt}>{readableTime(metadata.recordedAt)}</time>
    </dd>
    {typeof metadata.dueAt === 'string' && (
      <>
        <dt>{stepTexts.dueAt}</dt>
        <dd>
          <time dateTime={metadata.dueAt}>{readableTime(metadata.dueAt)}</time>
        </dd>
      </>
    )}
    {metadata.correlationId && (
      <>
        <dt>{stepTexts.correlation}</dt>
        <dd>
          <Correlation id={metadata.correlationId} />
        </dd>
      </>
    )}
  </dl>
);
