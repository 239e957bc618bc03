import type { Clock } from './clock.ts';
import { handleCommand } from './handleCommand.ts';
import type { Run, SendCommand } from './Run.ts';
import type { Queue } from './serially.ts';

/** One command after the other, each with its time from the playground's clock. */
export const sendThrough =
  (run: Run, queue: Queue, clock: Clock): SendCommand =>
  (command) =>
    queue(async () => {
      const known = await run.store.commandRecord(command.commandId);
      const now = known ? Date.parse(known.receivedAt) : clock.next(run.program().clock, command.now);
      return handleCommand(run, { ...command, now });
    });
