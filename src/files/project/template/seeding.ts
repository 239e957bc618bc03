import { readFile } from 'node:fs/promises';
import { openApplication } from './core/application.ts';
import { createRecordedClock } from './core/clock.ts';
import type { CommandToSend, JsonObject } from './core/messages.ts';
import type { Store } from './core/Store.ts';
import { model } from './model.ts';

/** A command that was recorded, and what came of it then. `now` is ISO 8601. */
type RecordedCommand = Omit<CommandToSend, 'now' | 'metadata'> & { metadata: JsonObject; now: string; outcome: string };
type Recorded = {
  /** With the times in between at which the clock had come to what was due. */
  steps: (RecordedCommand | { windTo: string })[];
  /** When the commands of policies were handled, by their ids. */
  times: { [commandId: string]: string };
};

/**
 * Sends the recorded commands again, with their own ids and times; policies answer as they did then. Says where something
 * else comes of a command than was recorded.
 */
export const seed = async (store: Store): Promise<void> => {
  if ((await store.readAfter(0n, 1)).length > 0)
    throw new Error('The store holds events: only an empty one is seeded.');
  const text = await readFile(new URL('../seed/recorded.json', import.meta.url), 'utf8');
  const { steps, times } = JSON.parse(text) as Recorded;
  const clock = createRecordedClock(new Map(Object.entries(times).map(([id, time]) => [id, Date.parse(time)])));
  const application = await openApplication(model, store, clock);
  let [sent, differing] = [0, 0];
  for (const step of steps) {
    if ('windTo' in step) {
      clock.timeFor({ commandId: '', now: Date.parse(step.windTo) });
      await application.settle();
      continue;
    }
    const { now, outcome: recorded, ...command } = step;
    const outcome = await application.send({ ...command, now: Date.parse(now) });
    await application.settle();
    sent += 1;
    if (outcome.kind === recorded) continue;
    differing += 1;
    console.error(`${command.type} (${command.commandId}) was ${recorded}, and is ${outcome.kind} now.`, outcome);
  }
  console.log(`${sent} recorded commands were sent${differing > 0 ? `, ${differing} ended differently` : ''}.`);
};
