import { encodeTagged } from '../codec.ts';
import type { WorkerTraced, WorkerTracedCall } from '../protocol.ts';
import type { DecidedEvent, Json, SandboxEvent, TraceRequest } from '../Sandbox.ts';
import { takeLines } from './capturedConsole.ts';
import { attempt, call, SandboxError } from './errors.ts';
import { counting } from './folding.ts';
import { commandForCode, eventForCode, type Handed, handedFor } from './forCode.ts';
import { deciderOf, policyOf, readModelOf } from './loadedModules.ts';
import { listOfMessages } from './messages.ts';
import { documentIdsOf, evolveDocument } from './projecting.ts';
import { runReact } from './reacting.ts';
import { EndlessCall, record } from './recorder.ts';
import { finishedPart, progressed } from './replay/progress.ts';
import { running, runningFor } from './running.ts';
import { type ReadModel, startOf } from './shapes.ts';
import { showBriefly } from './show.ts';
import { withChance } from './virtualTime.ts';

/** Steps that are recorded of the call that was asked for, and of one that leads to it. */
const mostSteps = 5_000;
const mostStepsOnTheWay = 500;
/** Calls of one request that are recorded. */
const mostCalls = 40;
/** Events of a fold that are recorded: all of a short stream, else its first and last ones. */
const [wholeFold, firstOfFold, lastOfFold] = [12, 3, 6];
/** Steps of a fold that are recorded, where an event is read as very many. */
const mostFolded = 120;
/** Characters of a state or a document; larger ones come as a short text. */
const largestValue = 100_000;

const valueText = (value: unknown): string => {
  const text = encodeTagged(value);
  return text.length > largestValue ? encodeTagged(showBriefly(value, 2000)) : text;
};

type About = Pick<WorkerTracedCall, 'phase' | 'position' | 'part' | 'documentId' | 'input'>;
/** What a call came to, as far as it got. */
type Watched<Result> = { traced: WorkerTracedCall; result?: Result; hasBroken: boolean };

/** Runs one call of the person's code and keeps what was recorded, also of one that broke. */
const watch = <Result>(about: About, most: number, run: () => Result): Watched<Result> => {
  running.position = about.position;
  takeLines();
  const { result, ...recorded } = record(most, () => attempt(about.phase, run));
  const traced: WorkerTracedCall = { ...about, ...recorded, logs: takeLines() };
  finishedPart(0, 1);
  if (!result.error) return { traced, result: result.value, hasBroken: false };
  traced.error = result.thrown instanceof EndlessCall ? { ...result.error, isFailure: true } : result.error;
  return { traced, hasBroken: true };
};

const needState = (state: unknown): unknown => {
  if (state === undefined) throw new SandboxError('evolve returned nothing. Did you forget `return state`?');
  return state;
};

/** How many steps of a fold's nth call are recorded, 0 where it is not shown. */
type StepsOf = (index: number) => number;

const endsOf =
  (count: number): StepsOf =>
  (index) =>
    count <= wholeFold || index < firstOfFold || index >= count - lastOfFold ? mostStepsOnTheWay : 0;

type Fold = { calls: WorkerTracedCall[]; state: unknown; hasBroken: boolean };

/** What code is handed: the place of the stored event, and which one of those it is that this is read as. */
type TraceStep = Handed & { position: number; part: { part?: number } };

const traceStepsOf = (event: SandboxEvent): TraceStep[] => {
  const handed = handedFor(event);
  const position = event.metadata.globalPosition;
  return handed.map((one, part) => ({ ...one, position, part: handed.length > 1 ? { part } : {} }));
};

/** Between the first and the last ones of a long stream only one that breaks is recorded. */
const foldOne = (moduleId: string, fold: Fold, { position, part, make }: TraceStep, most: number): void => {
  const { evolve } = deciderOf(moduleId);
  const run = () => needState(call<unknown>(evolve, [fold.state, make()]));
  if (most === 0) {
    const { result } = record(0, () => attempt('evolve', run));
    if (!result.error) {
      fold.state = result.value;
      return;
    }
  }
  const about = { phase: 'evolve', position, ...part, input: valueText(fold.state) };
  const { traced, result, hasBroken } = watch(about, most || mostStepsOnTheWay, run);
  fold.hasBroken = hasBroken;
  fold.calls.push(hasBroken ? traced : { ...traced, output: valueText(result) });
  if (!hasBroken) fold.state = result;
};

const foldEvents = (moduleId: string, events: SandboxEvent[], stepsOf: StepsOf): Fold => {
  const { initialState } = deciderOf(moduleId);
  const { traced, result, hasBroken } = watch({ phase: 'initialState' }, mostStepsOnTheWay, () =>
    startOf(initialState),
  );
  const fold: Fold = {
    calls: [hasBroken ? traced : { ...traced, output: valueText(result) }],
    state: result,
    hasBroken,
  };
  const begin = events.length - counting(events).length;
  for (let index = begin; index < events.length && !fold.hasBroken; index += 1) {
    const event = events[index] as SandboxEvent;
    // Events that are read as many must not use up the room of the last one, which is what one wants to see.
    const room = index === events.length - 1 ? 2 * mostFolded : mostFolded;
    for (const step of traceStepsOf(event))
      if (!fold.hasBroken) foldOne(moduleId, fold, step, fold.calls.length < room ? stepsOf(index) : 0);
    progressed(index, events.length);
  }
  return fold;
};

type Of<Kind extends TraceRequest['kind']> = Extract<TraceRequest, { kind: Kind }>;

/** With the messages that came of it, as storage would keep them. */
const watchMessages = (about: About, run: () => DecidedEvent[]): WorkerTracedCall => {
  const { traced, result } = watch(about, mostSteps, run);
  return result ? { ...traced, messages: result } : traced;
};

const traceDecide = ({ moduleId, events, command, now, seed }: Of<'decide'>): WorkerTracedCall[] => {
  const fold = foldEvents(moduleId, events, endsOf(events.length));
  if (fold.hasBroken) return fold.calls;
  const makeCommand = commandForCode(command, now);
  const decided = watchMessages({ phase: 'decide', input: valueText(fold.state) }, () =>
    withChance(now, seed, () => {
      const result = call<unknown>(deciderOf(moduleId).decide, [makeCommand(), fold.state]);
      if (result === undefined || result === null) throw new SandboxError('decide returned nothing.');
      return listOfMessages(result, 'decide', 'event');
    }),
  );
  return [...fold.calls, decided];
};

const traceFold = ({ moduleId, events, only }: Of<'fold'>): WorkerTracedCall[] => {
  const { length } = events;
  const ends = endsOf(length);
  const within: StepsOf = (index) => (only && index >= only.from && index < only.to ? mostStepsOnTheWay : 0);
  const { calls } = foldEvents(
    moduleId,
    events,
    only ? within : (index) => (index === length - 1 ? mostSteps : ends(index)),
  );
  return calls;
};

type Projecting = { readModel: ReadModel; documents: Map<string, Json>; calls: WorkerTracedCall[] };

/** Takes one event through the documents that it touches; answers whether the code got through. */
const projectOne = ({ readModel, documents, calls }: Projecting, { position, part, make }: TraceStep): boolean => {
  const at = { position, ...part };
  const ids = watch({ phase: 'getDocumentId', ...at }, mostStepsOnTheWay, () => documentIdsOf(readModel, make()));
  if (ids.hasBroken) calls.push(ids.traced);
  for (const documentId of ids.result ?? []) {
    if (calls.length >= mostCalls) return false;
    const before = documents.get(documentId) ?? null;
    const about = { phase: 'evolve', ...at, documentId, input: valueText(before) };
    const { traced, result, hasBroken } = watch(about, mostSteps, () => evolveDocument(readModel, before, make()));
    calls.push(hasBroken ? traced : { ...traced, output: valueText(result ?? null) });
    if (hasBroken) return false;
    documents.set(documentId, result ?? null);
  }
  return !ids.hasBroken;
};

const traceProject = ({ moduleId, events, documents }: Of<'project'>): WorkerTracedCall[] => {
  const known = new Map<string, Json>();
  for (const { documentId, document } of documents) known.set(documentId, document);
  const projecting: Projecting = { readModel: readModelOf(moduleId), documents: known, calls: [] };
  for (const event of events)
    for (const step of traceStepsOf(event))
      if (projecting.readModel.hears.has(step.type) && !projectOne(projecting, step)) return projecting.calls;
  return projecting.calls;
};

const traceReact = ({ moduleId, event, now, seed }: Of<'react'>): WorkerTracedCall[] => [
  watchMessages({ phase: policyOf(moduleId).phase, position: event.metadata.globalPosition }, () =>
    withChance(now, seed, () => runReact(policyOf(moduleId), eventForCode(event)())),
  ),
];

const callsOf = (request: TraceRequest): WorkerTracedCall[] => {
  switch (request.kind) {
    case 'decide':
      return traceDecide(request);
    case 'fold':
      return traceFold(request);
    case 'project':
      return traceProject(request);
    case 'react':
      return traceReact(request);
  }
};

/** What the person's code did, statement by statement. */
export const trace = (request: TraceRequest): WorkerTraced =>
  runningFor(request.moduleId, undefined, () => ({ calls: callsOf(request) }));
