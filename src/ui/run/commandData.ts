import {
  type DefinitionOf,
  defaultData,
  type Field,
  type FieldType,
  type Json,
  nextReadableId,
  type ProgramDecider,
  streamNameOf,
} from '#model';
import { newId, type RecordedEvent } from '#state';

type Command = DefinitionOf<'command'>;
type Data = { [key: string]: Json };

/** The version of a stream, as far as events are known here. */
export const versionOf = (events: RecordedEvent[], stream: string): number =>
  events.findLast(({ metadata }) => metadata.streamName === stream)?.metadata.streamPosition ?? 0;

export const streamFor = (decider: ProgramDecider, data: Data): string => streamNameOf(decider, data) ?? '';

const isRecord = (value: Json): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every text in recorded data under a field of this name, or beginning with the prefix; the latest first. */
export const idsAtHand = (type: FieldType, name: string, events: RecordedEvent[]): string[] => {
  const prefix = type.kind === 'id' ? type.prefix : undefined;
  const found = new Set<string>();
  const look = (value: Json, key: string): void => {
    if (typeof value === 'string' && (key === name || (prefix && value.startsWith(`${prefix}-`)))) found.add(value);
    else if (Array.isArray(value)) for (const item of value) look(item, key);
    else if (isRecord(value)) for (const [inner, item] of Object.entries(value)) look(item, inner);
  };
  for (const { data } of events.toReversed()) look(data, '');
  return [...found];
};

const freshId = (type: FieldType, name: string, events: RecordedEvent[]): string => {
  const prefix = type.kind === 'id' ? type.prefix : undefined;
  return prefix ? nextReadableId(prefix, idsAtHand(type, name, events)) : newId();
};

/** A command that opens streams begins a new one; any other goes on with the one that was last written to. */
const beginsStreams = (command: Command, decider: ProgramDecider, events: RecordedEvent[]): boolean => {
  const made = events.filter(({ metadata }) => metadata.streamName.startsWith(`${decider.category}-`));
  const firsts = made.filter(({ metadata }) => metadata.streamPosition === 1);
  if (made.length === 0) return true;
  return firsts.some(({ metadata }) => metadata['commandType'] === command.name);
};

export const startingData = (command: Command, decider: ProgramDecider | undefined, events: RecordedEvent[]): Data =>
  defaultData(command.fields, {
    newId: (type, name) => freshId(type, name, events),
    knownIds: (type, name) =>
      decider && name === decider.idField && beginsStreams(command, decider, events)
        ? []
        : idsAtHand(type, name, events),
  });

/** After a command went through, what was a new id becomes the next new one, so that Enter alone sends again. */
export const nextIdsAtHand = (
  command: Command,
  decider: ProgramDecider | undefined,
  sent: Data,
  events: RecordedEvent[],
): Data => {
  const fresh = startingData(command, decider, events);
  const isNewAgain = (field: Field): boolean => field.type.kind === 'id' && fresh[field.name] !== sent[field.name];
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => {
      const field = command.fields.find((candidate) => candidate.name === name);
      return [name, field && isNewAgain(field) && decider?.idField === name ? (fresh[name] ?? value) : value];
    }),
  );
};

/** Names of needed fields that are empty, nested ones with their path. */
export const missingFields = (fields: Field[], data: Data, path = ''): string[] =>
  fields.flatMap(({ name, type, optional }) => {
    const value = data[name];
    const here = `${path}${name}`;
    if (value === undefined || value === '') return optional ? [] : [here];
    return type.kind === 'object' && isRecord(value) ? missingFields(type.fields, value, `${here}.`) : [];
  });
