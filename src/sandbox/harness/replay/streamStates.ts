import { decodeTagged, isExact } from '../../codec.ts';
import type { ThrownError, WorkerMomentState } from '../../protocol.ts';
import type { SandboxEvent } from '../../Sandbox.ts';
import { muted } from '../capturedConsole.ts';
import { describeThrown } from '../errors.ts';
import { counting, evolveThrough, type Folded, isNewBeginning, startState } from '../folding.ts';
import { handedFor } from '../forCode.ts';
import { deciderOf } from '../loadedModules.ts';
import { running, runningFor } from '../running.ts';
import { type Decider, startOf } from '../shapes.ts';
import { beforeLettingGo, beginsAgainAt, handedAt, needUpTo, positionsOf, streamsBetween } from './log.ts';
import { progressed } from './progress.ts';
import { addVersion, nearestVersion, type Steps, startVersions, type Versions, versionAt } from './Versions.ts';

type StreamStates = {
  versions: Versions<string>;
  tip: Folded;
  /** Whether states come back from their texts; instances of classes do not. */
  isExact: boolean;
  /** Where its code breaks, up to where the stream begins again. */
  breaks: { from: number; until: number; error: ThrownError }[];
};

const known = new Map<string, StreamStates>();

/** Deciders whose states are looked at, with the category of their streams. */
const lookedAt = new Map<string, string>();

const categoryOf = (stream: string): string => stream.split('-', 1)[0] ?? '';

const startAnew = (decider: Decider): Folded => {
  running.phase = 'initialState';
  return startState(decider);
};

const step = (decider: Decider, folded: Folded, position: number): Folded => {
  const handed = handedAt(decider, position);
  running.position = position;
  const before = beginsAgainAt(position) ? startAnew(decider) : folded;
  running.phase = 'evolve';
  return evolveThrough(decider, before, handed);
};

const start = (decider: Decider): StreamStates => {
  const tip = startAnew(decider);
  return { versions: startVersions(tip.text), tip, isExact: isExact(tip.state), breaks: [] };
};

const breakAt = ({ breaks }: StreamStates, position: number) =>
  breaks.find(({ from, until }) => from <= position && position < until);

/** Where a stream whose code broke begins again, as an index of its positions; -1 where it does not. */
const nextBeginning = (positions: readonly number[], from: number, version: number, brokeAt: number): number => {
  const found = positions.slice(from, version).findIndex((position) => position > brokeAt && beginsAgainAt(position));
  return found < 0 ? -1 : from + found;
};

/**
 * Folds on to the wanted version. Where the code breaks, the stream is as it was until it begins again: nothing of the
 * life that broke counts in the next one.
 */
const extend = (decider: Decider, states: StreamStates, positions: readonly number[], version: number): void => {
  const { versions, breaks } = states;
  for (let done = versions.steps.length; done < version; done += 1) {
    const broken = breaks.at(-1);
    if (broken?.until === Number.POSITIVE_INFINITY) {
      const beginning = nextBeginning(positions, done, version, broken.from);
      if (beginning < 0) return;
      broken.until = positions[beginning] ?? broken.until;
      for (const position of positions.slice(versions.steps.length, beginning))
        addVersion(versions, position, states.tip.text, states.tip.text.length);
      done = beginning;
    }
    const position = positions[done] ?? 0;
    try {
      states.tip = step(decider, states.tip, position);
      states.isExact &&= isExact(states.tip.state);
      addVersion(versions, position, states.tip.text, states.tip.text.length);
      progressed(done, version);
    } catch (thrown) {
      breaks.push({ from: position, until: Number.POSITIVE_INFINITY, error: describeThrown(thrown, running.phase) });
    }
  }
};

const textAt = (decider: Decider, { versions, isExact: exact, tip }: StreamStates, version: number): string => {
  if (version === versions.steps.length) return tip.text;
  const nearest = nearestVersion(versions, version);
  if (nearest.version === version) return nearest.value;
  const beginning = versions.steps.slice(0, version).findLastIndex(beginsAgainAt);
  const isNearer = exact && nearest.version > beginning;
  let folded = isNearer ? { state: decodeTagged(nearest.value), text: nearest.value } : startState(decider);
  for (let done = isNearer ? nearest.version : Math.max(0, beginning); done < version; done += 1) {
    folded = step(decider, folded, versions.steps[done] ?? 0);
    if (exact) versions.computed = { version: done + 1, value: folded.text };
  }
  return folded.text;
};

/** What the events before the one that its code breaks at have made of it. */
const textWhereItBreaks = (decider: Decider, states: StreamStates, positions: readonly number[], at: number): string =>
  beginsAgainAt(at) ? startAnew(decider).text : textAt(decider, states, versionAt(positions, at) - 1);

const textBefore = (decider: Decider, states: StreamStates, version: number, position: number): string =>
  beginsAgainAt(position) ? startAnew(decider).text : textAt(decider, states, version - 1);

const statesTo = (moduleId: string, stream: string, version: number) => {
  const decider = deciderOf(moduleId);
  const states = known.get(`${moduleId} ${stream}`) ?? start(decider);
  known.set(`${moduleId} ${stream}`, states);
  extend(decider, states, positionsOf(stream), version);
  return { decider, states };
};

/**
 * Streams whose states may be asked for are folded on before their events go: to look at any of them then needs no page
 * again. One that was not folded up to there stays as it is. What it prints is nothing that was asked for.
 */
beforeLettingGo((first, last) => {
  const streams = [...streamsBetween(first, last)];
  for (const [moduleId, category] of lookedAt)
    runningFor(moduleId, undefined, () =>
      muted(() => {
        for (const stream of streams) if (categoryOf(stream) === category) foldOn(moduleId, stream, first, last);
      }),
    );
});

const foldOn = (moduleId: string, stream: string, first: number, last: number): void => {
  const positions = positionsOf(stream);
  const done = known.get(`${moduleId} ${stream}`)?.versions.steps.length ?? 0;
  if (done < versionAt(positions, first - 1)) return;
  try {
    statesTo(moduleId, stream, versionAt(positions, last));
  } catch {
    // What it breaks at is told to who asks for its state.
  }
};

/** The state before the first event, as one's own: code that changes states in place cannot have reached it. */
export const startOfStream = (moduleId: string, stream: string): unknown => {
  const { decider, states } = statesTo(moduleId, stream, 0);
  const { value: text } = nearestVersion(states.versions, 0);
  const begun = startOf(decider.initialState);
  return isExact(begun) ? decodeTagged(text) : begun;
};

/** The events of a stream up to a position that its code folds, and what it breaks at before. */
export const streamStepsTo = (moduleId: string, stream: string, position: number): Steps => {
  needUpTo(position);
  const version = versionAt(positionsOf(stream), position);
  const { states } = statesTo(moduleId, stream, version);
  const broken = breakAt(states, position);
  return {
    positions: states.versions.steps.slice(0, version).filter((at) => !breakAt(states, at)),
    ...(broken ? { error: broken.error } : {}),
  };
};

/** The state of a stream at a position, and before the event that stands there. */
export const stateAt = (moduleId: string, stream: string, position: number): WorkerMomentState =>
  runningFor(moduleId, undefined, () => {
    const positions = positionsOf(stream);
    const version = versionAt(positions, position);
    const none = { moduleId, stream, version, before: 'null', after: 'null' };
    lookedAt.set(moduleId, categoryOf(stream));
    try {
      const { decider, states } = statesTo(moduleId, stream, version);
      const broken = breakAt(states, position);
      if (broken) {
        const text = textWhereItBreaks(decider, states, positions, broken.from);
        return { ...none, before: text, after: text, error: broken.error };
      }
      const isItsEvent = version > 0 && positions[version - 1] === position;
      const after = textAt(decider, states, version);
      return { ...none, before: isItsEvent ? textBefore(decider, states, version, position) : after, after };
    } catch (thrown) {
      return { ...none, error: describeThrown(thrown, running.phase) };
    }
  });

/** The same from the stream's events up to there alone. Nothing of it is kept. */
export const stateOfEvents = (
  moduleId: string,
  stream: string,
  events: SandboxEvent[],
  position: number,
): WorkerMomentState =>
  runningFor(moduleId, undefined, () => {
    const none = { moduleId, stream, version: events.length, before: 'null', after: 'null' };
    let reached = none;
    try {
      const decider = deciderOf(moduleId);
      let folded = startAnew(decider);
      reached = { ...none, before: folded.text, after: folded.text };
      for (const event of counting(events)) {
        const { globalPosition } = event.metadata;
        running.position = globalPosition;
        if (isNewBeginning(event.metadata)) folded = startAnew(decider);
        running.phase = 'evolve';
        const { text: before } = folded;
        folded = evolveThrough(decider, folded, handedFor(event));
        reached = { ...none, before: globalPosition === position ? before : folded.text, after: folded.text };
      }
      return reached;
    } catch (thrown) {
      return { ...reached, before: reached.after, error: describeThrown(thrown, running.phase) };
    }
  });
