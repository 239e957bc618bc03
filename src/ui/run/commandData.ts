import {
  type DefinitionOf,
  defaultData,
  type Field,
  idsAtHand,
  type Json,
  type ProgramDecider,
  streamNameOf,
} from '#model';
import { type AppState, newId, type RecordedEvent } from '#state';

type Command = DefinitionOf<'command'>;
type Data = { [key: string]: Json };

/** The version of a stream, as far as events are known here. */
export const versionOf = (events: RecordedEvent[], stream: string): number =>
  events.findLast(({ metadata }) => metadata.streamName === stream)?.metadata.streamPosition ?? 0;

export const streamFor = (decider: ProgramDecider, data: Data): string => streamNameOf(decider, data) ?? '';

/** The ids that recorded events and commands use, for choosing and for making new ones. */
export const idsFor = (command: Command, { events, commands }: Pick<AppState, 'events' | 'commands'>) =>
  idsAtHand(command.name, { events, commands }, newId);

export const startingData = (command: Command, recorded: Pick<AppState, 'events' | 'commands'>): Data =>
  defaultData(command.fields, idsFor(command, recorded));

/** After a command went through, ids that have to be new become the next new ones, so that Enter alone sends again. */
export const dataAfterSending = (
  command: Command,
  sent: Data,
  recorded: Pick<AppState, 'events' | 'commands'>,
): Data => {
  const ids = idsFor(command, recorded);
  const renewed = command.fields
    .filter((field) => field.type.kind === 'id' && sent[field.name] !== undefined && ids.wantsNewId(field))
    .map((field) => [field.name, ids.nextId(field)]);
  return { ...sent, ...Object.fromEntries(renewed) };
};

const isRecord = (value: Json): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of needed fields that are empty, nested ones with their path. */
export const missingFields = (fields: Field[], data: Data, path = ''): string[] =>
  fields.flatMap(({ name, type, optional }) => {
    const value = data[name];
    const here = `${path}${name}`;
    if (value === undefined || value === '') return optional ? [] : [here];
    return type.kind === 'object' && isRecord(value) ? missingFields(type.fields, value, `${here}.`) : [];
  });
