import { FlaskConical } from 'lucide-react';
import type { CSSProperties } from 'react';
import { type AppState, type CommandRecord, commandLogOf, historyOf, type RecordedEvent, workspace } from '#state';
import { EmptyState } from '../kit/EmptyState.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { StepConsole } from '../run/StepConsole.tsx';
import { StepChanges } from '../shell/lazyParts.ts';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { useDock } from './dockStore.ts';
import { JsonView } from './JsonView.tsx';
import { positionAt } from './positionAt.ts';
import { RefusedStep } from './RefusedStep.tsx';
import { Origin, StepFacts } from './StepFacts.tsx';
import styles from './StepPane.module.css';
import { hueOf } from './typeColors.ts';

const eventAtCursor = (state: AppState): RecordedEvent | undefined => state.events[positionAt(state) - 1];

const commandOf = (state: AppState, event: RecordedEvent | undefined): CommandRecord | undefined =>
  event && commandLogOf(state.commands).byId.get(event.metadata.commandId ?? '');

/** The refused command that was looked up, for as long as the cursor stays where it hangs. */
const useRefused = (): CommandRecord | undefined => {
  const refusal = useDock((state) => state.refusal);
  return useApp((state) =>
    refusal && refusal.position === positionAt(state)
      ? commandLogOf(state.commands).byId.get(refusal.commandId)
      : undefined,
  );
};

/** What can be made of the step that is shown. */
export const StepTools = () => {
  const refused = useRefused();
  const command = useApp((state) => refused ?? commandOf(state, eventAtCursor(state)));
  if (!command) return null;
  return (
    <IconButton
      size="small"
      icon={FlaskConical}
      label={timelineTexts.makeSpecification}
      onClick={() => workspace.specificationFromCommand(command.commandId)}
    />
  );
};

const Swatch = ({ type }: { type: string }) => {
  const events = useApp((state) => state.events);
  const hue = hueOf(historyOf(events).types.numbers.get(type) ?? 0);
  return <span className={styles.swatch} style={{ '--hue': hue } as CSSProperties} aria-hidden="true" />;
};

const EventStep = ({ event }: { event: RecordedEvent }) => {
  const command = useApp((state) => commandOf(state, event));
  const { globalPosition, streamPosition } = event.metadata;
  return (
    <div className={styles.step}>
      <header>
        <Swatch type={event.type} />
        <h3 title={event.type}>{event.type}</h3>
        <span className={styles.quiet}>{timelineTexts.eventPlace(globalPosition, streamPosition)}</span>
      </header>
      {command && (
        <p className={styles.cause}>
          {timelineTexts.causedBy} <strong>{command.type}</strong>, <Origin command={command} />
        </p>
      )}
      <JsonView value={event.data} />
      <StepConsole {...(command && { commandId: command.commandId })} position={globalPosition} />
      <StepFacts event={event} />
      <StepChanges event={event} />
    </div>
  );
};

/** The event at the cursor and the command that made it, or a command that was refused there. */
export const StepPane = () => {
  const event = useApp(eventAtCursor);
  const refused = useRefused();
  if (refused) return <RefusedStep command={refused} />;
  if (!event) return <EmptyState title={timelineTexts.beforeFirst} />;
  return <EventStep event={event} />;
};
