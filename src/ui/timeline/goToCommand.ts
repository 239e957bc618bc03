import { eventAt } from '#model';
import { appStore, type CommandRecord, workspace } from '#state';
import { dockStore, leaveRefusal, showPane, showRefusal } from './dockStore.ts';

/** The first event that a command stored; behind which event it hangs where it stored none. */
export const positionOfCommand = ({ outcome, afterPosition, commandId }: CommandRecord): number => {
  if (outcome.kind !== 'appended') return afterPosition;
  const { events } = appStore.getState();
  // What it stored comes right behind it, as far as nobody else was faster.
  for (let position = afterPosition + 1; position <= events.length; position += 1)
    if (eventAt(events, position)?.metadata.commandId === commandId) return position;
  return afterPosition;
};

/** The cursor goes where the command came; the pane that one is in stays. */
export const goToCommand = (command: CommandRecord): void => {
  const { pane } = dockStore.getState();
  const position = positionOfCommand(command);
  workspace.seek(position);
  if (command.outcome.kind === 'appended') leaveRefusal();
  else showRefusal(command.commandId, position);
  showPane(pane);
};
