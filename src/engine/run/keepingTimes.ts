import type { CommandRecord } from '#event-store';
import type { SendCommand } from '#runtime';

/** Commands that will be sent again, by whomever, are decided at the times at which they were recorded. */
export const keepingTimes = (send: SendCommand): { send: SendCommand; expect: (records: CommandRecord[]) => void } => {
  const recordedTimes = new Map<string, number>();
  return {
    send: (command) => {
      const now = command.now ?? recordedTimes.get(command.commandId);
      return send(now === undefined ? command : { ...command, now });
    },
    expect: (records) => {
      for (const { commandId, receivedAt } of records) recordedTimes.set(commandId, Date.parse(receivedAt));
    },
  };
};
