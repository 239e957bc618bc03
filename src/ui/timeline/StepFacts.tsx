import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type CommandRecord, type RecordedEvent, workspace } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import styles from './StepPane.module.css';

/** Who sent the command: a person, a script, or a policy in answer to an event, to which it leads back. */
export const Origin = ({ command: { origin } }: { command: CommandRecord }) => {
  const cause = useApp(({ events }) =>
    origin.kind === 'policy' ? events.find(({ metadata }) => metadata.eventId === origin.eventId) : undefined,
  );
  const policy = useApp(({ board }) =>
    origin.kind === 'policy' ? board.definitions[origin.policyId]?.name : undefined,
  );
  if (origin.kind === 'person') return timelineTexts.byPerson;
  if (origin.kind === 'script') return timelineTexts.byScript;
  return (
    <>
      {timelineTexts.byPolicy(policy ?? timelineTexts.aPolicy)}{' '}
      {cause && (
        <button type="button" className={styles.link} onClick={() => workspace.seek(cause.metadata.globalPosition)}>
          {timelineTexts.inAnswerTo(cause.metadata.globalPosition, cause.type)}
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

/** How many commands and policies hang together with this one, with the way to where it began. */
const Correlation = ({ id }: { id: string }) => {
  const first = useApp(({ events }) => events.find(({ metadata }) => metadata.correlationId === id));
  const count = useApp(({ events }) => events.filter(({ metadata }) => metadata.correlationId === id).length);
  if (!first) return null;
  return (
    <>
      <code title={id}>{id.slice(0, 8)}</code>{' '}
      {count > 1 && (
        <button type="button" className={styles.link} onClick={() => workspace.seek(first.metadata.globalPosition)}>
          {timelineTexts.correlated(count, first.metadata.globalPosition)}
        </button>
      )}
    </>
  );
};

const readableTime = (iso: string): string => iso.replace('T', ' ').replace(/(\.000)?Z$/, '');

/** Where an event stands, with the ways to its like. */
export const StepFacts = ({ event: { type, metadata } }: { event: RecordedEvent }) => (
  <dl className={styles.facts}>
    <dt>{timelineTexts.type}</dt>
    <dd>
      {type}
      <Jump of={{ type }} labels={{ previous: timelineTexts.previousOfType, next: timelineTexts.nextOfType }} />
    </dd>
    <dt>{timelineTexts.stream}</dt>
    <dd>
      {metadata.streamName}
      <Jump
        of={{ stream: metadata.streamName }}
        labels={{ previous: timelineTexts.previousOfStream, next: timelineTexts.nextOfStream }}
      />
    </dd>
    <dt>{timelineTexts.recordedAt}</dt>
    <dd>
      <time dateTime={metadata.recordedAt}>{readableTime(metadata.recordedAt)}</time>
    </dd>
    {metadata.correlationId && (
      <>
        <dt>{timelineTexts.correlation}</dt>
        <dd>
          <Correlation id={metadata.correlationId} />
        </dd>
      </>
    )}
  </dl>
);
