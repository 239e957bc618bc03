import type { ThrownError } from '../../protocol.ts';
import type { Json, ValuePlace } from '../../Sandbox.ts';
import { muted } from '../capturedConsole.ts';
import { call } from '../errors.ts';
import { deciderOf, readModelOf } from '../loadedModules.ts';
import { running } from '../running.ts';
import { beginsAgainAt, handedAt } from './log.ts';
import { progressed } from './progress.ts';
import { documentAfter, documentStepsTo } from './readModelDocuments.ts';
import { startOfStream, streamStepsTo } from './streamStates.ts';
import type { Steps } from './Versions.ts';
import { type TextOrNone, textAt } from './valueText.ts';

/** A value on its way through the history: what it says after each step, one step after the other. */
export type Walk = {
  /** What it says before the first event. */
  start: TextOrNone;
  done: number;
  stepsTo: (position: number) => Steps;
  take: (position: number) => TextOrNone;
};

/** Folds without looking twice at what the code does: that has been done where the steps were counted. */
const walkState = (moduleId: string, stream: string, read: (state: unknown) => TextOrNone): Walk => {
  const decider = deciderOf(moduleId);
  running.phase = 'initialState';
  let state = startOfStream(moduleId, stream);
  return {
    start: read(state),
    done: 0,
    stepsTo: (position) => streamStepsTo(moduleId, stream, position),
    take: (position) => {
      if (beginsAgainAt(position)) state = startOfStream(moduleId, stream);
      for (const { make } of handedAt(decider, position)) state = call<unknown>(decider.evolve, [state, make()]);
      return read(state);
    },
  };
};

const walkDocument = (moduleId: string, documentId: string, read: (document: unknown) => TextOrNone): Walk => {
  const readModel = readModelOf(moduleId);
  let document: Json = null;
  return {
    start: null,
    done: 0,
    stepsTo: (position) => documentStepsTo(moduleId, documentId, position),
    take: (position) => {
      document = documentAfter(readModel, documentId, document, position);
      return document === null ? null : read(document);
    },
  };
};

export const walkValue = ({ subject, path }: ValuePlace): Walk => {
  const read = textAt(path);
  return muted(() =>
    subject.kind === 'state'
      ? walkState(subject.moduleId, subject.stream, read)
      : walkDocument(subject.moduleId, subject.documentId, read),
  );
};

/** Walks on to a position; answers what keeps the code from going further, where something does. */
export const walkTo = (
  walk: Walk,
  position: number,
  see: (position: number, text: TextOrNone) => void,
): ThrownError | undefined => {
  const { positions, error } = walk.stepsTo(position);
  muted(() => {
    running.phase = 'evolve';
    while (walk.done < positions.length) {
      const at = positions[walk.done] ?? 0;
      running.position = at;
      see(at, walk.take(at));
      walk.done += 1;
      progressed(walk.done, positions.length);
    }
  });
  return error;
};
