import { decodeTagged, encodeTagged, isExact } from '../codec.ts';
import type { WorkerDecide, WorkerDecided, WorkerSpecified, WorkerSpecify } from '../protocol.ts';
import type { DecidedEvent, GivenEvent, SandboxCommand, SandboxEvent } from '../Sandbox.ts';
import { muted } from './capturedConsole.ts';
import { attempt, call, describeThrown, note, SandboxError, SandboxLostError } from './errors.ts';
import { counting, evolveThrough, type Folded, isNewBeginning, startState } from './folding.ts';
import { commandForCode, handedFor } from './forCode.ts';
import { deciderOf } from './loadedModules.ts';
import { listOfMessages } from './messages.ts';
import { noteChange } from './noteChange.ts';
import { deepFrozen } from './plainCopy.ts';
import { running, runningFor } from './running.ts';
import type { Decider } from './shapes.ts';
import { withChance } from './virtualTime.ts';

type KeptFold = { folded: Folded; version: number };

/** What has been folded for commands: streams are folded once and grow from there. */
const folds = new Map<string, KeptFold>();

const keyOf = (moduleId: string, stream: string): string => `${moduleId} ${stream}`;

const startOfFold = (decider: Decider, { moduleId, stream, foldedVersion }: WorkerDecide): KeptFold => {
  const kept = folds.get(keyOf(moduleId, stream));
  if (foldedVersion > 0 && kept && kept.version === foldedVersion) return kept;
  if (foldedVersion > 0) throw new SandboxLostError('What had been folded of this stream is gone.');
  return { folded: attemptOrThrow('initialState', () => startState(decider)), version: 0 };
};

/** Where a phase of its own broke, its name stands in the error; the error itself stops the whole operation. */
const attemptOrThrow = <Result>(phase: string, run: () => Result): Result => {
  running.phase = phase;
  return run();
};

/** Folds until the code breaks, and keeps what it got to. */
const foldEvents = (decider: Decider, fold: KeptFold, events: SandboxEvent[]): void => {
  for (const event of counting(events)) {
    running.position = event.metadata.globalPosition;
    if (isNewBeginning(event.metadata)) fold.folded = attemptOrThrow('initialState', () => startState(decider));
    fold.folded = attemptOrThrow('evolve', () => evolveThrough(decider, fold.folded, handedFor(event)));
    fold.version = event.metadata.streamPosition;
  }
  running.position = undefined;
};

const runDecide = (decider: Decider, state: unknown, command: object): DecidedEvent[] => {
  const result = call<unknown>(decider.decide, [command, state]);
  if (result === undefined || result === null)
    throw new SandboxError('decide returned nothing. Return an event, a list of events, or [] where nothing happened.');
  return listOfMessages(result, 'decide', 'event');
};

const noteOtherResult = (decider: Decider, text: string, command: object, first: DecidedEvent[]): void => {
  const again = muted(() => attempt('decide', () => runDecide(decider, decodeTagged(text), command)));
  if (again.error || encodeTagged(again.value) !== encodeTagged(first))
    note(
      'DeterminismError',
      'decide gave two different results for the same state and command. Look for variables outside of the function that change.',
    );
};

const decideOn = (
  decider: Decider,
  folded: Folded,
  command: SandboxCommand,
  now: number,
  seed: string,
): DecidedEvent[] => {
  running.phase = 'decide';
  const makeCommand = commandForCode(command, now);
  const canRepeat = isExact(folded.state);
  const given = makeCommand();
  const before = encodeTagged(given);
  const events = withChance(now, seed, () => runDecide(decider, folded.state, given));
  const noteAt = (message: string, decideAgain: () => unknown): void =>
    noteChange(message, canRepeat ? () => withChance(now, seed, decideAgain) : undefined);
  if (encodeTagged(given) !== before)
    noteAt('decide changed the command in place. It is what somebody asked for: copy what should be different.', () =>
      runDecide(decider, decodeTagged(folded.text), deepFrozen(makeCommand())),
    );
  if (encodeTagged(folded.state) !== folded.text) {
    noteAt('decide changed the state in place. Only events change a state, in evolve.', () =>
      runDecide(decider, deepFrozen(decodeTagged(folded.text)), makeCommand()),
    );
    if (canRepeat) folded.state = decodeTagged(folded.text);
  }
  if (canRepeat) withChance(now, seed, () => noteOtherResult(decider, folded.text, makeCommand(), events));
  return events;
};

/** Folds what is new of the stream and decides. What has been folded stays for the next command. */
export const decide = (request: WorkerDecide): WorkerDecided => {
  const key = keyOf(request.moduleId, request.stream);
  const decided = runningFor(request.moduleId, undefined, (): WorkerSpecified => {
    try {
      const decider = deciderOf(request.moduleId);
      const fold = startOfFold(decider, request);
      const kept = folds.get(key);
      // Deciding on an earlier version leaves what has been folded further as it is.
      if (!kept || fold === kept || request.foldedVersion + request.events.length >= kept.version) folds.set(key, fold);
      foldEvents(decider, fold, request.events);
      return { kind: 'decided', events: decideOn(decider, fold.folded, request.command, request.now, request.seed) };
    } catch (thrown) {
      return { kind: 'threw', error: describeThrown(thrown, running.phase) };
    }
  });
  return { ...decided, foldedVersion: folds.get(key)?.version ?? 0 };
};

const givenEvent = ({ type, data, metadata }: GivenEvent, index: number): SandboxEvent => ({
  type,
  data,
  metadata: metadata ?? {
    eventId: `given/${index + 1}`,
    streamName: 'given',
    streamPosition: index + 1,
    globalPosition: index + 1,
    recordedAt: '',
  },
});

/** Given events, when a command: on a state of its own. */
export const specify = ({ moduleId, given, command, now, seed = 'specification' }: WorkerSpecify): WorkerSpecified =>
  runningFor(moduleId, undefined, () => {
    try {
      const decider = deciderOf(moduleId);
      const fold: KeptFold = { folded: attemptOrThrow('initialState', () => startState(decider)), version: 0 };
      foldEvents(decider, fold, given.map(givenEvent));
      return { kind: 'decided', events: decideOn(decider, fold.folded, command, now, seed) };
    } catch (thrown) {
      return { kind: 'threw', error: describeThrown(thrown, running.phase) };
    }
  });
