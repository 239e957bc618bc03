import { FlaskConical } from 'lucide-react';
import type { CSSProperties } from 'react';
import { hueOf } from '#model';
import { type CommandRecord, historyOf, type RecordedEvent, workspace } from '#state';
import { ActionButton } from '../actions/ActionButton.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { StepConsole } from '../run/StepConsole.tsx';
import { deletionTexts } from '../text/deletions.ts';
import { stepTexts } from '../text/step.ts';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { StoredForm } from '../versions/StoredForm.tsx';
import { StepChanges } from '../why/StepChanges.tsx';
import { commandAtCursor, commandOf, eventAtCursor, refusedAt } from './commandAtCursor.ts';
import { CoursePane } from './course/CoursePane.tsx';
import { useCourse } from './course/courseStore.ts';
import { useDock } from './dockStore.ts';
import { JsonView } from './JsonView.tsx';
import { overlookedBy } from './overlookedBy.ts';
import { RefusedStep } from './RefusedStep.tsx';
import { Origin, StepFacts } from './StepFacts.tsx';
import styles from './StepPane.module.css';

/** The refused command that was looked up, for as long as the cursor stays where it hangs. */
const useRefused = (): CommandRecord | undefined => {
  const refusal = useDock((state) => state.refusal);
  return useApp((state) => refusedAt(state, refusal));
};

const useIsOpen = (): boolean => useCourse(({ subject }) => subject !== null);

/** What can be made of the step that is shown; the ways through it while it is stepped into. */
export const StepTools = () => {
  const refusal = useDock((state) => state.refusal);
  const command = useApp((state) => commandAtCursor(state, refusal));
  const hasEvent = useApp((state) => eventAtCursor(state) !== undefined);
  const isOpen = useIsOpen();
  if (!command && !hasEvent) return null;
  if (isOpen) return <CourseTools />;
  return (
    <span className={styles.tools}>
      <ActionButton action="course.into" size="small" data-step-into />
      {command && (
        <IconButton
          size="small"
          icon={FlaskConical}
          label={stepTexts.makeSpecification}
          onClick={() => void workspace.specificationFromCommand(command.commandId)}
        />
      )}
      <ActionButton action="time.trace" size="small" data-trace-open />
    </span>
  );
};

const CourseTools = () => (
  <span className={styles.tools} data-action-scope="course">
    {['course.previous', 'course.over', 'course.next', 'course.leave'].map((action) => (
      <ActionButton key={action} action={action} size="small" />
    ))}
  </span>
);

const Swatch = ({ type }: { type: string }) => {
  const events = useApp((state) => state.events);
  const hue = hueOf(historyOf(events).types.numbers.get(type) ?? 0);
  return <span className={styles.swatch} style={{ '--hue': hue } as CSSProperties} aria-hidden="true" />;
};

const mostTold = 5;

/** What was deleted before anything else was recorded. */
const DeletedBehind = ({ position }: { position: number }) => {
  const marked = useApp((state) => state.markedStreams);
  const texts = marked.flatMap(({ stream, deletions = [] }) =>
    deletions.filter((step) => step.position === position).map(({ kind }) => deletionTexts.behind[kind](stream)),
  );
  return (
    <>
      {texts.slice(0, mostTold).map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added behind the others.
        <p key={index} className={styles.cause}>
          {text}
        </p>
      ))}
      {texts.length > mostTold && <p className={styles.cause}>{deletionTexts.more(texts.length - mostTold)}</p>}
    </>
  );
};

/** Says of an event that was decided on an old version and stored all the same what its command never saw. */
const Overlooked = ({ command, event }: { command: CommandRecord; event: RecordedEvent }) => {
  const overlooked = overlookedBy(command, event);
  if (!overlooked) return null;
  return (
    <p className={styles.reason} data-outcome="conflict">
      {stepTexts.storedUnchecked(command.decidedOnVersion, overlooked)}
    </p>
  );
};

const EventStep = ({ event }: { event: RecordedEvent }) => {
  const command = useApp((state) => commandOf(state, event));
  const { globalPosition, streamPosition } = event.metadata;
  return (
    <div className={styles.step}>
      <header>
        <Swatch type={event.type} />
        <h3 title={event.type}>{event.type}</h3>
        <span className={styles.quiet}>{stepTexts.eventPlace(globalPosition, streamPosition)}</span>
      </header>
      {command && (
        <p className={styles.cause}>
          {stepTexts.causedBy} <strong>{command.type}</strong>, <Origin command={command} />
        </p>
      )}
      {command && <Overlooked command={command} event={event} />}
      {event.metadata.beginsAgain === true && <p className={styles.cause}>{deletionTexts.beginsAgain}</p>}
      <DeletedBehind position={globalPosition} />
      <JsonView value={event.data} />
      <StoredForm event={event} />
      <StepConsole {...(command && { commandId: command.commandId })} position={globalPosition} />
      <StepFacts event={event} />
      <StepChanges event={event} />
    </div>
  );
};

/** The event at the cursor and the command that made it, or one that was refused there; its course once stepped into. */
export const StepPane = () => {
  const event = useApp(eventAtCursor);
  const refused = useRefused();
  const isOpen = useIsOpen();
  if (isOpen) return <CoursePane />;
  if (refused) return <RefusedStep command={refused} />;
  if (!event) return <EmptyState title={timelineTexts.beforeFirst} />;
  return <EventStep event={event} />;
};
