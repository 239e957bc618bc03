import type { Board, Definition, Field, FieldType, Json, Specification } from '../definitions.ts';

type Stored = { type: string; data: Json; metadata: { globalPosition: number; streamName: string } };

/** One place where what was looked for stands. `text` is the line that holds it. */
export type Hit =
  | { kind: 'note'; definitionId: string; text: string }
  | { kind: 'field'; definitionId: string; text: string }
  | { kind: 'code'; definitionId: string; text: string; file: string; line: number }
  | { kind: 'specification'; definitionId: string; specificationId: string; text: string }
  | { kind: 'event'; type: string; stream: string; position: number; text: string };

/** Of each kind; nobody walks through more. */
export const mostHits = 100;

const longestText = 120;

/** The part of a long text around the place, so that the place is seen. */
const around = (text: string, at: number): string => {
  const line = text.replace(/\s/gu, ' ');
  if (line.trim().length <= longestText) return line.trim();
  const start = Math.max(0, at - 32);
  const piece = line.slice(start, start + longestText);
  return `${start > 0 ? '…' : ''}${piece.trim()}${start + longestText < line.length ? '…' : ''}`;
};

const textsOf = new WeakMap<object, string>();

/** The text of a stored thing is made once, however many letters are typed. */
const jsonOf = (thing: object, parts: unknown): string => {
  const text = textsOf.get(thing) ?? JSON.stringify(parts);
  textsOf.set(thing, text);
  return text;
};

const nestedFields = (type: FieldType): Field[] => {
  if (type.kind === 'list') return nestedFields(type.of);
  return type.kind === 'object' ? type.fields : [];
};

const fieldPaths = (fields: readonly Field[], prefix = ''): string[] =>
  fields.flatMap(({ name, type }) => [`${prefix}${name}`, ...fieldPaths(nestedFields(type), `${prefix}${name}.`)]);

/** Whether a text holds what is looked for, and where; capitals do not count. */
type Place = (text: string) => number;

const inFields = (definition: Definition, place: Place): Hit[] =>
  'fields' in definition
    ? fieldPaths(definition.fields)
        .filter((path) => place(path) !== -1)
        .map((text) => ({ kind: 'field', definitionId: definition.id, text }))
    : [];

const inCode = (definition: Definition, place: Place): Hit[] =>
  'code' in definition
    ? definition.code
        .filter(({ text }) => place(text) !== -1)
        .flatMap(({ path, text }) =>
          text.split('\n').flatMap((line, index): Hit[] => {
            const at = place(line);
            if (at === -1) return [];
            return [{ kind: 'code', definitionId: definition.id, file: path, line: index + 1, text: around(line, at) }];
          }),
        )
    : [];

const inSpecification = (specification: Specification, place: Place): Hit[] => {
  const { id, definitionId, name, given, then } = specification;
  const text = jsonOf(specification, [given, 'when' in specification ? specification.when : null, then]);
  const at = place(text);
  if (place(name) === -1 && at === -1) return [];
  return [{ kind: 'specification', definitionId, specificationId: id, text: name || around(text, at) }];
};

const inEvent = (event: Stored, place: Place): Hit[] => {
  const { type, data, metadata } = event;
  const { streamName: stream, globalPosition: position } = metadata;
  if (place(type) !== -1 || place(stream) !== -1) return [{ kind: 'event', type, stream, position, text: '' }];
  const text = jsonOf(event, data);
  const at = place(text);
  return at === -1 ? [] : [{ kind: 'event', type, stream, position, text: around(text, at) }];
};

/** Only as many as are shown are looked for: a long history is not searched to its end for its first hits. */
const firstOf = <Item>(items: readonly Item[], hitsIn: (item: Item) => Hit[]): Hit[] => {
  const hits: Hit[] = [];
  for (const item of items) {
    hits.push(...hitsIn(item));
    if (hits.length >= mostHits) return hits.slice(0, mostHits);
  }
  return hits;
};

const placeOf = (looked: string): Place | undefined => {
  const wanted = looked.trim().toLowerCase();
  return wanted === '' ? undefined : (text) => text.toLowerCase().indexOf(wanted);
};

/** The recorded events that hold a text. */
export const findEvents = (looked: string, events: readonly Stored[]): Hit[] => {
  const place = placeOf(looked);
  return place ? firstOf(events, (event) => inEvent(event, place)) : [];
};

/** All that a board holds of a text: notes on the wall, their fields and code, specifications. */
export const find = (looked: string, board: Board): Hit[] => {
  const place = placeOf(looked);
  if (!place) return [];
  const standing = new Set(Object.values(board.notes).map(({ definitionId }) => definitionId));
  const definitions = Object.values(board.definitions).filter(({ id }) => standing.has(id));
  return [
    ...firstOf(definitions, ({ id, name }) =>
      place(name) === -1 ? [] : [{ kind: 'note', definitionId: id, text: name }],
    ),
    ...firstOf(definitions, (definition) => inFields(definition, place)),
    ...firstOf(definitions, (definition) => inCode(definition, place)),
    ...firstOf(Object.values(board.specifications), (specification) => inSpecification(specification, place)),
  ];
};
