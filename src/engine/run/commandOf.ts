import type { Json } from '#event-store';
import { newUuid } from '#event-store';
import type { Program } from '#model';
import type { CommandToSend } from '#runtime';
import type { CommandSubmission } from '../EngineApi.ts';

/** A submission with everything that it leaves open. Throws a sentence where it cannot be sent at all. */
export const commandOf = (
  submission: CommandSubmission,
  program: Program,
  addressOf: (command: { type: string; data: Json }) => { deciderId: string; stream: string },
): CommandToSend => {
  const { type, data, metadata = {}, expectation = 'latest', origin = 'person', commandId = newUuid() } = submission;
  const command = program.commands.find((one) => one.type === type);
  if (!command) throw new Error(`There is no command named ${type} on the wall.`);
  const address = addressOf({ type, data });
  const stream = submission.stream ?? address.stream;
  const decider = program.deciders.find(({ id }) => id === address.deciderId);
  if (decider && stream === '') throw new Error(`${type} needs a stream: give its field ${decider.idField} a value.`);
  if (decider && !stream.startsWith(`${decider.category}-`))
    throw new Error(`${decider.name} writes streams named ${decider.category}-…, not ${stream}.`);
  const now = timeIn(metadata);
  return {
    commandId,
    type,
    data,
    metadata,
    origin: { kind: origin },
    correlationId: typeof metadata.correlationId === 'string' ? metadata.correlationId : commandId,
    ...(now === undefined ? {} : { now }),
    stream,
    deciderId: address.deciderId,
    expectation,
  };
};

/** A command may bring its time along, as scripted demonstrations and recorded histories do. */
const timeIn = ({ now }: { [key: string]: Json }): number | undefined => {
  if (now === undefined) return undefined;
  const time = typeof now === 'string' ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(time)) throw new Error('The time of a command, `metadata.now`, has to be an ISO 8601 text.');
  return time;
};
