import {
  type DeciderSpecification,
  defaultData,
  type Field,
  type IdsAtHand,
  type Json,
  type PolicyOutput,
  type PolicySpecification,
  type ReadModelSpecification,
  type SpecificationMessage,
  specificationTime,
} from '#model';

/** What an event or a command offers a form. */
export type MessageType = { name: string; fields: Field[] };

/** The messages that a form has to do with. A policy is given `events`, hears some of them and records others. */
export type MessageTypes = {
  commands: MessageType[];
  events: MessageType[];
  heard: MessageType[];
  recorded: MessageType[];
};

/** A message with the examples of its fields as data. */
export const messageOf = ({ name, fields }: MessageType): SpecificationMessage => ({
  type: name,
  data: defaultData(fields, firstIds),
});

/** In a specification nothing is recorded: the first id of its kind always fits, and the same one everywhere. */
const firstIds: IdsAtHand = {
  nextId: ({ name, type }) => `${(type.kind === 'id' && type.prefix) || name}-1`,
  knownIds: () => [],
  wantsNewId: () => true,
};

export const newDeciderSpecification = (
  id: string,
  definitionId: string,
  name: string,
  command: MessageType,
): DeciderSpecification => ({
  id,
  definitionId,
  name,
  subject: 'decider',
  given: [],
  when: messageOf(command),
  then: { kind: 'events', events: [] },
});

export const newReadModelSpecification = (
  id: string,
  definitionId: string,
  name: string,
  event: MessageType | undefined,
): ReadModelSpecification => ({
  id,
  definitionId,
  name,
  subject: 'read-model',
  given: event ? [messageOf(event)] : [],
  then: { kind: 'documents', documents: [] },
});

export const newPolicySpecification = (
  id: string,
  definitionId: string,
  name: string,
  event: MessageType,
): PolicySpecification => ({
  id,
  definitionId,
  name,
  subject: 'policy',
  given: [],
  when: messageOf(event),
  then: { kind: 'outputs', outputs: [] },
});

/** What a form starts with; nothing where no message of the wall can be meant. */
export const newOutput = (
  action: PolicyOutput['action'],
  { commands, recorded }: MessageTypes,
  now?: string,
): PolicyOutput | undefined => {
  switch (action) {
    case 'send':
      return commands[0] && { action, ...messageOf(commands[0]) };
    case 'record':
      return recorded[0] && { action, ...messageOf(recorded[0]) };
    case 'schedule':
      return { action, type: 'Reminder', data: {}, dueAt: specificationTime({ now }) };
    case 'cancel':
      return { action, type: 'Reminder' };
    case 'complete':
      return { action };
  }
};

/** A value of the data by its field; nothing written takes the key away. */
export const withValue = (data: Json, name: string, value: Json | undefined): Json => {
  const entries = Object.entries(isRecord(data) ? data : {}).filter(([key]) => key !== name || value !== undefined);
  if (value === undefined) return Object.fromEntries(entries);
  const isThere = entries.some(([key]) => key === name);
  return Object.fromEntries(
    isThere ? entries.map(([key, present]) => [key, key === name ? value : present]) : [...entries, [name, value]],
  );
};

export const isRecord = (data: Json | undefined): data is { [key: string]: Json } =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** Keys of the data that no field names: from a recorded message, or a field that was removed since. */
export const keysBeyond = (fields: Field[], data: Json): string[] =>
  isRecord(data) ? Object.keys(data).filter((key) => !fields.some(({ name }) => name === key)) : [];

/** `undefined` where the text is no JSON. */
export const jsonFrom = (text: string): Json | undefined => {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
};
