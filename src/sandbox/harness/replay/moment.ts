import type { WorkerMoment, WorkerMomentRequest, WorkerUnfinished } from '../../protocol.ts';
import { now } from '../primordials.ts';
import { handedOver, needUpTo } from './log.ts';
import { documentsAt, projectedUpTo, projectUpTo } from './readModelDocuments.ts';
import { stateAt, stateOfEvents } from './streamStates.ts';

/** Events that all states and read models take one after the other, so that no part of the log is needed twice. */
const stride = 500;

/**
 * The moment at a position. What lies before it is projected first, for all read models side by side; where that takes
 * longer than the patience of whoever asks, the answer is how far it has come, and asking again goes on from there.
 */
export const moment = (request: WorkerMomentRequest): WorkerMoment | WorkerUnfinished => {
  const { position, states, readModels, patienceMs = Number.POSITIVE_INFINITY } = request;
  const deadline = now() + patienceMs;
  for (;;) {
    const done = readModels.reduce((least, moduleId) => Math.min(least, projectedUpTo(moduleId)), position);
    if (done >= position) break;
    const next = Math.min(position, done - (done % stride) + stride);
    for (const moduleId of readModels) if (projectedUpTo(moduleId) < next) projectUpTo(moduleId, next);
    for (const { moduleId, stream, events } of states)
      if (!events) stateAt(moduleId, stream, Math.min(next, handedOver()));
    if (next < position && now() > deadline) return { unfinished: { done: next, total: position } };
  }
  if (states.some(({ events }) => !events)) needUpTo(position);
  return {
    position,
    states: states.map(({ moduleId, stream, events }) =>
      events ? stateOfEvents(moduleId, stream, events, position) : stateAt(moduleId, stream, position),
    ),
    readModels: readModels.map((moduleId) => documentsAt(moduleId, request)),
  };
};
