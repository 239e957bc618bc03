import { arrowsOf, deciderOf, ofKind } from './arrows.ts';
import type { Board, DeciderSpecification, DefinitionOf, Json, PolicySpecification } from './definitions.ts';
import { factsOf, outputsOf } from './processes/outputs.ts';
import { recordOf } from './records.ts';

/** A command as it was recorded, as far as a specification needs it. */
type RecordedCommand = {
  commandId: string;
  type: string;
  data: Json;
  stream: string;
  decidedOnVersion: number;
  onDeleted?: true;
  receivedAt: string;
  origin: { kind: string; policyId?: string };
  /** A message that was due says so in its metadata. */
  metadata: { dueAt?: Json; [added: string]: Json | undefined };
  outcome:
    | { kind: 'appended'; eventIds: readonly string[] }
    | { kind: 'rejected'; message: string }
    | { kind: 'conflict' | 'failed' | 'unknown' };
};

type StoredEvent = {
  type: string;
  data: Json;
  metadata: { eventId: string; streamName: string; streamPosition: number; [added: string]: Json | undefined };
};

type Recorded = { id: string; board: Board; command: RecordedCommand; events: readonly StoredEvent[] };

/**
 * Given the events that the command was decided on, when this command, then what came of it. Answers `null` where the
 * rules had no say (a conflict, a failure) or where no decider on the wall takes the command. What was handed to a process
 * manager becomes a specification of that one.
 */
export const specificationFromRecorded = (recorded: Recorded): DeciderSpecification | PolicySpecification | null =>
  recorded.command.origin.kind === 'delivery' ? fromDelivery(recorded) : fromCommand(recorded);

const fromCommand = ({ id, board, command, events }: Recorded): DeciderSpecification | null => {
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

const fromDelivery = ({ id, board, command, events }: Recorded): PolicySpecification | null => {
  const process = policyAt(board, command.origin.policyId);
  const { outcome } = command;
  if (!process || outcome.kind !== 'appended') return null;
  const made = new Set(outcome.eventIds);
  return {
    id,
    subject: 'policy',
    definitionId: process.id,
    name: `${command.type} on ${command.stream}`,
    given: factsOf(givenOf(command, events)),
    when: { type: command.type, data: command.data },
    ...(typeof command.metadata.dueAt === 'string' ? { isDue: true } : {}),
    now: command.receivedAt,
    then: { kind: 'outputs', outputs: outputsOf(events.filter(({ metadata }) => made.has(metadata.eventId))) },
  };
};

/** When a policy that keeps no state heard this event, then the commands that it sent. */
export const specificationFromReaction = (recorded: {
  id: string;
  board: Board;
  policyId: string;
  event: { type: string; data: Json; metadata: { recordedAt: string } };
  commands: readonly { type: string; data: Json }[];
}): PolicySpecification | null => {
  const { id, board, policyId, event, commands } = recorded;
  if (!policyAt(board, policyId)) return null;
  return {
    id,
    subject: 'policy',
    definitionId: policyId,
    name: `${event.type}: ${commands.map(({ type }) => type).join(', ')}`,
    given: [],
    when: { type: event.type, data: event.data },
    now: event.metadata.recordedAt,
    then: { kind: 'outputs', outputs: commands.map(({ type, data }) => ({ action: 'send', type, data })) },
  };
};

const policyAt = (board: Board, id: string | undefined): DefinitionOf<'policy'> | undefined => {
  const definition = recordOf(board.definitions, id ?? '');
  return definition?.kind === 'policy' ? definition : undefined;
};

const deciderOfCommand = (board: Board, type: string) => {
  const arrows = arrowsOf(board);
  return ofKind(arrows.placed, 'command')
    .filter(({ name }) => name === type)
    .flatMap(({ id }) => deciderOf(arrows, id) ?? [])[0];
};

/** A stream that was deleted counts from where it began again. */
const givenOf = ({ stream, decidedOnVersion, onDeleted }: RecordedCommand, events: readonly StoredEvent[]) => {
  if (onDeleted) return [];
  const before = events.filter(
    ({ metadata }) => metadata.streamName === stream && metadata.streamPosition <= decidedOnVersion,
  );
  const begin = before.findLast(({ metadata }) => metadata.beginsAgain === true)?.metadata.streamPosition ?? 0;
  return before.filter(({ metadata }) => metadata.streamPosition >= begin).map(({ type, data }) => ({ type, data }));
};

const thenOf = ({ outcome }: RecordedCommand, events: readonly StoredEvent[]): DeciderSpecification['then'] | null => {
  if (outcome.kind === 'rejected') return { kind: 'refused', message: outcome.message };
  if (outcome.kind !== 'appended') return null;
  const ids = new Set(outcome.eventIds);
  const made = events.filter(({ metadata }) => ids.has(metadata.eventId)).map(({ type, data }) => ({ type, data }));
  return { kind: 'events', events: made };
};
