import { stringify } from 'yaml';
import {
  type Arrows,
  arrowsOf,
  type Board,
  type Definition,
  type DefinitionOf,
  type Field,
  type Json,
  lineOfFields,
  type NoteKind,
  ofKind,
  type Specification,
  type SpecificationMessage,
} from '#model';
import { eventsByCommand } from '../eventsByCommand.ts';
import { isRecord } from '../loose.ts';
import { nameFrom } from '../names.ts';
import { anyRefusal, documentIdKey } from '../sketchedTest.ts';
import { uniqueNames } from '../uniqueNames.ts';
import { isTriggerKind, laneOfKind } from './lanes.ts';

type Props = { [name: string]: Json };
type Element = { [key: string]: string | Props };
type Test = { given?: Element[]; when?: Element[]; then: Element[] | null };
type Slice = { steps: Element[]; tests: { [name: string]: Test } };

/** A slash parts a swimlane from a name, and no name may end with one. */
const written = (name: string): string => nameFrom(name).replaceAll('/', '∕') || '…';

const inLane = (lane: string | undefined, name: string): string =>
  lane === undefined ? written(name) : `${written(lane)}/${written(name)}`;

/** The type and example of a field, as `fieldsFromLine` reads them; objects stand as maps. */
const propOf = ({ type, example }: Field): Json =>
  type.kind === 'object' && type.fields.length > 0 && example === undefined
    ? propsOf(type.fields)
    : lineOfFields([{ name: 'f', type, ...(example === undefined ? {} : { example }) }]).slice('f: '.length);

const propsOf = (fields: readonly Field[]): Props =>
  Object.fromEntries(fields.map((field) => [field.optional ? `${field.name}?` : field.name, propOf(field)]));

const withProps = (props: Props): { props?: Props } => (Object.keys(props).length > 0 ? { props } : {});

const laneOfEvent = ({ into }: Arrows, eventId: string): string | undefined => into(eventId, 'decider')[0]?.name;

const writer = (board: Board) => {
  const arrows = arrowsOf(board);
  const made = eventsByCommand(board);
  const told = new Set<string>();

  /** Fields stand where a message is first named. */
  const fieldsOnce = (message: DefinitionOf<'event'> | DefinitionOf<'command'>): { props?: Props } => {
    if (told.has(message.id)) return {};
    told.add(message.id);
    return withProps(propsOf(message.fields));
  };
  const event = (one: DefinitionOf<'event'>): Element => ({
    e: inLane(laneOfEvent(arrows, one.id), one.name),
    ...fieldsOnce(one),
  });
  const command = (one: DefinitionOf<'command'>): Element => {
    // Its events say who decides, where it has some.
    const isSaid = (made.get(one.id) ?? []).some(({ id }) => laneOfEvent(arrows, id) !== undefined);
    const lane = isSaid ? undefined : arrows.outOf(one.id, 'decider')[0]?.name;
    return { c: inLane(lane, one.name), ...fieldsOnce(one) };
  };
  const view = (one: Definition): Element => ({ v: written(one.name) });
  const trigger = (one: Definition): Element[] => {
    told.add(one.id);
    return isTriggerKind(one.kind) ? [{ t: inLane(laneOfKind[one.kind], one.name) }] : [];
  };

  const ofCommand = (one: DefinitionOf<'command'>): Element[] => [
    ...[
      ...arrows.into(one.id, 'actor'),
      ...arrows.into(one.id, 'screen'),
      ...arrows.into<NoteKind>(one.id, 'system'),
    ].flatMap(trigger),
    command(one),
    ...(made.get(one.id) ?? []).map(event),
    ...arrows.outOf<NoteKind>(one.id, 'system').flatMap(trigger),
  ];
  const ofPolicy = (one: DefinitionOf<'policy'>): Element[] => [
    ...arrows.into(one.id, 'read-model').map(view),
    ...arrows.into(one.id, 'event').map(event),
    ...trigger(one),
    ...arrows.outOf(one.id, 'event').map(event),
    ...arrows.outOf(one.id, 'command').map((sent) => ({ c: written(sent.name) })),
  ];
  const ofView = (one: DefinitionOf<'read-model'>): Element[] => [
    ...arrows.into(one.id, 'event').map(event),
    view(one),
    ...[...arrows.outOf(one.id, 'actor'), ...arrows.outOf(one.id, 'screen')].flatMap(trigger),
  ];
  const ofSystem = (one: Definition): Element[] => {
    const events = arrows.outOf(one.id, 'event');
    return events.length > 0 ? [...trigger(one), ...events.map(event)] : [];
  };
  const loose = (): Element[] => [
    ...ofKind(arrows.placed, 'event')
      .filter(({ id }) => !told.has(id))
      .map(event),
    ...arrows.placed.filter(({ id, kind }) => isTriggerKind(kind) && !told.has(id)).flatMap(trigger),
  ];
  return { arrows, ofCommand, ofPolicy, ofView, ofSystem, loose };
};

const dataProps = (data: Json): { props?: Props } => (isRecord(data) ? withProps(data) : {});

const testOf = (board: Board, specification: Specification): Test | null => {
  const arrows = arrowsOf(board);
  const event = ({ type, data }: SpecificationMessage): Element => {
    const known = ofKind(arrows.placed, 'event').find(({ name }) => name === type);
    return { e: inLane(known && laneOfEvent(arrows, known.id), type), ...dataProps(data) };
  };
  const given = specification.given.length > 0 ? { given: specification.given.map(event) } : {};
  const orNull = (elements: Element[]): Element[] | null => (elements.length > 0 ? elements : null);
  if (specification.subject === 'decider') {
    const { when, then } = specification;
    return {
      ...given,
      when: [{ c: written(when.type), ...dataProps(when.data) }],
      then:
        then.kind === 'events'
          ? orNull(then.events.map(event))
          : [{ x: nameFrom(then.message).replace(/\/+$/u, '') || anyRefusal }],
    };
  }
  if (specification.subject === 'policy') return null;
  const v = written(board.definitions[specification.definitionId]?.name ?? '');
  return {
    ...given,
    then: orNull(
      specification.then.documents.map(({ documentId, document }) => ({
        v,
        props: { [documentIdKey]: documentId, ...(isRecord(document) ? document : {}) },
      })),
    ),
  };
};

/** Tests stand in the slice of their command or their view. */
const sliceIdOf = (board: Board, specification: Specification): string | undefined =>
  specification.subject === 'decider'
    ? ofKind(arrowsOf(board).placed, 'command').find(({ name }) => name === specification.when.type)?.id
    : specification.definitionId;

const slicesOf = (board: Board): Map<string, { name: string } & Slice> => {
  const { arrows, ofCommand, ofPolicy, ofView, ofSystem, loose } = writer(board);
  const slices = new Map<string, { name: string } & Slice>();
  const add = (id: string, name: string, steps: Element[]): void => {
    if (steps.length > 0) slices.set(id, { name, steps, tests: {} });
  };
  for (const one of ofKind(arrows.placed, 'command')) add(one.id, one.name, ofCommand(one));
  for (const one of ofKind(arrows.placed, 'policy')) add(one.id, one.name, ofPolicy(one));
  for (const one of ofKind(arrows.placed, 'read-model')) add(one.id, one.name, ofView(one));
  for (const one of ofKind<NoteKind>(arrows.placed, 'system')) add(one.id, one.name, ofSystem(one));
  add('loose', 'Others', loose());
  return slices;
};

/** A board as emlang 1.0: a slice for each command, each policy and each read model. */
export const writeEmlang = (board: Board): string => {
  const slices = slicesOf(board);
  const testNames = new Map([...slices].map(([id]) => [id, uniqueNames()]));
  for (const specification of Object.values(board.specifications)) {
    const id = sliceIdOf(board, specification) ?? '';
    const test = testOf(board, specification);
    const slice = slices.get(id);
    if (slice && test) slice.tests[testNames.get(id)?.(nameFrom(specification.name) || 'Test') ?? ''] = test;
  }
  const unique = uniqueNames();
  const all = [...slices.values()].map(({ name, steps, tests }) => [
    unique(nameFrom(name) || 'Slice'),
    Object.keys(tests).length > 0 ? { steps, tests } : steps,
  ]);
  return stringify(
    { slices: all.length > 0 ? Object.fromEntries(all) : null },
    { lineWidth: 0, aliasDuplicateObjects: false, nullStr: '' },
  );
};
