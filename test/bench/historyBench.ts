import { type EngineClient, eventsInText, type RecordedEvent, startEngine } from '#engine';
import { openIndexedDbStore } from '#event-store';
import { eventsOfText, openEventLog, textOfEvents } from '#model';
import { cartBoard, cartOf, cartProgram, fillWithCarts } from './cartLog.ts';

/** Milliseconds of what a person waits for with a long history. */
export type HistoryTimes = { opening: number; firstMoment: number; changedCode: ChangeTimes[] };

/** From changed code to the state of the visible stream, to the shown read model, and until all documents are stored. */
export type ChangeTimes = { stream: number; readModel: number; stored: number };

type LongRun = { engine: EngineClient; modelId: string; events: number };

let run: LongRun | undefined;
/** As the screen holds them. */
let shown = openEventLog<RecordedEvent>({ read: eventsOfText, write: textOfEvents });

const rounds = 5;

/** A model with an empty run is open: where memory is counted from. */
export const openEmptyRun = async (): Promise<void> => {
  const engine = await startEngine();
  const { modelId } = await engine.createModel({ board: cartBoard });
  await engine.openModel(modelId);
  await engine.useProgram(cartProgram(1));
  await engine.moment({ position: 0, streams: [] });
  run = { engine, modelId, events: 0 };
};

/** Fills the run behind the engine's back, as another tab would have long ago, and opens it again. */
export const openLongRun = async (events: number): Promise<HistoryTimes> => {
  const { modelId, engine: before } = run ?? fail();
  const [opened] = (await before.openModel(modelId)).runs;
  before.close();
  const store = await openIndexedDbStore(`replayground/run/${opened?.runId}`);
  await fillWithCarts(store, events);
  store.close();

  const engine = await startEngine();
  run = { engine, modelId, events };
  // Its scripts have come by then.
  await engine.listModels();
  const opening = await timeOf(() => readWhole(engine, modelId));
  await engine.useProgram(cartProgram(1));
  const firstMoment = await timeOf(lookAtEnd);
  const changedCode: ChangeTimes[] = [];
  for (let round = 0; round < rounds; round += 1) changedCode.push(await changeCode(round + 2));
  return { opening, firstMoment, changedCode };
};

const readWhole = async (engine: EngineClient, modelId: string): Promise<void> => {
  const { history, runs } = await engine.openModel(modelId);
  const runId = runs[0]?.runId ?? '';
  shown = openEventLog({ read: eventsOfText, write: textOfEvents });
  shown.add(history.events);
  for (let { isWhole: isEnd } = history; !isEnd; ) {
    const page = await engine.historyPage({ runId, events: shown.now().length, sequence: 0 });
    shown.add(eventsInText(page.text));
    ({ isEnd } = page);
  }
};

const lookAtEnd = async (): Promise<void> => {
  const { engine, events } = run ?? fail();
  const shows = { readModelId: null, documents: 24 };
  await engine.moment({ position: events, streams: [cartOf(0)], givesWay: true, shows });
};

const changeCode = async (factor: number): Promise<ChangeTimes> => {
  const { engine } = run ?? fail();
  const start = performance.now();
  const since = (): number => performance.now() - start;
  let stream: number | undefined;
  const stopListening = engine.onNotice(({ kind }) => {
    if (kind === 'moment-so-far') stream ??= since();
  });
  await engine.useProgram(cartProgram(factor));
  await lookAtEnd();
  const readModel = since();
  await engine.settled();
  stopListening();
  return { stream: stream ?? readModel, readModel, stored: since() };
};

const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const fail = (): never => {
  throw new Error('Open an empty run first.');
};
