import { withChance } from './chance.ts';
import {
  asJson,
  type CommandToSend,
  copyOf,
  type JsonObject,
  messageOf,
  type NewEvent,
  type Outcome,
  type RecordedEvent,
} from './messages.ts';
import { ReadModelBroke, type Store, VersionConflict } from './Store.ts';
import type { Decider } from './shapes.ts';

/** Where a command is decided. */
export type Addressed = { decider: Decider; stream: string };

export type Handling = {
  store: Store;
  upcast: (event: RecordedEvent) => RecordedEvent[];
  schemaVersionOf: (eventType: string) => number;
};

/** Somebody else was quicker more often than this: a fault worth hearing of. */
const mostAttempts = 20;

/**
 * Reads the stream, folds it, decides and appends what was decided. Where somebody else appends meanwhile, all of it is
 * done again, unless the sender said which version they saw. A command that has been handled answers what came of it.
 * Rejects only where the storage does.
 */
export const handleCommand = async (
  handling: Handling,
  { decider, stream }: Addressed,
  command: CommandToSend & { now: number },
): Promise<Outcome> => {
  for (let attempt = 1; ; attempt += 1) {
    const { version, events } = await handling.store.readStream(stream);
    const known = events.filter(({ metadata }) => metadata.commandId === command.commandId);
    if (known.length > 0) return appended(stream, known);

    const { expected = version } = command;
    const decidedOn = typeof expected === 'number' ? expected : expected.unchecked;
    const isStale = typeof expected === 'number' && expected !== version;
    if (decidedOn > version) return { kind: 'conflict', stream, expected: decidedOn, actual: version };

    const seen = events.filter(({ metadata }) => Number(metadata.streamPosition) <= decidedOn);
    const decision = decide(handling, { decider, stream }, seen, command);
    if ('kind' in decision) return decision;
    if (isStale) return { kind: 'conflict', stream, expected: decidedOn, actual: version };
    if (decision.events.length === 0) return { kind: 'appended', stream, version, events: [] };
    try {
      await handling.store.append(stream, decision.events, version);
      const after = await handling.store.readStream(stream);
      return appended(
        stream,
        after.events.filter(({ metadata }) => metadata.commandId === command.commandId),
      );
    } catch (error) {
      if (error instanceof ReadModelBroke) return { kind: 'failed', stream, message: error.message };
      if (!(error instanceof VersionConflict)) throw error;
      if (typeof command.expected === 'number')
        return {
          kind: 'conflict',
          stream,
          expected: decidedOn,
          actual: (await handling.store.readStream(stream)).version,
        };
      if (attempt === mostAttempts) return { kind: 'failed', stream, message: `Others were quicker ${attempt} times.` };
    }
  }
};

const appended = (stream: string, events: RecordedEvent[]): Outcome => ({
  kind: 'appended',
  stream,
  version: Number(events.at(-1)?.metadata.streamPosition ?? 0n),
  events,
});

type Made = { type: string; data?: unknown; metadata?: object };

/** What is thrown refuses the command; what only a mistake in the code throws is a failure. */
const decide = (
  handling: Handling,
  { decider, stream }: Addressed,
  seen: RecordedEvent[],
  sent: CommandToSend & { now: number },
): { events: NewEvent[] } | Extract<Outcome, { kind: 'rejected' | 'failed' }> => {
  const { commandId, type, data, metadata, now } = sent;
  try {
    const state = stateOf(decider, seen.flatMap(handling.upcast));
    const command = { type, data: structuredClone(data), metadata: { ...metadata, commandId, now: new Date(now) } };
    const made = withChance(now, commandId, () => decider.decide(command, state));
    if (made === undefined || made === null) throw new TypeError('decide returned nothing.');
    return { events: toAppend(handling, sent, (Array.isArray(made) ? made : [made]) as Made[]) };
  } catch (error) {
    if (isMistake(error)) return { kind: 'failed', stream, message: messageOf(error) };
    return { kind: 'rejected', stream, errorName: nameOf(error), message: messageOf(error) };
  }
};

export const stateOf = (decider: Decider, events: readonly RecordedEvent[]): unknown =>
  events.reduce<unknown>((state, event) => decider.evolve(state, copyOf(event)), decider.initialState());

const mistakes: unknown[] = [TypeError, ReferenceError, RangeError, SyntaxError];

export const isMistake = (thrown: unknown): boolean => thrown instanceof Error && mistakes.includes(thrown.constructor);

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : 'Error');

const toAppend = (
  { schemaVersionOf }: Handling,
  { commandId, correlationId = commandId, now }: CommandToSend & { now: number },
  made: readonly Made[],
): NewEvent[] =>
  made.map(({ type, data, metadata }, index) => ({
    type,
    data: asJson(data),
    metadata: {
      ...(metadata ? (asJson(metadata) as JsonObject) : {}),
      commandId,
      correlationId,
      causationId: commandId,
      eventId: `${commandId}/${index + 1}`,
      recordedAt: new Date(now).toISOString(),
      schemaVersion: schemaVersionOf(type),
    },
  }));
