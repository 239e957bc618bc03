import {
  type DefinitionOf,
  eventsOfDefinition,
  type HistoryIndex,
  judgeStored,
  positionAfter,
  positionsOf,
  storedNames,
} from '#model';
import type { AppState, RecordedEvent } from './AppState.ts';
import { appStore } from './appStore.ts';
import { historyOf } from './historyIndex.ts';
import { readStored } from './readingStored.ts';

const { getState, setState, subscribe } = appStore;

/** So many events are judged in one go, so that the screen stays quick in between. */
const piece = 2000;

type EventDefinition = DefinitionOf<'event'>;

/** How far the stored events of a definition have been judged. */
type Judged = ReturnType<typeof judgeStored> & {
  definition: EventDefinition;
  history: HistoryIndex;
  upTo: number;
};

const judged = new Map<string, Judged>();

const definitionsOf = ({ board }: AppState): EventDefinition[] =>
  Object.values(board.definitions).filter((definition) => definition.kind === 'event');

/** Definitions whose fields changed, and another history, begin anew. */
const judgingOf = (definition: EventDefinition, history: HistoryIndex): Judged => {
  const known = judged.get(definition.id);
  if (known?.definition === definition && known.history === history) return known;
  const begun = { definition, history, upTo: 0, ...judgeStored(definition) };
  judged.set(definition.id, begun);
  return begun;
};

/** The next event of a definition that was not judged yet, under its present name or a former one. */
const nextOf = ({ definition, history, upTo }: Judged): number =>
  Math.min(
    ...storedNames(definition).map(
      (type) => positionAfter(positionsOf(history.types, type), upTo) ?? Number.POSITIVE_INFINITY,
    ),
  );

/** Where code has a say in how stored events are read, the engine is asked. */
const judgeEvents = async (one: Judged, events: RecordedEvent[]): Promise<void> => {
  if (!one.definition.upcasts?.some(({ code }) => code)) {
    one.judge(events);
    return;
  }
  const stored = eventsOfDefinition(one.definition, events);
  const read = await readStored(one.definition, stored).catch(() => []);
  one.judgeRead(
    read.flatMap(({ events: readAs, error }, index) => {
      const metadata = { globalPosition: stored[index]?.metadata.globalPosition ?? 0 };
      // What it is read as under the name of another event is no matter of this one.
      return eventsOfDefinition(one.definition, readAs).map(({ type, data }) => ({
        event: { type, data, metadata },
        ...(error === undefined ? {} : { error }),
      }));
    }),
  );
};

/** Judges the next events; all definitions that are equally far look at them together. Answers whether there are more. */
const judgePiece = async (): Promise<boolean> => {
  const state = getState();
  const history = historyOf(state.events);
  const all = definitionsOf(state).map((definition) => judgingOf(definition, history));
  const next = Math.min(...all.map(nextOf));
  if (next <= state.events.length) {
    const upTo = Math.min(next - 1 + piece, state.events.length);
    const events = state.events.slice(next - 1, upTo);
    for (const one of all.filter((judging) => judging.upTo < next)) {
      one.upTo = upTo;
      await judgeEvents(one, events);
    }
  }
  show(all);
  return next < Number.POSITIVE_INFINITY && all.some((one) => nextOf(one) <= state.events.length);
};

/** What is as before stays the same object. */
const show = (all: readonly Judged[]): void => {
  const before = getState().misfits;
  const found = all.flatMap((one) => {
    const now = one.found();
    const known = before[one.definition.id];
    return now.count === 0 ? [] : [[one.definition.id, isSame(known, now) ? known : now] as const];
  });
  const isAsBefore =
    found.length === Object.keys(before).length && found.every(([id, misfits]) => before[id] === misfits);
  if (!isAsBefore) setState({ misfits: Object.fromEntries(found) as AppState['misfits'] });
};

const isSame = (one: AppState['misfits'][string] | undefined, other: AppState['misfits'][string]): boolean =>
  one?.count === other.count &&
  one.reasons.length === other.reasons.length &&
  one.reasons.every(({ sentence }, at) => sentence === other.reasons[at]?.sentence);

let isJudging = false;
let hasMoved = false;

/** At once where the history is short, else piece by piece; once more where something changed meanwhile. */
const judge = async (): Promise<void> => {
  hasMoved = true;
  if (isJudging) return;
  isJudging = true;
  while (hasMoved) {
    hasMoved = false;
    while (await judgePiece()) await new Promise((resolve) => setTimeout(resolve));
  }
  isJudging = false;
};

/** What is stored is held against the fields of today whenever either changes. */
export const followMisfits = (): (() => void) => {
  void judge();
  return subscribe((now, before) => {
    if (now.events !== before.events || now.board.definitions !== before.board.definitions) void judge();
  });
};
