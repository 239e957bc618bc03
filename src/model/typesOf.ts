import { type Arrows, arrowsOf, commandsOf, eventsOf } from './arrows.ts';
import { isTranslationCode } from './contexts/isTranslation.ts';
import type { Board, DefinitionOf, Field } from './definitions.ts';
import { isProcessCode } from './processes/isProcess.ts';
import { recordOf } from './records.ts';
import { noData, propertyText, quoted, typeName, unionText } from './typeText.ts';

/** The module that people's code imports the types of the notes from: `import type { … } from '#model'`. */
export const typesModule = '#model';

type Message = DefinitionOf<'event' | 'command'>;

/**
 * The types of the notes around a decider, read model or policy, as the text of its `#model` module: a type for each
 * message by its name, and the unions `ShoppingCartCommand`, `ShoppingCartEvent`. Empty for other kinds.
 */
export const typesOf = (board: Board, definitionId: string): string => {
  const definition = recordOf(board.definitions, definitionId);
  const arrows = arrowsOf(board);
  switch (definition?.kind) {
    case 'decider':
      return typesOfDecider(arrows, definition);
    case 'read-model':
      return typesOfReadModel(arrows, definition);
    case 'policy':
      if (isTranslationCode(definition.code)) return typesOfTranslation(arrows, definition);
      return isProcessCode(definition.code) ? typesOfProcess(arrows, definition) : typesOfPolicy(arrows, definition);
    default:
      return '';
  }
};

/** A type that the notes give to a module: `of` is the message, or which of them the union holds. */
export type GeneratedType = { name: string; of: string; messages: string[] };

/** The names of the types in a module's `#model`, with the ids of the messages that they stand for. */
export const generatedTypesOf = (
  own: { name: string; kind: 'decider' | 'read-model' | 'policy' },
  { commands, events, published = [] }: { commands: Message[]; events: Message[]; published?: Message[] },
): GeneratedType[] => {
  const names = namesFor(own.kind === 'policy' ? [...events, ...published, ...commands] : [...commands, ...events]);
  const idsOf = (messages: Message[]): string[] => messages.map(({ id }) => id);
  return [
    ...[...names].map(([{ id }, name]) => ({ name, of: id, messages: [id] })),
    { name: `${typeName(own.name)}Command`, of: 'commands', messages: idsOf(commands) },
    { name: `${typeName(own.name)}Event`, of: 'events', messages: idsOf(events) },
    ...(own.kind === 'policy' ? [{ name: `${typeName(own.name)}Input`, of: 'input', messages: idsOf(events) }] : []),
    ...(published.length > 0
      ? [{ name: `${typeName(own.name)}PublicEvent`, of: 'published', messages: idsOf(published) }]
      : []),
  ];
};

const typesOfDecider = (arrows: Arrows, decider: DefinitionOf<'decider'>): string => {
  const commands = commandsOf(arrows, decider.id);
  const events = eventsOf(arrows, decider.id);
  const names = namesFor([...commands, ...events]);
  const own = typeName(decider.name);
  return [
    commandMetadata,
    ...commands.map((command) => messageType(command, names, 'metadata: CommandMetadata')),
    ...events.map((event) => messageType(event, names, 'metadata?: { [key: string]: unknown }')),
    union(`What ${decider.name} is asked to do.`, `${own}Command`, commands, names),
    union(`What can happen in a stream of ${decider.name}.`, `${own}Event`, events, names),
  ].join('\n\n');
};

const typesOfReadModel = (arrows: Arrows, readModel: DefinitionOf<'read-model'>): string => {
  const events = arrows.into(readModel.id, 'event');
  const names = namesFor(events);
  return [
    eventMetadata,
    ...events.map((event) => messageType(event, names, 'metadata: EventMetadata')),
    union(`What ${readModel.name} hears.`, `${typeName(readModel.name)}Event`, events, names),
  ].join('\n\n');
};

const typesOfPolicy = (arrows: Arrows, policy: DefinitionOf<'policy'>): string => {
  const events = arrows.into(policy.id, 'event');
  const commands = arrows.outOf(policy.id, 'command');
  const names = namesFor([...events, ...commands]);
  const own = typeName(policy.name);
  return [
    eventMetadata,
    ...events.map((event) => messageType(event, names, 'metadata: EventMetadata')),
    ...commands.map((command) => messageType(command, names, 'metadata?: { [key: string]: unknown }')),
    union('What the policy hears.', `${own}Event`, events, names),
    union('What the policy asks for.', `${own}Command`, commands, names),
  ].join('\n\n');
};

const typesOfTranslation = (arrows: Arrows, policy: DefinitionOf<'policy'>): string => {
  const heard = arrows.into(policy.id, 'event');
  const published = arrows.outOf(policy.id, 'event').filter((event) => !heard.includes(event));
  const names = namesFor([...heard, ...published]);
  const own = typeName(policy.name);
  return [
    eventMetadata,
    ...heard.map((event) => messageType(event, names, 'metadata: EventMetadata')),
    ...published.map((event) => messageType(event, names, 'metadata?: { [key: string]: unknown }')),
    union('What the translation reads: it is private, and may change.', `${own}Event`, heard, names),
    union('What other contexts are told.', `${own}PublicEvent`, published, names),
  ].join('\n\n');
};

const typesOfProcess = (arrows: Arrows, policy: DefinitionOf<'policy'>): string => {
  const heard = arrows.into(policy.id, 'event');
  const made = arrows.outOf(policy.id, 'event').filter((event) => !heard.includes(event));
  const commands = arrows.outOf(policy.id, 'command');
  const names = namesFor([...heard, ...made, ...commands]);
  const own = typeName(policy.name);
  return [
    eventMetadata,
    processTypes,
    ...heard.map((event) => messageType(event, names, 'metadata: EventMetadata')),
    ...[...made, ...commands].map((event) => messageType(event, names, 'metadata?: { [key: string]: unknown }')),
    `/** What the process is handed. Add its own messages: \`| ProcessInput<Reminder>\`. */
export type ${own}Input = ProcessInput<${unionText(heard.map((event) => names.get(event) ?? ''))}>;`,
    union('What has happened: what the process heard, and its own events.', `${own}Event`, [...heard, ...made], names),
    union('What the process asks for.', `${own}Command`, commands, names),
    `/** What \`decide\` answers with. */
export type ${own}Output = ${unionText([...made, ...commands].map((message) => names.get(message) ?? '').concat('ProcessAction'))};`,
  ].join('\n\n');
};

const processTypes = `/** A message as \`decide\` of a process manager is handed it; \`now\` is the playground's clock. */
export type ProcessInput<Message> = Message extends { type: string }
  ? Omit<Message, 'metadata'> & { metadata: { now: Date; commandId: string; messageId: string } }
  : never;

/** Messages for later, and the end. A message that is scheduled comes back as input, or goes to whom the command is for. */
export type ProcessAction =
  | {
      action: 'Schedule';
      message: { type: string; data: { [key: string]: unknown } };
      when: { afterInMs: number } | { at: Date | string };
    }
  | { action: 'Cancel'; type: string }
  | { action: 'Complete' };`;

const commandMetadata = `/** The time and the id of a command are inputs: the same command gives the same events. */
export type CommandMetadata = { commandId: string; now: Date; [added: string]: unknown };`;

const eventMetadata = `/** What the store keeps beside an event's data. */
export type EventMetadata = {
  eventId: string;
  streamName: string;
  streamPosition: bigint;
  globalPosition: bigint;
  recordedAt: string;
  schemaVersion: number;
  commandId?: string;
  correlationId?: string;
  causationId?: string;
  [added: string]: unknown;
};`;

/** A command and an event may bear the same name on the wall: the later one gets a number. */
const namesFor = (messages: Message[]): ReadonlyMap<Message, string> => {
  const taken = new Set(['CommandMetadata', 'EventMetadata', 'ProcessInput', 'ProcessAction']);
  const names = new Map<Message, string>();
  for (const message of messages) {
    const wanted = typeName(message.name);
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
    taken.add(name);
    names.set(message, name);
  }
  return names;
};

const messageType = (message: Message, names: ReadonlyMap<Message, string>, metadata: string): string =>
  [
    `export type ${names.get(message)} = {`,
    `  type: ${quoted(message.name)};`,
    `  data: ${dataText(message.fields)};`,
    `  ${metadata};`,
    '};',
  ].join('\n');

const dataText = (fields: Field[]): string =>
  fields.length > 0 ? `{\n${fields.map((field) => `    ${propertyText(field)};`).join('\n')}\n  }` : noData;

const union = (comment: string, name: string, messages: Message[], names: ReadonlyMap<Message, string>): string =>
  `/** ${comment.replaceAll('*/', '* /')} */\nexport type ${name} = ${unionText(messages.map((message) => names.get(message) ?? ''))};`;
