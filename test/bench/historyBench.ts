import { type EngineClient, eventsInText, type RecordedEvent, startEngine } from '#engine';
import { openIndexedDbStore } from '#event-store';
import { cartBoard, cartOf, cartProgram, fillWithCarts } from './cartLog.ts';

/** Milliseconds of what a person waits for with a long history. */
export type HistoryTimes = { opening: number; firstMoment: number; changedCode: number[] };

type LongRun = { engine: EngineClient; modelId: string; events: number };

let run: LongRun | undefined;
/** As the screen holds them. */
let shown: RecordedEvent[] = [];

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
  const opening = await timeOf(() => readWhole(engine, modelId));
  await engine.useProgram(cartProgram(1));
  const firstMoment = await timeOf(lookAtEnd);
  const changedCode: number[] = [];
  for (let round = 0; round < rounds; round += 1) changedCode.push(await timeOf(() => changeCode(round + 2)));
  return { opening, firstMoment, changedCode };
};

const readWhole = async (engine: EngineClient, modelId: string): Promise<void> => {
  const { history, runs } = await engine.openModel(modelId);
  const runId = runs[0]?.runId ?? '';
  shown = history.events;
  for (let { isWhole: isEnd } = history; !isEnd; ) {
    const page = await engine.historyPage({ runId, events: shown.length, sequence: 0 });
    for (const event of eventsInText(page.text))
      if (event.metadata.globalPosition === shown.length + 1) shown.push(event);
    ({ isEnd } = page);
  }
};

const lookAtEnd = async (): Promise<void> => {
  const { engine, events } = run ?? fail();
  await engine.moment({ position: events, streams: [cartOf(0)] });
};

const changeCode = async (factor: number): Promise<void> => {
  await run?.engine.useProgram(cartProgram(factor));
  await lookAtEnd();
};

const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const fail = (): never => {
  throw new Error('Open an empty run first.');
};
