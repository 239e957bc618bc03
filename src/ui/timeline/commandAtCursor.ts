import { eventAt } from '#model';
import { type AppState, type CommandRecord, commandLogOf, type RecordedEvent } from '#state';
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
