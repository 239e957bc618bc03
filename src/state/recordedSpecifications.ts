import { type CommandRecord, newUuid, type RecordedEvent } from '#engine';
import {
  asOfToday,
  type Board,
  eventAt,
  specificationFromReaction as fromReaction,
  positionsOf,
  processPartsOf,
  type Specification,
  specificationFromRecorded,
} from '#model';
import type { AppState } from './AppState.ts';
import { appStore } from './appStore.ts';
import { edit } from './boardEditing.ts';
import { historyOf } from './historyIndex.ts';

const { getState } = appStore;

const add = (specification: Specification | null): void => {
  if (specification) edit('Make a specification', [{ type: 'AddSpecification', specification }]);
};

export const specificationFromCommand = (commandId: string): void => {
  const { board, commands, events } = getState();
  const command = commands.find((record) => record.commandId === commandId);
  if (!command) return;
  const specification = specificationFromRecorded({
    id: newUuid(),
    board,
    command,
    events: asCodeReads(board, eventsAround(command, events)),
  });
  add(specification);
};

/** Nothing happens where the event, or its answer, is not recorded. */
export const specificationFromReaction = (policyId: string, position: number): void => {
  const { board, commands, events } = getState();
  const event = eventAt(events, position);
  const [read] = event ? asCodeReads(board, [event]) : [];
  if (!read) return;
  const isAnswer = ({ origin }: CommandRecord): boolean =>
    origin.kind === 'policy' && origin.policyId === policyId && origin.eventId === read.metadata.eventId;
  add(fromReaction({ id: newUuid(), board, policyId, event: read, commands: commands.filter(isAnswer) }));
};

/** Those of its stream: what it was decided on, and what it made. */
const eventsAround = ({ stream }: CommandRecord, events: AppState['events']): RecordedEvent[] =>
  positionsOf(historyOf(events).streams, stream).flatMap((position) => eventAt(events, position) ?? []);

/** Stored events as the code is handed them. */
export const asCodeReads = (board: Board, events: RecordedEvent[]): RecordedEvent[] => {
  const definitions = Object.values(board.definitions).filter((definition) => definition.kind === 'event');
  const asRead = (event: RecordedEvent): RecordedEvent => {
    const definition = definitions.find(({ name, formerNames = [] }) => [name, ...formerNames].includes(event.type));
    return definition ? asOfToday(definition, event) : event;
  };
  return events.map((event) => {
    const handed = processPartsOf(event.type);
    if (handed?.action !== 'received') return asRead(event);
    const read = asRead({ ...event, type: handed.type });
    return { ...read, type: `received:${read.type}` };
  });
};
