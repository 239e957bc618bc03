import {
  categoryOf,
  type DefinitionOf,
  defaultData,
  type Field,
  type IdsAtHand,
  idsAtHand,
  type Json,
  type ProgramDecider,
  parseInput,
  streamIdOf,
  streamNameOf,
} from '#model';
import { type AppState, newUuid, type RecordedEvent } from '#state';
import { runTexts } from '../text/run.ts';

type Command = DefinitionOf<'command'>;
type Data = { [key: string]: Json };
type Recorded = Pick<AppState, 'events' | 'commands'>;

/** The version of a stream, as far as events are known here. */
export const versionOf = (events: RecordedEvent[], stream: string): number =>
  events.findLast(({ metadata }) => metadata.streamName === stream)?.metadata.streamPosition ?? 0;

export const streamFor = (decider: ProgramDecider, data: Data): string => streamNameOf(decider, data) ?? '';

/** Types that something came after in their stream at least once: where such an event is the last, more may come. */
const typesThatGoOn = (events: RecordedEvent[]): Set<string> => {
  const last = new Map<string, string>();
  const goOn = new Set<string>();
  for (const { type, metadata } of events) {
    const before = last.get(metadata.streamName);
    if (before !== undefined) goOn.add(before);
    last.set(metadata.streamName, type);
  }
  return goOn;
};

/**
 * The ids of streams that can still go on, as far as the history tells, before those that ended as every stream of
 * their kind ends: a confirmed cart is offered last.
 */
const unfinishedFirst = (ids: string[], { category }: ProgramDecider, events: RecordedEvent[]): string[] => {
  const own = events.filter(({ metadata }) => categoryOf(metadata.streamName) === category);
  const goOn = typesThatGoOn(own);
  const lastType = new Map(own.map(({ type, metadata }) => [streamIdOf(metadata.streamName), type]));
  const isUnfinished = (id: string) => goOn.has(lastType.get(id) ?? '');
  return [...ids.filter(isUnfinished), ...ids.filter((id) => !isUnfinished(id))];
};

/** The ids that recorded events and commands use, for choosing and for making new ones. */
export const idsFor = (command: Command, decider: ProgramDecider | undefined, recorded: Recorded): IdsAtHand => {
  const ids = idsAtHand(command.name, recorded, newUuid);
  return {
    ...ids,
    knownIds: (field) =>
      decider?.idField === field.name
        ? unfinishedFirst(ids.knownIds(field), decider, recorded.events)
        : ids.knownIds(field),
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
