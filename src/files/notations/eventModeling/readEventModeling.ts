import type { Definition, DefinitionOf, Json } from '#model';
import { dropPrototypes } from '../../dropPrototypes.ts';
import { nestingOf } from '../../jsonPlaces.ts';
import type { ModelFile } from '../../ModelFile.ts';
import { notAModel } from '../../ModelFileError.ts';
import { fileOfSketch } from '../fileOfSketch.ts';
import { isRecord, type Loose, listAt, partsBeside, recordsAt } from '../loose.ts';
import { modelNameFrom, nameFrom } from '../names.ts';
import { createSketch, type Sketch } from '../sketch.ts';
import { specifyAll } from '../sketchedTest.ts';
import { fieldsOf } from './fields.ts';
import { testsOf } from './readTests.ts';

const deepestNesting = 120;
/** In characters. */
const longestText = 20_000_000;

type ElementKind = 'command' | 'event' | 'read-model' | 'screen' | 'policy';

const listsOfKind: readonly [list: string, kind: ElementKind][] = [
  ['screens', 'screen'],
  ['commands', 'command'],
  ['events', 'event'],
  ['readmodels', 'read-model'],
  ['processors', 'policy'],
];

const kindsByType: { readonly [type: string]: ElementKind } = {
  COMMAND: 'command',
  EVENT: 'event',
  READMODEL: 'read-model',
  READ_MODEL: 'read-model',
  SCREEN: 'screen',
  AUTOMATION: 'policy',
  PROCESSOR: 'policy',
};

const kindOfType = (type: Json | undefined): ElementKind | undefined => {
  const word = typeof type === 'string' ? type.toUpperCase() : '';
  return Object.hasOwn(kindsByType, word) ? kindsByType[word] : undefined;
};

/** An element as it stands in its slice, with what it has become. */
type Read = { element: Loose; thing: DefinitionOf<ElementKind> };

/** Each once, however often a slice tells of it. */
const thingsOf = (elements: readonly Read[]) => [...new Set(elements.map(({ thing }) => thing))];

const titleOf = (slice: Loose): string => nameFrom(slice.title).replace(/^slice:\s*/iu, '') || 'Slice';

const readElement = (sketch: Sketch, kind: ElementKind, element: Loose, slice: string): Read | null => {
  const name = nameFrom(element.title ?? element.name);
  if (name === '') {
    sketch.remark(`Left out an element without a title in ${slice}.`);
    return null;
  }
  const thing: DefinitionOf<ElementKind> = sketch.thing(kind, name);
  const fields = listAt(element, 'fields');
  if (thing.kind === 'command' || thing.kind === 'event')
    sketch.addFields(thing, fieldsOf(fields, name, sketch.remark));
  else if (fields.length > 0) sketch.remark(`Left out the fields of ${name}: only commands and events have some here.`);
  if (typeof element.description === 'string' && element.description.trim() !== '')
    sketch.remark(`Left out the description of ${name}.`);
  for (const key of partsBeside(element, partsOfElement)) sketch.remark(`Left out \`${nameFrom(key)}\` of an element.`);
  return { element, thing };
};

/** What is read of an element, and what says nothing beside it. */
const partsOfElement = [
  ...['id', 'groupId', 'slice', 'title', 'name', 'type', 'description', 'fields', 'dependencies'],
  ...['aggregate', 'aggregateDependencies', 'context', 'service'],
];

const aggregateOf = ({ element }: Read): string =>
  nameFrom(element.aggregate) || nameFrom(listAt(element, 'aggregateDependencies')[0]);

/** Who decides, and which system has to do with it, as commands and events say. */
const readOwners = (sketch: Sketch, read: Read): void => {
  const { thing, element } = read;
  if (thing.kind !== 'command' && thing.kind !== 'event') return;
  const join = (owner: Definition): void =>
    thing.kind === 'command' ? sketch.arrow(thing, owner) : sketch.arrow(owner, thing);
  const aggregate = aggregateOf(read);
  const isExternal = element.context === 'EXTERNAL';
  const service = nameFrom(element.service);
  if (aggregate !== '') {
    const decider = sketch.thing('decider', aggregate);
    const idField = recordsAt(element, 'fields').find((field) => field.idAttribute === true);
    if (decider.idField === '' && thing.kind === 'command' && idField) decider.idField = nameFrom(idField.name);
    join(decider);
  }
  if (isExternal && service !== '') join(sketch.thing('system', service));
  else if (isExternal) sketch.remark(`${thing.name} is external, but no system is named.`);
};

/** People send the commands of a slice; in one without commands they look at its read models. */
const readActors = (sketch: Sketch, slice: Loose, things: readonly Definition[]): void => {
  const commands = things.filter(({ kind }) => kind === 'command');
  const names = new Set(recordsAt(slice, 'actors').map(({ name }) => nameFrom(name)));
  for (const name of names) {
    if (name === '') continue;
    const person = sketch.thing('actor', name);
    for (const command of commands) sketch.arrow(person, command);
    if (commands.length === 0)
      for (const one of things.filter(({ kind }) => kind === 'read-model')) sketch.arrow(one, person);
  }
};

const partsOfSlice = [
  ...listsOfKind.map(([list]) => list),
  ...['id', 'status', 'index', 'title', 'context', 'sliceType', 'specifications', 'actors', 'aggregates'],
];

const readSlice = (sketch: Sketch, slice: Loose): Read[] => {
  const title = titleOf(slice);
  for (const key of partsBeside(slice, partsOfSlice)) sketch.remark(`Left out \`${nameFrom(key)}\` of ${title}.`);
  const elements = listsOfKind.flatMap(([list, kind]) =>
    recordsAt(slice, list).flatMap((element) => readElement(sketch, kind, element, title) ?? []),
  );
  for (const read of elements) readOwners(sketch, read);
  const things = thingsOf(elements);
  readActors(sketch, slice, things);
  const context = nameFrom(slice.context);
  const deciders = elements.map(aggregateOf).flatMap((name) => sketch.find('decider', name) ?? []);
  if (context !== '') for (const thing of [...things, ...deciders]) sketch.putInContext(context, thing);
  return elements;
};

/** Whether the way from a command to an event goes through a decider, so that no arrow leads there straight. */
const isDecided = (sketch: Sketch, from: Definition, to: Definition, deciders: ReadonlyMap<Definition, string>) => {
  if (from.kind !== 'command' || to.kind !== 'event') return false;
  const [ofCommand, ofEvent] = [deciders.get(from), deciders.get(to)];
  const name = ofCommand ?? ofEvent;
  if (name === undefined) return false;
  const decider = sketch.thing('decider', name);
  if (ofCommand === undefined || ofEvent === undefined) sketch.remark(`Guessed that ${name} decides on ${from.name}.`);
  sketch.arrow(from, decider);
  sketch.arrow(ofEvent === undefined ? decider : sketch.thing('decider', ofEvent), to);
  return true;
};

const readDependencies = (sketch: Sketch, elements: readonly Read[]): void => {
  const byId = new Map(elements.map(({ element, thing }) => [nameFrom(element.id), thing]));
  const deciders = new Map(
    elements.map((read) => [read.thing, aggregateOf(read)] as const).filter(([, name]) => name !== ''),
  );
  for (const { element, thing } of elements)
    for (const dependency of recordsAt(element, 'dependencies')) {
      const kind = kindOfType(dependency.elementType);
      const title = nameFrom(dependency.title);
      const other = byId.get(nameFrom(dependency.id)) ?? (kind && title !== '' ? sketch.find(kind, title) : undefined);
      const direction = String(dependency.type).toUpperCase();
      if (!other || (direction !== 'INBOUND' && direction !== 'OUTBOUND')) {
        sketch.remark(`Left out an arrow at ${thing.name}: ${title || 'what it leads to'} is not in the file.`);
        continue;
      }
      const [from, to] = direction === 'OUTBOUND' ? [thing, other] : [other, thing];
      if (!isDecided(sketch, from, to, deciders)) sketch.arrow(from, to);
    }
};

const parse = (text: string): Json => {
  if (text.length > longestText)
    throw notAModel(`it has more than ${longestText / 1_000_000} MB, which is a lot of slices`);
  if (nestingOf(text) > deepestNesting)
    throw notAModel(`lists and objects are nested deeper than ${deepestNesting} levels`);
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/u, '')) as Json;
    dropPrototypes(value);
    return value;
  } catch {
    throw notAModel('it is not JSON');
  }
};

const isSlice = (value: Json): value is Loose =>
  isRecord(value) && listsOfKind.some(([list]) => Array.isArray(value[list]));

/** Generators of code keep each slice in a file of its own, or all of them as a list. */
const slicesIn = (root: Json): Loose[] => {
  if (isRecord(root) && Object.hasOwn(root, 'slices')) return recordsAt(root, 'slices');
  return (Array.isArray(root) ? root : [root]).filter(isSlice);
};

/**
 * A model out of an Event Modeling specification. Lenient, because real files break the format's own schema: what is
 * understood is taken, and each guess and each thing left out is a remark. Throws `ModelFileError` where there are no
 * slices at all.
 */
export const readEventModeling = (text: string, fileName: string): { file: ModelFile; remarks: string[] } => {
  const sketch = createSketch();
  const root = parse(text);
  const slices = slicesIn(root);
  if (slices.length === 0) throw notAModel('it has no `slices` with something in them');
  for (const key of Object.keys(isRecord(root) && slices[0] !== root ? root : {}))
    if (key !== 'slices') sketch.remark(`Left out \`${nameFrom(key)}\`.`);
  const elements = slices.map((slice) => readSlice(sketch, slice));
  readDependencies(sketch, elements.flat());
  specifyAll(
    sketch,
    slices.flatMap((slice, index) => testsOf(sketch, slice, titleOf(slice), thingsOf(elements[index] ?? []))),
  );
  return fileOfSketch(sketch, { text, name: modelNameFrom(fileName) });
};
