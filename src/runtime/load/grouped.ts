import type { CommandOutcome, Commit, Committed, EventToAppend, LogEnd, RecordedEvent } from '#event-store';
import { type DraftRecord, draftOf, failedWith, rejectedWith } from '../commandRecords.ts';
import { decideCommand } from '../decideCommand.ts';
import { projectInline } from '../inlineReadModels.ts';
import type { CommandToHandle } from '../outcomes.ts';
import type { Run } from '../Run.ts';
import { asTheyWillBeStored, eventsToAppend } from '../tentativeEvents.ts';
import { commandOfArrival } from './commandsOfLoad.ts';
import type { Arrival } from './LoadPlan.ts';
import type { Answer } from './LoadReport.ts';
import { forItsOnlyWriter } from './onlyWriter.ts';

type Decided = { record: DraftRecord; answer: Answer; events: EventToAppend[]; tentative: RecordedEvent[] };

/** Where the log stands, which nobody else writes to. */
type Standing = { tail: LogEnd; versions: Map<string, number> };

/** Commands that wait are handed over together; the next ones once these are answered. */
export type HandleGroup = (arrivals: Arrival[]) => Promise<Answer[]>;

/**
 * Decides commands that wait one after the other on what those before them will have stored; then stores all of it in
 * one transaction, with the documents that all of it makes. Only for a log that nobody else writes to: where it stands
 * is remembered from one group to the next.
 */
export const openGrouping = async (shared: Run): Promise<HandleGroup> => {
  const run = { ...shared, store: await forItsOnlyWriter(shared.store) };
  const listed = await run.store.streams();
  const standing: Standing = {
    tail: await run.store.logEnd(),
    versions: new Map(listed.map(({ stream, version }) => [stream, version])),
  };
  return async (arrivals) => {
    const decided = await decideAll(run, standing, arrivals);
    return storeTogether(run, decided, standing);
  };
};

const decideAll = async (run: Run, { tail, versions }: Standing, arrivals: Arrival[]): Promise<Decided[]> => {
  const decided: Decided[] = [];
  const ofStream = new Map<string, RecordedEvent[]>();
  let { position } = tail;
  for (const arrival of arrivals) {
    const command = commandOfArrival(run, arrival);
    const before = ofStream.get(command.stream) ?? [];
    const version = (versions.get(command.stream) ?? 0) + before.length;
    const one = await decideOne(run, command, { version, before, tail: { ...tail, position } });
    position += one.events.length;
    ofStream.set(command.stream, [...before, ...one.tentative]);
    decided.push(one);
  }
  return decided;
};

/** The version to decide on, whose last events are not stored yet, and the end of the log as it will be then. */
type Beginning = { version: number; before: RecordedEvent[]; tail: LogEnd };

const decideOne = async (
  run: Run,
  command: CommandToHandle,
  { version, before, tail }: Beginning,
): Promise<Decided> => {
  const module = run.program().modules.get(command.deciderId);
  const codeVersion = module?.kind === 'ready' ? module.hash : '';
  const record = draftOf(command, { version, afterPosition: tail.position, codeVersion });
  const decision = await decideCommand(run, command, { version }, before);
  if (decision.kind === 'threw') {
    const { error } = decision;
    const outcome = error.isFailure ? failedWith(error) : rejectedWith(error);
    const kind = error.isFailure ? 'failed' : 'rejected';
    return { record: { ...record, outcome }, answer: { kind, message: error.message }, events: [], tentative: [] };
  }
  const events = eventsToAppend(command, decision.events, run.program().schemaVersionOf);
  const recordedAt = record.receivedAt;
  const tentative = asTheyWillBeStored(events, { stream: command.stream, version, tail, recordedAt });
  const outcome: CommandOutcome = { kind: 'appended', eventIds: tentative.map(({ metadata }) => metadata.eventId) };
  return { record: { ...record, outcome }, answer: { kind: 'appended' }, events, tentative };
};

/** Appends that are asked for at once share a transaction; the documents go with the last of them. */
const storeTogether = async (run: Run, decided: Decided[], standing: Standing): Promise<Answer[]> => {
  const tentative = decided.flatMap((one) => one.tentative);
  const inline = await projectInline(run, tentative, standing.tail.position);
  if (inline.error) {
    const { message } = inline.error.error;
    return decided.map(({ answer }) => (answer.kind === 'appended' ? { kind: 'failed', message } : answer));
  }
  const appending = decided.filter(({ answer }) => answer.kind === 'appended');
  const { documents, checkpoints, basedOn } = inline;
  const [committed] = await Promise.all([
    Promise.all(
      appending.map((one, index) =>
        run.store.append({
          ...commitOf(one),
          ...(index === appending.length - 1 ? { documents, checkpoints, basedOn } : {}),
        }),
      ),
    ),
    ...decided.filter(({ answer }) => answer.kind !== 'appended').map(({ record }) => run.store.recordCommand(record)),
  ]);
  for (const each of committed) goOnBehind(standing, each);
  return decided.map(({ answer }) => answer);
};

const goOnBehind = (standing: Standing, { streams, events, lastPosition }: Committed): void => {
  for (const { stream, version } of streams) standing.versions.set(stream, version);
  const recordedAt = events.at(-1)?.metadata.recordedAt ?? standing.tail.recordedAt;
  standing.tail = { position: lastPosition, recordedAt };
};

const commitOf = ({ record, events }: Decided): Commit => ({
  writes: [{ stream: record.stream, events, expectedVersion: record.decidedOnVersion }],
  commandRecord: record,
  recordedAt: record.receivedAt,
});
