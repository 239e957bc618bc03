import { ArrowLeftToLine, ArrowRightToLine, FlaskConical } from 'lucide-react';
import { type AppState, type CommandRecord, type RecordedEvent, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { JsonView } from './JsonView.tsx';
import styles from './StepPane.module.css';

const eventAtCursor = ({ cursor, events }: AppState): RecordedEvent | undefined =>
  events[(cursor === 'now' ? events.length : cursor) - 1];

/** Who sent the command: a person, a script, or a policy in answer to an event. */
const OriginWords = ({ command }: { command: CommandRecord }) => {
  const { origin } = command;
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
      {timelineTexts.byPolicy(policy ?? '')}{' '}
      {cause && (
        <button type="button" className={styles.link} onClick={() => workspace.seek(cause.metadata.globalPosition)}>
          {timelineTexts.inAnswerTo(cause.metadata.globalPosition, cause.type)}
        </button>
      )}
    </>
  );
};

const Jumps = ({ event }: { event: RecordedEvent }) => {
  const stream = event.metadata.streamName;
  return (
    <span className={styles.jumps}>
      <IconButton
        size="small"
        icon={ArrowLeftToLine}
        label={timelineTexts.previousOfType}
        onClick={() => workspace.jump('previous', { type: event.type })}
      />
      <IconButton
        size="small"
        icon={ArrowRightToLine}
        label={timelineTexts.nextOfType}
        onClick={() => workspace.jump('next', { type: event.type })}
      />
      <Button
        size="small"
        variant="quiet"
        onClick={() => workspace.jump('previous', { stream })}
        aria-label={timelineTexts.previousOfStream}
      >
        ‹ {stream}
      </Button>
      <Button
        size="small"
        variant="quiet"
        onClick={() => workspace.jump('next', { stream })}
        aria-label={timelineTexts.nextOfStream}
      >
        ›
      </Button>
    </span>
  );
};

/** The event at the cursor, and the command that made it. */
export const StepPane = () => {
  const event = useApp(eventAtCursor);
  const command = useApp((state) =>
    event ? state.commands.find(({ commandId }) => commandId === event.metadata.commandId) : undefined,
  );
  if (!event) return <EmptyState title={timelineTexts.beforeFirst} />;
  return (
    <div className={styles.step}>
      <header>
        <h3 title={event.type}>{event.type}</h3>
        <Jumps event={event} />
      </header>
      <JsonView value={event.data} />
      <dl className={styles.facts}>
        {command && (
          <>
            <dt>{timelineTexts.causedBy}</dt>
            <dd>
              <strong>{command.type}</strong>, <OriginWords command={command} />
            </dd>
            <dt>{timelineTexts.correlation}</dt>
            <dd className={styles.code}>{command.correlationId}</dd>
          </>
        )}
        <dt>{timelineTexts.recordedAt}</dt>
        <dd>
          <time dateTime={event.metadata.recordedAt}>
            {event.metadata.recordedAt.replace('T', ' ').replace('Z', '')}
          </time>
        </dd>
      </dl>
      {command && (
        <Button size="small" icon={FlaskConical} onClick={() => workspace.specificationFromCommand(command.commandId)}>
          {timelineTexts.makeSpecification}
        </Button>
      )}
    </div>
  );
};
