import { decodeTagged, encodeTagged } from '../codec.ts';
import type { WorkerMaking } from '../protocol.ts';
import type { Json, MakingRequest } from '../Sandbox.ts';
import { muted } from './capturedConsole.ts';
import { attempt, call } from './errors.ts';
import { type Handed, handedFor } from './forCode.ts';
import { deciderOf, readModelOf } from './loadedModules.ts';
import { chainFrom, objectsIn, type Place, placeOfMaking } from './placeOfMaking.ts';
import { now, parseJson, stringify } from './primordials.ts';
import { documentForCode, documentIdsOf } from './projecting.ts';
import { watchRunning } from './recorder.ts';
import { finishedPart } from './replay/progress.ts';
import { saysTheSame, textAt } from './replay/valueText.ts';
import { runningFor } from './running.ts';
import { see, startSightings } from './sightings.ts';

/** Moments of one call that are looked at; of a longer one nothing is said. */
const mostMoments = 4_000;
/** Milliseconds for all changes of a request; those that are left after it are not told. */
const patience = 3_000;

type Change = MakingRequest['changes'][number];

const evolveFor = ({ subject }: MakingRequest) =>
  subject.kind === 'state' ? deciderOf(subject.moduleId).evolve : readModelOf(subject.moduleId).evolve;

const wholeBefore = ({ subject }: MakingRequest, before: Change['before']): unknown =>
  subject.kind === 'document'
    ? documentForCode(readModelOf(subject.moduleId), before === null ? null : (parseJson(before) as Json))
    : before === null
      ? undefined
      : decodeTagged(before);

type Step = { before: Change['before']; make: () => object };

/** What the code was handed in the place of the event, and took. */
const stepsOf = ({ subject }: MakingRequest, { event }: Change): Handed[] => {
  const handed = handedFor(event);
  if (handed.length === 1 || subject.kind === 'state') return handed;
  const readModel = readModelOf(subject.moduleId);
  return handed.filter(
    ({ type, make }) => readModel.hears.has(type) && documentIdsOf(readModel, make()).includes(subject.documentId),
  );
};

/** Of an event that is read as several, the last one that changed the value made it. */
const stepThatMade = (request: MakingRequest, change: Change): Step | undefined => {
  const steps = stepsOf(request, change);
  const [only, ...others] = steps;
  if (others.length === 0) return only && { before: change.before, make: only.make };
  const [read, write] = [textAt(request.path), request.subject.kind === 'state' ? encodeTagged : stringify];
  let [before, made]: [Change['before'], Step | undefined] = [change.before, undefined];
  for (const { make } of steps) {
    const whole = wholeBefore(request, before);
    const was = read(whole);
    const next = call<unknown>(evolveFor(request), [whole, make()]);
    if (!saysTheSame(was, read(next))) made = { before, make };
    before = next === null && request.subject.kind === 'document' ? null : write(next);
  }
  return made;
};

/** Runs one event again. What does not come to the same as in the fold is not told. */
const placeOf = (request: MakingRequest, change: Change): Place | undefined => {
  const step = stepThatMade(request, change);
  if (!step) return undefined;
  const whole = wholeBefore(request, step.before);
  const event = step.make();
  const objects = objectsIn([whole, event]);
  if (!objects) return undefined;
  const sightings = startSightings(request.path, [whole, event]);
  const given = { objects, chain: chainFrom(sightings, whole) };
  const { result, isWhole } = watchRunning(
    mostMoments,
    (ran, values) => see(sightings, ran, values),
    () => attempt('evolve', () => call<unknown>(evolveFor(request), [whole, event])),
  );
  if (result.error || !isWhole || sightings.left <= 0) return undefined;
  const after = sightings.looks[0]?.(result.value) ?? null;
  return saysTheSame(after, change.after) ? placeOfMaking(sightings, result.value, given) : undefined;
};

/** The places of an instrumented copy that made a value, event by event. */
export const makingOf = (request: MakingRequest): WorkerMaking =>
  runningFor(request.subject.moduleId, undefined, () =>
    muted(() => {
      const began = now();
      const made: WorkerMaking['made'] = [];
      for (const change of request.changes) {
        const isLate = now() - began > patience;
        const found = isLate ? undefined : attempt('evolve', () => placeOf(request, change));
        made.push((found && !found.error ? found.value : undefined) ?? {});
        finishedPart(0, 1);
      }
      return { made };
    }),
  );
