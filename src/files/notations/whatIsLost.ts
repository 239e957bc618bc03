import { type Board, type Definition, kindInfo, type NoteKind, noteKinds, type Specification, sameValue } from '#model';

/** So many names are said; the others are counted. */
const mostNames = 6;

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
};

const keyOf = ({ kind, name }: Definition): string => `${kind} ${name}`;

const thingsOf = (board: Board): Map<string, Definition> =>
  new Map(Object.values(board.definitions).map((definition) => [keyOf(definition), definition]));

type Arrow = { from: Definition; to: Definition };

const arrowsOf = (board: Board): Map<string, Arrow> => {
  const definitionOf = (noteId: string): Definition | undefined =>
    board.definitions[board.notes[noteId]?.definitionId ?? ''];
  return new Map(
    Object.values(board.connections).flatMap((connection) => {
      const [from, to] = [definitionOf(connection.from), definitionOf(connection.to)];
      return from && to ? [[`${keyOf(from)} → ${keyOf(to)}`, { from, to }] as const] : [];
    }),
  );
};

const word = (kind: NoteKind, count: number): string => (count === 1 ? kindInfo[kind].word : kindInfo[kind].plural);

const lostThings = (before: Board, after: Board): string[] => {
  const kept = thingsOf(after);
  const lost = [...thingsOf(before).values()].filter((definition) => !kept.has(keyOf(definition)));
  return noteKinds.flatMap((kind) => {
    const names = lost.filter((definition) => definition.kind === kind).map(({ name }) => name);
    return names.length > 0 ? [`${word(kind, names.length)}: ${listed(names)}.`] : [];
  });
};

const lostArrows = (before: Board, after: Board): string[] => {
  const [things, had, kept] = [thingsOf(after), arrowsOf(before), arrowsOf(after)];
  const lost = [...had].filter(
    ([key, { from, to }]) => !kept.has(key) && things.has(keyOf(from)) && things.has(keyOf(to)),
  );
  const added = [...kept].filter(([key]) => !had.has(key));
  const named = (arrows: typeof lost) => listed(arrows.map(([, { from, to }]) => `${from.name} → ${to.name}`));
  return [
    ...(lost.length > 0 ? [`${lost.length === 1 ? 'Arrow' : 'Arrows'}: ${named(lost)}.`] : []),
    ...(added.length > 0 ? [`It will say more than the wall does: ${named(added)}.`] : []),
  ];
};

const lostFields = (before: Board, after: Board): string[] => {
  const kept = thingsOf(after);
  const changed = [...thingsOf(before)].flatMap(([key, definition]) => {
    const other = kept.get(key);
    if (!('fields' in definition) || !other || !('fields' in other)) return [];
    return definition.fields
      .filter((field) => !other.fields.some((one) => sameValue(one, field)))
      .map(({ name }) => `${definition.name}.${name}`);
  });
  return changed.length > 0 ? [`Exact types or examples of fields: ${listed(changed)}.`] : [];
};

const lostSpecifications = (before: Board, after: Board): string[] => {
  const essence = (board: Board, { id, definitionId, ...rest }: Specification) => ({
    ...rest,
    of: board.definitions[definitionId]?.name ?? '',
  });
  const kept = Object.values(after.specifications).map((specification) => essence(after, specification));
  const all = Object.values(before.specifications).map((specification) => essence(before, specification));
  const gone = all.filter(({ name, of }) => !kept.some((one) => one.name === name && one.of === of));
  const changed = all.filter((one) => !gone.includes(one) && !kept.some((other) => sameValue(one, other)));
  return [
    ...(gone.length > 0 ? [`Specifications: ${listed(gone.map(({ name }) => name))}.`] : []),
    ...(changed.length > 0 ? [`Times or data of specifications: ${listed(changed.map(({ name }) => name))}.`] : []),
  ];
};

/** No other notation has these. */
const always = 'Code, recorded events, and where notes lie.';

/** What a notation does not carry of a wall: found by reading back what was written. */
export const whatIsLost = (before: Board, after: Board): string[] => [
  always,
  ...lostThings(before, after),
  ...lostArrows(before, after),
  ...lostFields(before, after),
  ...lostSpecifications(before, after),
];
