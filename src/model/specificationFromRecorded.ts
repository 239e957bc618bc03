import { arrowsOf, deciderOf, ofKind } from './arrows.ts';
import type { Board, DeciderSpecification, Json } from './definitions.ts';

/** A command as it was recorded, as far as a specification needs it. */
type RecordedCommand = {
  commandId: string;
  type: string;
  data: Json;
  stream: string;
  decidedOnVersion: number;
  receivedAt: string;
  outcome:
    | { kind: 'appended'; eventIds: readonly string[] }
    | { kind: 'rejected'; message: string }
    | { kind: 'conflict' | 'failed' | 'unknown' };
};

type StoredEvent = {
  type: string;
  data: Json;
  metadata: { eventId: string; streamName: string; streamPosition: number };
};

/**
 * Given the events that the command was decided on, when this command, then what came of it. Answers `null` where the
 * rules had no say (a conflict, a failure) or where no decider on the wall takes the command.
 */
export const specificationFromRecorded = (recorded: {
  id: string;
  board: Board;
  command: RecordedCommand;
  events: readonly StoredEvent[];
}): DeciderSpecification | null => {
  const { id, board, command, events } = recorded;
  const decider = deciderOfCommand(board, command.type);
  const then = thenOf(command, events);
  if (!decider || !then) return null;
  return {
    id,
    subject: 'decider',
    definitionId: decider.id,
    name:
      then.kind === 'refused' ? `${command.type} is refused: ${then.message}` : `${command.type} on ${command.stream}`,
    given: givenOf(command, events),
    when: { type: command.type, data: command.data },
    now: command.receivedAt,
    then,
  };
};

const deciderOfCommand = (board: Board, type: string) => {
  const arrows = arrowsOf(board);
  return ofKind(arrows.placed, 'command')
    .filter(({ name }) => name === type)
    .flatMap(({ id }) => deciderOf(arrows, id) ?? [])[0];
};

const givenOf = ({ stream, decidedOnVersion }: RecordedCommand, events: readonly StoredEvent[]) =>
  events
    .filter(({ metadata }) => metadata.streamName === stream && metadata.streamPosition <= decidedOnVersion)
    .map(({ type, data }) => ({ type, data }));

const thenOf = ({ outcome }: RecordedCommand, events: readonly StoredEvent[]): DeciderSpecification['then'] | null => {
  if (outcome.kind === 'rejected') return { kind: 'refused', message: outcome.message };
  if (outcome.kind !== 'appended') return null;
  const ids = new Set(outcome.eventIds);
  const made = events.filter(({ metadata }) => ids.has(metadata.eventId)).map(({ type, data }) => ({ type, data }));
  return { kind: 'events', events: made };
};
