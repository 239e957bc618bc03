import type { CommandRecord, RecordedEvent } from '#event-store';
import { type Board, categoryOf, type Json, pathOf } from '#model';
import type { CollectedHistory, CollectedStep } from './collected.ts';
import type { ReplayData, ReplayedCommand, ReplayedEvent, ReplayedReadModel } from './ReplayData.ts';
import { wallOf } from './wallOf.ts';

/** What a page is made of. `events` are those of the steps, in their order. */
type ReplayParts = {
  board: Board;
  events: readonly RecordedEvent[];
  commands: readonly CommandRecord[];
  /** Events of the run, and how many of each type come before the first one that is shown. */
  total: number;
  countsBefore: { [type: string]: number };
  collected: CollectedHistory;
};

/** All that a page shows, event by event. */
export const replayDataOf = (parts: ReplayParts): ReplayData => {
  const { board, events, collected, total, countsBefore } = parts;
  const readModels = Object.values(board.definitions).filter(({ kind }) => kind === 'read-model');
  const commands = commandsToShow(parts);
  const placeOfCommand = new Map(commands.map(({ commandId }, place) => [commandId, place]));
  const placeOfReadModel = new Map(readModels.map(({ id }, place) => [id, place]));
  const paths = pathsOn(board);
  return {
    title: board.name,
    from: collected.from,
    total,
    countsBefore,
    events: events.map((event, index) => {
      const step = collected.steps[index] ?? nothing;
      const command = placeOfCommand.get(event.metadata.commandId ?? '');
      return {
        ...factsOf(event),
        ...(command === undefined ? {} : { command }),
        ...madeBy(step, placeOfReadModel),
        ...(event.metadata.beginsAgain === true && step.state && { before: step.state.before }),
        path: paths.placeOf(event, commands[command ?? -1], step),
      };
    }),
    commands: commands.map((record) => commandOf(board, record)),
    streams: streamsOf(board, events, collected.steps),
    readModels: readModels.map(({ id, name }) => readModelOf(id, name, collected)),
    paths: paths.all(),
    wall: wallOf(board),
  };
};

const nothing: CollectedStep = { documents: [], broken: [] };

const factsOf = ({ type, data, metadata }: RecordedEvent) => {
  const { streamName, streamPosition, globalPosition: _, recordedAt, commandId: __, ...others } = metadata;
  const known = Object.entries(others).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return {
    type,
    stream: streamName,
    version: streamPosition,
    recordedAt,
    data,
    metadata: Object.fromEntries(known),
  };
};

const madeBy = (
  { state, documents }: CollectedStep,
  placeOf: ReadonlyMap<string, number>,
): Pick<ReplayedEvent, 'state' | 'stateError' | 'documents'> => ({
  ...(state && { state: state.after }),
  ...(state?.error !== undefined && { stateError: state.error }),
  documents: documents.flatMap(({ readModelId, documentId, after }): ReplayedEvent['documents'] => {
    const place = placeOf.get(readModelId);
    return place === undefined ? [] : [[place, documentId, after]];
  }),
});

/** Those that led to an event that is shown, and those of which nothing was stored between these events. */
const commandsToShow = ({ events, commands, collected }: ReplayParts): CommandRecord[] => {
  const leading = new Set(events.map(({ metadata }) => metadata.commandId));
  const [before, last] = [collected.from - 1, collected.from + events.length - 1];
  return commands
    .filter(
      ({ commandId, outcome, afterPosition }) =>
        leading.has(commandId) || (outcome.kind !== 'appended' && afterPosition >= before && afterPosition <= last),
    )
    .toSorted((one, other) => one.sequence - other.sequence);
};

const commandOf = ({ definitions }: Board, record: CommandRecord): ReplayedCommand => {
  const { type, data, stream, afterPosition, origin, outcome } = record;
  const policy = 'policyId' in origin ? definitions[origin.policyId]?.name : undefined;
  const reason = reasonOf(outcome);
  return {
    type,
    data,
    stream,
    afterPosition,
    by: { kind: origin.kind, ...(policy !== undefined && { policy }) },
    outcome: outcome.kind,
    ...(reason !== undefined && { reason }),
  };
};

const reasonOf = (outcome: CommandRecord['outcome']): string | undefined => {
  if (outcome.kind === 'conflict') return `Expected version ${outcome.expected}, found ${outcome.actual}.`;
  return 'message' in outcome ? outcome.message : undefined;
};

/** Ids of the notes and arrows that events came along: worked out once for all events that came the same way. */
const pathsOn = (board: Board) => {
  const places = new Map<string, number>();
  const lists: string[][] = [];
  return {
    placeOf: (event: RecordedEvent, command: CommandRecord | undefined, { documents }: CollectedStep): number => {
      const readModelIds = [...new Set(documents.map(({ readModelId }) => readModelId))];
      const key = wayOf(event, command, readModelIds);
      const known = places.get(key);
      if (known !== undefined) return known;
      const { notes, connections } = pathOf(board, { events: [event], command, readModelIds });
      places.set(key, lists.length);
      return lists.push([...notes.keys(), ...connections.keys()]) - 1;
    },
    all: (): string[][] => lists,
  };
};

/** All that a path is made of. */
const wayOf = (
  { type, metadata }: RecordedEvent,
  command: CommandRecord | undefined,
  readModelIds: readonly string[],
): string => {
  const policyId = command && 'policyId' in command.origin ? command.origin.policyId : metadata.publishedBy;
  return JSON.stringify([type, categoryOf(metadata.streamName), command?.type, policyId, readModelIds]);
};

const streamsOf = (
  { definitions }: Board,
  events: readonly RecordedEvent[],
  steps: readonly CollectedStep[],
): ReplayData['streams'] => {
  const streams = new Map<string, { owner: string; start: Json }>();
  for (const [index, { metadata }] of events.entries()) {
    const state = steps[index]?.state;
    if (!state || streams.has(metadata.streamName)) continue;
    streams.set(metadata.streamName, { owner: definitions[state.moduleId]?.name ?? '', start: state.before });
  }
  return Object.fromEntries(streams);
};

/** A document that was there, but not among the first ones, is known from what its first change says of it. */
const readModelOf = (
  readModelId: string,
  name: string,
  { from, start, steps }: CollectedHistory,
): ReplayedReadModel => {
  const { documents = [], left = 0 } = start.find((one) => one.readModelId === readModelId) ?? {};
  const there = new Map(documents.map(({ documentId, document }) => [documentId, document]));
  const seen = new Set(there.keys());
  let [rest, broken]: [number, ReplayedReadModel['broken']] = [left, undefined];
  for (const [index, step] of steps.entries()) {
    const why = step.broken.find((one) => one.readModelId === readModelId);
    if (why && !broken) broken = { position: from + index, message: why.message };
    for (const { documentId, before } of step.documents.filter((one) => one.readModelId === readModelId)) {
      if (seen.has(documentId)) continue;
      seen.add(documentId);
      if (before === null) continue;
      there.set(documentId, before);
      rest -= 1;
    }
  }
  return { name, start: [...there], left: Math.max(0, rest), ...(broken && { broken }) };
};
