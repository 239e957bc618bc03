import type { CommandOutcome, Commit, EventToAppend, RecordedEvent } from '#event-store';
import { type DraftRecord, draftOf, failedWith, rejectedWith } from '../commandRecords.ts';
import { decideCommand } from '../decideCommand.ts';
import { projectInline } from '../inlineReadModels.ts';
import type { CommandToHandle } from '../outcomes.ts';
import type { Run } from '../Run.ts';
import { readTail } from '../readTail.ts';
import { asTheyWillBeStored, eventsToAppend, type Tail } from '../tentativeEvents.ts';
import { commandOfArrival } from './commandsOfLoad.ts';
import type { Arrival } from './LoadPlan.ts';
import type { Answer } from './LoadReport.ts';

type Decided = { record: DraftRecord; answer: Answer; events: EventToAppend[]; tentative: RecordedEvent[] };

/**
 * Commands that wait, decided one after the other on what those before them will have stored; then all of it in one
 * transaction, with the documents that all of it makes. Only for a log that nobody else writes to.
 */
export const handleGrouped = async (run: Run, arrivals: Arrival[]): Promise<Answer[]> => {
  const tail = await readTail(run.store);
  const commands = arrivals.map((arrival) => commandOfArrival(run, arrival));
  const versions = await versionsOf(run, commands);
  const decided: Decided[] = [];
  const ofStream = new Map<string, RecordedEvent[]>();
  let { position } = tail;
  for (const command of commands) {
    const before = ofStream.get(command.stream) ?? [];
    const version = (versions.get(command.stream) ?? 0) + before.length;
    const one = await decideOne(run, command, { version, before, tail: { ...tail, position } });
    position += one.events.length;
    ofStream.set(command.stream, [...before, ...one.tentative]);
    decided.push(one);
  }
  return storeTogether(run, decided, tail);
};

/** All at once, so that they wait for the storage only once. */
const versionsOf = async ({ store }: Run, commands: CommandToHandle[]): Promise<ReadonlyMap<string, number>> => {
  const streams = [...new Set(commands.map(({ stream }) => stream))];
  const reads = await Promise.all(
    streams.map((stream) => store.readStream(stream, { limit: 1, direction: 'backwards' })),
  );
  return new Map(streams.map((stream, index) => [stream, reads[index]?.version ?? 0]));
};

/** The version to decide on, whose last events are not stored yet, and the end of the log as it will be then. */
type Beginning = { version: number; before: RecordedEvent[]; tail: Tail };

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
const storeTogether = async (run: Run, decided: Decided[], tail: Tail): Promise<Answer[]> => {
  const tentative = decided.flatMap((one) => one.tentative);
  const inline = await projectInline(run, tentative, tail.position);
  if (inline.error) {
    const { message } = inline.error.error;
    return decided.map(({ answer }) => (answer.kind === 'appended' ? { kind: 'failed', message } : answer));
  }
  const appending = decided.filter(({ answer }) => answer.kind === 'appended');
  const { documents, checkpoints, basedOn } = inline;
  await Promise.all([
    ...decided.filter(({ answer }) => answer.kind !== 'appended').map(({ record }) => run.store.recordCommand(record)),
    ...appending.map((one, index) =>
      run.store.append({
        ...commitOf(one),
        ...(index === appending.length - 1 ? { documents, checkpoints, basedOn } : {}),
      }),
    ),
  ]);
  return decided.map(({ answer }) => answer);
};

const commitOf = ({ record, events }: Decided): Commit => ({
  writes: [{ stream: record.stream, events, expectedVersion: record.decidedOnVersion }],
  commandRecord: record,
  recordedAt: record.receivedAt,
});
