import { type Arrows, commandsOf, eventsOf } from '../arrows.ts';
import type { DefinitionOf } from '../definitions.ts';
import { sameValue } from '../sameValue.ts';
import { quoted, typeName } from '../typeText.ts';
import { dataLiteral, type Source } from './dataLiteral.ts';
import { eventFor } from './eventFor.ts';
import { functionHead } from './functionHead.ts';
import { mergedFieldsType } from './mergedFields.ts';

type Command = DefinitionOf<'command'>;
type Event = DefinitionOf<'event'>;

/** Working code: each command becomes the event that its name or its arrow tells, and the state keeps what the events said. */
export const deciderSkeleton = (arrows: Arrows, decider: DefinitionOf<'decider'>): string => {
  const commands = commandsOf(arrows, decider.id);
  const events = eventsOf(arrows, decider.id);
  const name = typeName(decider.name);
  return [
    `import type { ${name}Command, ${name}Event } from '#model';`,
    mergedFieldsType(name, 'What has to be remembered to decide.', events),
    `export const initialState = (): ${name} => ({});`,
    decideText(arrows, name, commands, events),
    evolveText(name, events),
  ]
    .join('\n\n')
    .concat('\n');
};

const decideText = (arrows: Arrows, name: string, commands: Command[], events: Event[]): string => {
  if (commands.length === 0)
    return `export const decide = (_command: ${name}Command, _state: ${name}): ${name}Event[] => [];`;
  const cases = commands.map((command) => {
    const event = eventFor(arrows, command, commands, events);
    return `    case ${quoted(command.name)}:\n      return ${event ? eventText(command, event, events) : '[]'};\n`;
  });
  const body = cases.join('');
  const state = body.includes('state.') || body.includes('state[') ? 'state' : '_state';
  const parameters = [`command: ${name}Command`, `${state}: ${name}`];
  return `${functionHead('decide', parameters, `${name}Event | ${name}Event[]`)} => {\n  switch (command.type) {\n${body}  }\n};`;
};

const eventText = (command: Command, event: Event, events: Event[]): string => {
  const sources: Source[] = [
    { expression: 'command.data', fields: command.fields, mayBeMissing: false },
    { expression: 'state', fields: remembered(events), mayBeMissing: true },
  ];
  const data = dataLiteral(event.fields, sources, 'command.metadata.now.toISOString()', '        ');
  return `{\n        type: ${quoted(event.name)},\n        data: ${data},\n      }`;
};

/** What the state can give: not a field with two types, which one would have to ask about first, and no date of the past. */
const remembered = (events: Event[]): Event['fields'] => {
  const fields = events.flatMap((event) => event.fields);
  return fields.filter(
    ({ name, type }) =>
      type.kind !== 'date' && fields.every((other) => other.name !== name || sameValue(other.type, type)),
  );
};

const evolveText = (name: string, events: Event[]): string => {
  if (events.length === 0) return `export const evolve = (state: ${name}, _event: ${name}Event): ${name} => state;`;
  const cases = events.map((event) => `    case ${quoted(event.name)}:\n      return { ...state, ...event.data };\n`);
  return `${functionHead('evolve', [`state: ${name}`, `event: ${name}Event`], name)} => {\n  switch (event.type) {\n${cases.join('')}  }\n};`;
};
