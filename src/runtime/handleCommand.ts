import {
  type Committed,
  ConcurrencyConflict,
  type LogEnd,
  type RecordedEvent,
  StaleFence,
  StreamArchived,
  StreamDeleted,
} from '#event-store';
import type { CodeError, DecidedEvent } from '#sandbox';
import {
  causeOf,
  type DraftRecord,
  draftOf,
  eventsBetween,
  failedWith,
  isSettled,
  noNotes,
  recordedOutcome,
  rejectedWith,
} from './commandRecords.ts';
import { type Basis, basisOf, decideCommand } from './decideCommand.ts';
import { type InlineDocuments, projectInline } from './inlineReadModels.ts';
import type { CommandToHandle, FailureCause, Outcome, RunNotes } from './outcomes.ts';
import { Overtaken } from './overtaken.ts';
import type { Run } from './Run.ts';
import { isOfSandbox } from './sandboxLost.ts';
import { asTheyWillBeStored, beginningAgain, eventsToAppend, laterOf } from './tentativeEvents.ts';

/** Other tabs may append again and again in between; more often than this is a fault worth hearing of. */
const mostAttempts = 50;

/**
 * One command, from what is stored to what came of it: read, decide, compute documents, append in one transaction.
 * The log may move on in the meantime (other tabs append too): then all is computed again, unseen, unless it was the
 * command's own stream that moved. Rejects only where the storage does.
 */
export const handleCommand = async (run: Run, command: CommandToHandle): Promise<Outcome> => {
  const [known, first] = await Promise.all([run.store.commandRecord(command.commandId), standingOf(run, command)]);
  if (known && isSettled(known)) return recordedOutcome(run.store, known, command.deciderId);

  let standing = first;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptCommand(run, command, standing, attempt === 1);
    if (outcome !== 'moved-on') return outcome;
    if (attempt === mostAttempts) throw new Overtaken(command.type, attempt);
    standing = await standingOf(run, command);
  }
};

/** Where the log and the command's stream stand; none where it has no stream. */
type Standing = { tail: LogEnd; basis: Basis | undefined };

/** Both of one moment: whatever comes to the log afterwards is noticed by the fence. */
const standingOf = async ({ store }: Run, command: CommandToHandle): Promise<Standing> => {
  if (command.stream === '') return { tail: await store.logEnd(), basis: undefined };
  const { end, ...head } = await store.streamHead(command.stream);
  return { tail: end, basis: basisOf(command, head) };
};

const attemptCommand = async (
  run: Run,
  command: CommandToHandle,
  { tail, basis }: Standing,
  isFirst: boolean,
): Promise<Outcome | 'moved-on'> => {
  const module = run.program().modules.get(command.deciderId);
  if (!module || !basis) {
    const record = draftOf(command, { version: 0, afterPosition: tail.position, codeVersion: '' });
    return fail(run, record, noAddress(command), 'no-decider');
  }
  const codeVersion = module.kind === 'ready' ? module.hash : '';
  const record: DraftRecord = {
    ...draftOf(command, { version: basis.version, afterPosition: tail.position, codeVersion }),
    ...(basis.isNew && { onDeleted: true }),
  };

  if (basis.closed) return refuse(run, record, closedTo(command.stream, basis.closed), noNotes);
  if (module.kind === 'broken') return fail(run, record, module.error, 'not-compiled');
  if (basis.version > basis.actual) return conflict(run, record, basis);

  // A tab that dies from here on leaves the command behind with the outcome "unknown".
  const received = isFirst ? run.store.recordCommand(record) : undefined;
  const [decision] = await Promise.all([decideCommand(run, command, basis), received]);
  const notes: RunNotes = { logs: decision.logs, diagnostics: decision.diagnostics, fold: decision.fold };
  if (decision.kind === 'threw' && isOfSandbox(decision.error) && isFirst) return 'moved-on';
  if (decision.kind === 'threw') return refuse(run, record, decision.error, notes);

  // Decided on what the person saw, which is not what is there any more: no document needs to be computed to say so.
  if (basis.version !== basis.actual && basis.expected !== 'any') return conflict(run, record, basis, notes);
  return store(run, command, { record, basis, tail, notes }, decision.events);
};

type Computed = { record: DraftRecord; basis: Basis; tail: LogEnd; notes: RunNotes };

const store = async (
  run: Run,
  command: CommandToHandle,
  { record, basis, tail, notes }: Computed,
  decided: DecidedEvent[],
): Promise<Outcome | 'moved-on'> => {
  const { stream } = command;
  const decidedEvents = eventsToAppend(command, decided, run.program().schemaVersionOf);
  const events = basis.begins ? beginningAgain(decidedEvents) : decidedEvents;
  const recordedAt = laterOf(new Date(command.now).toISOString(), tail.recordedAt);
  const tentative = asTheyWillBeStored(events, { stream, version: basis.actual, tail, recordedAt });
  const inline = await projectInline(run, tentative, tail.position);
  const allNotes = joined(notes, inline);
  if (inline.error) {
    const { readModelId, error } = inline.error;
    const brokenAt = tentative.find(({ metadata }) => metadata.globalPosition === error.position);
    const cause = { readModelId, ...(brokenAt ? { eventType: brokenAt.type } : {}) };
    return fail(run, record, error, cause, allNotes);
  }

  const commandRecord: DraftRecord = {
    ...record,
    outcome: {
      kind: 'appended',
      eventIds: tentative.map(({ metadata }) => metadata.eventId),
      ...(basis.version < basis.actual && { isUnchecked: true as const }),
    },
  };
  try {
    const committed = await run.store.append({
      writes: [{ stream, events, expectedVersion: basis.expected }],
      documents: inline.documents,
      checkpoints: inline.checkpoints,
      basedOn: inline.basedOn,
      commandRecord,
      fence: tail.position,
      recordedAt,
    });
    const overlooked = await eventsBetween(run.store, stream, basis.version, basis.actual);
    return appended(commandRecord, { committed, overlooked, notes: allNotes });
  } catch (error) {
    // A stream that was closed meanwhile refuses the next attempt, before anything is decided.
    if (error instanceof StaleFence || error instanceof StreamArchived) return 'moved-on';
    if (!(error instanceof ConcurrencyConflict)) throw error;
    if (error.violations.some(({ status }) => status === 'tombstoned')) return 'moved-on';
    // Nobody sits behind a policy to decide again, so it decides on the latest by itself.
    if (isOfPolicy(command) && command.expectation === 'latest') return 'moved-on';
    return conflict(run, record, { ...basis, actual: error.violations[0]?.actual ?? basis.actual }, allNotes);
  }
};

type Stored = { committed: Committed; overlooked: RecordedEvent[]; notes: RunNotes };

const appended = (draft: DraftRecord, { committed, overlooked, notes }: Stored): Outcome => {
  const record = committed.commandRecord ?? { ...draft, sequence: 0 };
  const version = committed.streams.find(({ stream }) => stream === draft.stream)?.version ?? draft.decidedOnVersion;
  const unseen = overlooked.length > 0 ? { overlooked } : {};
  return { kind: 'appended', record, events: committed.events, version, ...unseen, notes };
};

const refuse = async (run: Run, draft: DraftRecord, error: CodeError, notes: RunNotes): Promise<Outcome> => {
  if (error.isFailure) return fail(run, draft, error, causeOf(error), notes);
  const record = await run.store.recordCommand({ ...draft, outcome: rejectedWith(error) });
  return { kind: 'rejected', record, error, notes };
};

const fail = async (
  run: Run,
  draft: DraftRecord,
  error: CodeError,
  cause: FailureCause,
  notes: RunNotes = noNotes,
): Promise<Outcome> => {
  const record = await run.store.recordCommand({ ...draft, outcome: failedWith(error) });
  return { kind: 'failed', record, error, cause, notes };
};

const conflict = async (run: Run, draft: DraftRecord, basis: Basis, notes: RunNotes = noNotes): Promise<Outcome> => {
  const { expected, actual } = basis;
  const record = await run.store.recordCommand({ ...draft, outcome: { kind: 'conflict', expected, actual } });
  const between = await eventsBetween(run.store, draft.stream, expected, actual);
  return { kind: 'conflict', record, stream: draft.stream, expected, actual, between, notes };
};

const noAddress = ({ type, deciderId }: CommandToHandle): CodeError => ({
  name: 'SandboxError',
  message:
    deciderId === ''
      ? `No arrow leads from ${type} to a decider: connect it to the one that shall decide.`
      : `${type} does not say which stream it is for: the id field of its decider is missing in its data.`,
  phase: 'decide',
  isFailure: true,
});

const closedTo = (stream: string, closed: NonNullable<Basis['closed']>): CodeError => {
  const { name, message } = closed === 'archived' ? new StreamArchived(stream) : new StreamDeleted(stream);
  return { name, message, phase: 'decide', isFailure: false };
};

const isOfPolicy = ({ origin }: CommandToHandle): boolean => origin.kind === 'policy' || origin.kind === 'delivery';

const joined = (notes: RunNotes, inline: InlineDocuments): RunNotes => ({
  ...notes,
  logs: [...notes.logs, ...inline.logs],
  diagnostics: [...notes.diagnostics, ...inline.diagnostics],
});
