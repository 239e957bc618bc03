import { arrowsOf, type Board, type Definition, type DefinitionOf, type Field, fieldTypeWord, ofKind } from '#model';
import { inOneLine } from '../../document/escaping.ts';
import { eventsByCommand } from '../eventsByCommand.ts';
import type { Written } from '../Notation.ts';
import { uniqueNames } from '../uniqueNames.ts';

/*
 * The grammar of Mermaid's `eventmodeling` (11.15): frames with a number of at most three digits, identifiers of ASCII
 * letters, and arrows (`->>`) only where Event Modeling has some.
 */

const mostFrames = 999;

type EntityType = 'ui' | 'cmd' | 'evt' | 'rmo' | 'pcr';
type Frame = { number: number; type: EntityType; name: string; sources: number[]; data: string | undefined };

/** Words of the grammar are no identifiers, nor is what begins like a title. */
const reserved = new Set(
  (
    'eventmodeling tf rf timeframe resetframe ui cmd command evt event rmo readmodel pcr processor entity data note gwt ' +
    'given when then json jsobj figma salt uri md html text title accTitle accDescr'
  ).split(' '),
);

const identifierFrom = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\W+/gu, '_')
    .replace(/^_+|_+$/gu, '')
    .slice(0, 60);
  const safe = plain === '' ? 'Unnamed' : plain;
  return reserved.has(safe) || /^(?:\d|title|acc)/iu.test(safe) ? `_${safe}` : safe;
};

const dataOf = (fields: readonly Field[]): string[] =>
  fields.map(({ name, type, optional }) => {
    const plain = (text: string) => inOneLine(text).replace(/[{}]/gu, '');
    return `  ${plain(name)}${optional ? '?' : ''}: ${plain(fieldTypeWord(type))}`;
  });

const frames = () => {
  const unique = uniqueNames();
  const identifiers = new Map<string, string>();
  const all: Frame[] = [];
  const renamed: string[] = [];
  const skipped: string[] = [];

  const identifier = ({ id, name }: Definition): string => {
    const known = identifiers.get(id);
    if (known) return known;
    const made = unique(identifierFrom(name), '_');
    if (made !== name) renamed.push(name);
    identifiers.set(id, made);
    return made;
  };
  /** Answers the frame's number; undefined where there is no room for one more. */
  const add = (type: EntityType, definition: Definition, sources: readonly (number | undefined)[], lane?: string) => {
    if (all.length === mostFrames) {
      skipped.push(definition.name);
      return undefined;
    }
    const own = identifier(definition);
    const hasData = 'fields' in definition && definition.fields.length > 0;
    all.push({
      number: all.length + 1,
      type,
      name: lane === undefined ? own : `${lane}.${own}`,
      sources: sources.filter((source) => source !== undefined),
      data: hasData ? own : undefined,
    });
    return all.length;
  };
  return { all, renamed, skipped, identifier, add };
};

const lineOf = ({ number, type, name, sources, data }: Frame): string =>
  [
    `rf ${String(number).padStart(2, '0')} ${type} ${name}`,
    ...sources.map((source) => `->> ${String(source).padStart(2, '0')}`),
    ...(data === undefined ? [] : [`[[${data}]]`]),
  ].join(' ');

const listed = (names: readonly string[]): string => [...new Set(names)].join(', ');

/** Frames as the story runs: who sends each command, its events; then what hears of them, and who looks at it. */
const tell = (board: Board, story: ReturnType<typeof frames>): string[] => {
  const arrows = arrowsOf(board);
  const made = eventsByCommand(board);
  const { add, identifier } = story;
  const dropped: string[] = [];
  const numbers = new Map<string, number | undefined>();
  const numberOf = ({ id }: Definition): number | undefined => numbers.get(id);
  const tellEvent = (event: DefinitionOf<'event'>, sources: readonly (number | undefined)[]): void => {
    const [decider] = arrows.into(event.id, 'decider');
    numbers.set(event.id, add('evt', event, sources, decider && identifier(decider)));
  };
  for (const command of ofKind(arrows.placed, 'command')) {
    const people = [...arrows.into(command.id, 'screen'), ...arrows.into(command.id, 'actor')];
    const senders = people.map((one) => add('ui', one, []));
    const number = add('cmd', command, senders);
    numbers.set(command.id, number);
    for (const event of made.get(command.id) ?? []) if (!numbers.has(event.id)) tellEvent(event, [number]);
  }
  for (const event of ofKind(arrows.placed, 'event')) if (!numbers.has(event.id)) tellEvent(event, []);
  for (const view of ofKind(arrows.placed, 'read-model')) {
    const number = add('rmo', view, arrows.into(view.id, 'event').map(numberOf));
    numbers.set(view.id, number);
    for (const reader of [...arrows.outOf(view.id, 'screen'), ...arrows.outOf(view.id, 'actor')])
      add('ui', reader, [number]);
  }
  for (const policy of ofKind(arrows.placed, 'policy')) {
    const number = add('pcr', policy, arrows.into(policy.id, 'read-model').map(numberOf));
    for (const command of arrows.outOf(policy.id, 'command')) add('cmd', command, [number]);
    dropped.push(...arrows.into(policy.id, 'event').map((event) => `${event.name} → ${policy.name}`));
  }
  return dropped;
};

/** A board as an event modeling diagram of Mermaid. */
export const writeEventModelingDiagram = (board: Board): Written => {
  const story = frames();
  const dropped = tell(board, story);
  const blocks = arrowsOf(board).placed.flatMap((definition) =>
    'fields' in definition &&
    definition.fields.length > 0 &&
    story.all.some(({ data }) => data === story.identifier(definition))
      ? ['', `data ${story.identifier(definition)} {`, ...dataOf(definition.fields), '}']
      : [],
  );
  const others = arrowsOf(board).placed.filter(({ kind }) => ['system', 'hotspot', 'frame'].includes(kind));
  const sentences: [names: readonly string[], sentence: (names: string) => string][] = [
    [others.map(({ name }) => name), (names) => `External systems, hotspots and frames: ${names}.`],
    [dropped, (names) => `Arrows from events straight to policies, which Mermaid has no place for: ${names}.`],
    [story.renamed, (names) => `Names are written in ASCII and without blanks: ${names}.`],
    [story.skipped, (names) => `A diagram has at most ${mostFrames} frames; there was no room for ${names}.`],
  ];
  return {
    text: `${['eventmodeling', '', ...story.all.map(lineOf), ...blocks].join('\n')}\n`,
    leftOut: [
      'Code, recorded events, specifications, examples of fields, and where notes lie.',
      ...sentences.filter(([names]) => names.length > 0).map(([names, sentence]) => sentence(listed(names))),
    ],
  };
};
