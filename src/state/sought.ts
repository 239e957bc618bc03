import {
  canConcern,
  concerns,
  type Definition,
  includesPosition,
  positionAfter,
  positionBefore,
  positionsOf,
} from '#model';
import type { AppState, RecordedEvent } from './AppState.ts';
import { commandLogOf, historyOf } from './historyIndex.ts';

/** What is looked for in the history. */
export type Sought = { type?: string; stream?: string; noteOf?: string };

type Seeking = Pick<AppState, 'events' | 'commands' | 'board' | 'modules'>;

const heardBy = ({ modules }: Seeking, definition: Definition): readonly string[] => {
  const status = modules[definition.id];
  return status?.kind === 'ready' ? (status.facts.canHandle ?? []) : [];
};

/** Whether an event has to do with the notes of a definition. */
export const isAbout = (state: Seeking, definitionId: string, event: RecordedEvent): boolean => {
  const definition = state.board.definitions[definitionId];
  if (!definition || !canConcern(definition)) return false;
  const command = commandLogOf(state.commands).byId.get(event.metadata.commandId ?? '');
  const policyId = command && 'policyId' in command.origin ? command.origin.policyId : undefined;
  const { type, metadata } = event;
  const origin = { type, streamName: metadata.streamName, commandType: command?.type, policyId };
  return concerns(definition, origin, heardBy(state, definition));
};

const walk = (state: Seeking, from: number, by: 1 | -1, isSought: (event: RecordedEvent) => boolean) => {
  for (let position = from + by; position >= 1 && position <= state.events.length; position += by) {
    const event = state.events.at(position - 1);
    if (event && isSought(event)) return position;
  }
  return undefined;
};

/** The nearest position before or after another one that is sought. */
export const findSought = (
  state: Seeking,
  from: number,
  direction: 'next' | 'previous',
  { type, stream, noteOf }: Sought,
): number | undefined => {
  if (noteOf !== undefined) {
    return walk(state, from, direction === 'next' ? 1 : -1, (event) => isAbout(state, noteOf, event));
  }
  const { types, streams } = historyOf(state.events);
  const positions = type !== undefined ? positionsOf(types, type) : positionsOf(streams, stream ?? '');
  const ofStream = type !== undefined && stream !== undefined ? positionsOf(streams, stream) : null;
  const wanted = ofStream ? positions.filter((position) => includesPosition(ofStream, position)) : positions;
  return (direction === 'next' ? positionAfter : positionBefore)(wanted, from);
};
