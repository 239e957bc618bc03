import { eventAt } from '#model';
import { type AppState, type CommandRecord, commandLogOf, type RecordedEvent } from '#state';
import type { CourseSubject } from './course/courseStore.ts';
import type { DockState } from './dockStore.ts';
import { positionAt } from './positionAt.ts';

export const eventAtCursor = (state: AppState): RecordedEvent | undefined => eventAt(state.events, positionAt(state));

export const commandOf = (state: AppState, event: RecordedEvent | undefined): CommandRecord | undefined =>
  event && commandLogOf(state.commands).byId.get(event.metadata.commandId ?? '');

/** The refused command that was looked up, for as long as the cursor stays where it hangs. */
export const refusedAt = (state: AppState, refusal: DockState['refusal']): CommandRecord | undefined =>
  refusal && refusal.position === positionAt(state)
    ? commandLogOf(state.commands).byId.get(refusal.commandId)
    : undefined;

/** The command that the Step pane is about. */
export const commandAtCursor = (state: AppState, refusal: DockState['refusal']): CommandRecord | undefined =>
  refusedAt(state, refusal) ?? commandOf(state, eventAtCursor(state));

/** What can be stepped into there: the command, or the event alone where no command of it is known. */
export const subjectAtCursor = (state: AppState, refusal: DockState['refusal']): CourseSubject | undefined => {
  const command = commandAtCursor(state, refusal);
  if (command) return { kind: 'command', commandId: command.commandId };
  const event = eventAtCursor(state);
  return event && { kind: 'event', position: event.metadata.globalPosition };
};
