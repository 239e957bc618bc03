import {
  ConcurrencyConflict,
  type EventToAppend,
  type RecordedEvent,
  StaleFence,
  StreamArchived,
  StreamDeleted,
} from '#event-store';
import type { CodeError, IssuedCommand } from '#sandbox';
import type { Clock } from './clock.ts';
import type { HandedEvent } from './handedEvents.ts';
import { projectInline } from './inlineReadModels.ts';
import type { Run, RunningPolicy } from './Run.ts';
import { reactRequestOf } from './reactRequestOf.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';
import type { Queue } from './serially.ts';
import { asTheyWillBeStored, laterOf, ownOf } from './tentativeEvents.ts';

export type Translation = RunningPolicy & { publishes: { stream: string; types: string[] } };

export const isTranslation = (policy: RunningPolicy): policy is Translation => policy.publishes !== undefined;

/** Stores public events in their stream, between commands. */
export type Publish = (stream: string, events: EventToAppend[]) => Promise<void>;

/**
 * Hands a private event to its translation and publishes what that makes of it. The ids of public events are made of the
 * private one's, so that a second delivery changes nothing. Answers what broke, where something did.
 */
export const translateEvent = async (
  run: Run,
  publish: Publish,
  { id, publishes }: Translation,
  handed: HandedEvent,
): Promise<CodeError | undefined> => {
  const request = reactRequestOf(id, handed);
  const reply = await run.sandbox.react(request);
  if (reply.kind === 'threw') {
    if (isOfSandbox(reply.error)) throw new SandboxLost(reply.error.message);
    return reply.error;
  }
  const stranger = reply.commands.find(({ type }) => !publishes.types.includes(type));
  if (stranger) return refusal(`translate returned ${stranger.type}: connect the translation to that event first.`);
  if (reply.commands.length === 0) return undefined;
  try {
    await publish(
      publishes.stream,
      publicEvents(run, { translationId: id, seed: request.seed }, handed.event, reply.commands),
    );
    return undefined;
  } catch (error) {
    if (error instanceof StreamArchived || error instanceof StreamDeleted) return refusal(error.message);
    throw error;
  }
};

const refusal = (message: string): CodeError => ({
  name: 'SandboxError',
  message,
  phase: 'translate',
  isFailure: true,
});

const publicEvents = (
  run: Run,
  { translationId, seed }: { translationId: string; seed: string },
  { metadata }: RecordedEvent,
  made: readonly IssuedCommand[],
): EventToAppend[] =>
  made.map(({ type, data, metadata: added }, index) => ({
    type,
    data,
    eventId: `${seed}/${index + 1}`,
    schemaVersion: run.program().schemaVersionOf(type),
    metadata: {
      ...ownOf(added),
      correlationId: metadata.correlationId ?? metadata.eventId,
      causationId: metadata.eventId,
      publishedBy: translationId,
    },
  }));

export const publishThrough =
  (run: Run, queue: Queue, clock: Clock): Publish =>
  (stream, events) =>
    queue(async () => {
      const at = new Date(clock.now(run.program().clock)).toISOString();
      while (!(await isPublished(run, stream, events, at)));
    });

/**
 * One try, false where the log has moved on meanwhile. Read models of other contexts hear of it in the same transaction;
 * one that breaks catches up later: it is no business of the context that publishes.
 */
const isPublished = async (run: Run, stream: string, events: EventToAppend[], at: string): Promise<boolean> => {
  const { store } = run;
  const { version, end: tail } = await store.streamHead(stream);
  const recordedAt = laterOf(at, tail.recordedAt);
  const tentative = asTheyWillBeStored(events, { stream, version, tail, recordedAt });
  const { error, documents, checkpoints, basedOn } = await projectInline(run, tentative, tail.position);
  try {
    await store.append({
      // Any version: only then ids that are there already are looked for. The fence holds the place.
      writes: [{ stream, events }],
      ...(error ? {} : { documents, checkpoints, basedOn }),
      fence: tail.position,
      recordedAt,
    });
    return true;
  } catch (thrown) {
    if (thrown instanceof StaleFence) return false;
    if (!(thrown instanceof ConcurrencyConflict)) throw thrown;
    if (thrown.violations.some(({ status }) => status === 'tombstoned')) throw new StreamDeleted(stream);
    // Some of these ids are there: what was published stays as it was told.
    return true;
  }
};
