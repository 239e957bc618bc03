import {
  categoryOf,
  type DefinitionOf,
  defaultData,
  type Field,
  type IdsAtHand,
  idsAtHand,
  type Json,
  type Positions,
  type ProgramDecider,
  parseInput,
  positionsOf,
  streamIdOf,
  streamNameOf,
} from '#model';
import { type AppState, historyOf, newUuid } from '#state';
import { runTexts } from '../text/run.ts';

type Command = DefinitionOf<'command'>;
type Data = { [key: string]: Json };
/** `cursor`: the moment that is looked at, where it is not now. */
type Recorded = Pick<AppState, 'events' | 'commands'> & Partial<Pick<AppState, 'cursor'>>;

/** The version of a stream, as far as events are known here. */
export const versionOf = (events: AppState['events'], stream: string): number =>
  positionsOf(historyOf(events).streams, stream).length;

export const streamFor = (decider: ProgramDecider, data: Data): string => streamNameOf(decider, data) ?? '';

/** So much of a long history is looked through for ids: the newest events. */
const mostLookedAt = 20_000;

/** Where the streams of a category have their events, by the ids in their names. */
const streamsOf = (events: AppState['events'], category: string): Map<string, Positions> => {
  const { names, positions } = historyOf(events).streams;
  const own = names.flatMap((stream, number) =>
    categoryOf(stream) === category ? [[streamIdOf(stream), positions[number] ?? []] as const] : [],
  );
  return new Map(own);
};

/**
 * The ids of streams that can still go on, as far as the history tells, before those that ended as every stream of
 * their kind ends: a confirmed cart is offered last. In the past, those that can go on from there.
 */
const unfinishedFirst = (
  ids: string[],
  { category }: ProgramDecider,
  { events, cursor = 'now' }: Pick<Recorded, 'events' | 'cursor'>,
): string[] => {
  const { types } = historyOf(events);
  const streams = streamsOf(events, category);
  // Types that something came after in their stream at least once: where such an event is the last, more may come.
  const goOn = new Set<number>();
  for (const positions of streams.values())
    for (const position of positions.slice(0, -1)) goOn.add(types.at[position - 1] ?? -1);
  const end = cursor === 'now' ? events.length : cursor;
  const lastOf = (id: string) => streams.get(id)?.findLast((position) => position <= end);
  const isUnfinished = (id: string) => goOn.has(types.at[(lastOf(id) ?? 0) - 1] ?? -2);
  return [...ids.filter(isUnfinished), ...ids.filter((id) => !isUnfinished(id))];
};

/** The ids that recorded events and commands use, for choosing and for making new ones. */
export const idsFor = (command: Command, decider: ProgramDecider | undefined, recorded: Recorded): IdsAtHand => {
  const newest = { events: recorded.events.slice(-mostLookedAt), commands: recorded.commands };
  const ids = idsAtHand(command.name, newest, newUuid);
  return {
    ...ids,
    knownIds: (field) =>
      decider?.idField === field.name ? unfinishedFirst(ids.knownIds(field), decider, recorded) : ids.knownIds(field),
  };
};

export const startingData = (command: Command, decider: ProgramDecider | undefined, recorded: Recorded): Data =>
  defaultData(command.fields, idsFor(command, decider, recorded));

/** After a command went through, ids that have to be new become the next new ones, so that Enter alone sends again. */
export const dataAfterSending = (
  command: Command,
  decider: ProgramDecider | undefined,
  sent: Data,
  recorded: Recorded,
): Data => {
  const ids = idsFor(command, decider, recorded);
  const renewed = command.fields
    .filter((field) => field.type.kind === 'id' && sent[field.name] !== undefined && ids.wantsNewId(field))
    .map((field) => [field.name, ids.nextId(field)]);
  return { ...sent, ...Object.fromEntries(renewed) };
};

const isRecord = (value: Json): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with typed data, by the path of its field: needed and empty, or no date. */
export const problemsOf = (fields: Field[], data: Data, path = ''): Map<string, string> => {
  const problems = new Map<string, string>();
  for (const { name, type, optional } of fields) {
    const value = data[name];
    const here = `${path}${name}`;
    const isEmpty = value === undefined || value === '';
    if (isEmpty && !optional) problems.set(here, runTexts.required);
    if (isEmpty) continue;
    if (type.kind === 'object' && isRecord(value))
      for (const [nested, problem] of problemsOf(type.fields, value, `${here}.`)) problems.set(nested, problem);
    if (type.kind !== 'date' || typeof value !== 'string') continue;
    const parsed = parseInput(type, value);
    if (parsed.kind === 'problem') problems.set(here, parsed.message);
  }
  return problems;
};
