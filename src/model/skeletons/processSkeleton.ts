import { type Arrows, arrowsOf } from '../arrows.ts';
import { pathOf } from '../codeOf.ts';
import type { Board, CodeFile, DefinitionOf } from '../definitions.ts';
import { propertyOf, quoted, typeName } from '../typeText.ts';
import { functionHead } from './functionHead.ts';
import { mergedFieldsType, sharedIdField } from './mergedFields.ts';

/** The code that a policy begins with as a process manager. */
export const processSkeletonOf = (board: Board, policy: DefinitionOf<'policy'>): CodeFile[] => [
  { path: pathOf(policy), text: processSkeleton(arrowsOf(board), policy) },
];

/**
 * Working code that asks for nothing yet: it remembers what it has heard, one process for each id that its events
 * share. What follows from an event is left to the person.
 */
const processSkeleton = (arrows: Arrows, policy: DefinitionOf<'policy'>): string => {
  const events = arrows.into(policy.id, 'event');
  const facts = [...events, ...arrows.outOf(policy.id, 'event')];
  const name = typeName(policy.name);
  const id = sharedIdField(events);
  const workflowId = id ? propertyOf('input.data', id.name) : 'input.metadata.streamName';
  return [
    `import type { ${name}Event, ${name}Input, ${name}Output } from '#model';`,
    mergedFieldsType(name, 'What the process has to remember between two events.', facts),
    `export const initialState = (): ${name} => ({});`,
    '/** Which process an event belongs to; null for none. */',
    `export const getWorkflowId = (input: ${name}Event): string | null => ${workflowId};`,
    decideText(name, events),
    evolveText(name, facts),
  ]
    .join('\n\n')
    .replace('for none. */\n\n', 'for none. */\n')
    .concat('\n');
};

const schedulingHint =
  "// { action: 'Schedule', message: { type, data }, when: { afterInMs: 60_000 } } comes back here when its time has come.";

const decideText = (name: string, events: DefinitionOf<'event'>[]): string => {
  const head = functionHead('decide', [`input: ${name}Input`, `_state: ${name}`], `${name}Output[]`);
  if (events.length === 0) return `${schedulingHint}\n${head.replace('input:', '_input:')} => [];`;
  const cases = events.map((event) => `    case ${quoted(event.name)}:\n      return [];\n`);
  return `${schedulingHint}\n${head} => {\n  switch (input.type) {\n${cases.join('')}  }\n};`;
};

const evolveText = (name: string, events: DefinitionOf<'event'>[]): string => {
  if (events.length === 0) return `export const evolve = (state: ${name}, _event: ${name}Event): ${name} => state;`;
  const cases = events.map((event) => `    case ${quoted(event.name)}:\n      return { ...state, ...event.data };\n`);
  return `${functionHead('evolve', [`state: ${name}`, `event: ${name}Event`], name)} => {\n  switch (event.type) {\n${cases.join('')}  }\n};`;
};
