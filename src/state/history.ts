import { type CommandRecord, eventsInText, type HistoryPage, type OpenedHistory, type RecordedEvent } from '#engine';
import { eventsOfText, openEventLog, textOfEvents } from '#model';
import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { sayTrouble, sentenceOf } from './messages.ts';

const { getState, setState } = appStore;

const newLog = () => openEventLog<RecordedEvent>({ read: eventsOfText, write: textOfEvents });

/** The history that is on the screen. */
let shown = newLog();

/** What is stored while the rest of a history is on its way here stands behind it, and comes after it. */
let late: RecordedEvent[] | null = null;
let reading: Promise<void> = Promise.resolve();

/** Resolves when the whole history is on the screen. */
export const historyRead = (): Promise<void> => reading;

/** Events come from this tab's commands, from policies and from other tabs; each once, in order. */
export const addEvents = (incoming: RecordedEvent[]): void => {
  if (late) late.push(...incoming);
  else {
    shown.add(incoming);
    setState({ events: shown.now() });
  }
};

/** A record that is new comes last; one that is known already is replaced. */
export const addCommand = (record: CommandRecord): void =>
  setState(({ commands }) => {
    const isNew = record.sequence > (commands.at(-1)?.sequence ?? 0);
    const others = isNew ? commands : commands.filter(({ commandId }) => commandId !== record.commandId);
    return { commands: [...others, record] };
  });

/** Puts a run's history on the screen: at once where it came whole, else when the rest of it has been read. */
export const showHistory = (runId: string, history: OpenedHistory): Promise<void> => {
  late = null;
  setState({ markedStreams: history.streams ?? [] });
  reading = history.isWhole ? showWhole(history) : readRest(runId, history);
  return reading;
};

const showWhole = async ({ events, commands }: Pick<OpenedHistory, 'events' | 'commands'>): Promise<void> => {
  shown = newLog();
  shown.add(events);
  setState({ events: shown.now(), commands, longWork: null });
};

/** Milliseconds between two times that it is said how far reading is: each has the screen drawn. */
const tellingPause = 100;

const readRest = async (runId: string, { events, commands, total }: OpenedHistory): Promise<void> => {
  const arriving: RecordedEvent[] = [];
  const log = newLog();
  log.add(events);
  const read = (): number => log.now().length;
  late = arriving;
  setState({ events: [], commands: [], longWork: { kind: 'reading', done: read(), total } });
  const isStale = (): boolean => late !== arriving;
  let toldNext = 0;
  try {
    let asked = nextPage(runId, read(), commands);
    for (let isEnd = false; !isEnd; ) {
      const page = await asked;
      if (isStale()) return;
      for (const record of page.commands) commands.push(record);
      ({ isEnd } = page);
      // The next page is on its way while this one is read.
      if (!isEnd) asked = nextPage(runId, Math.max(read(), page.lastPosition), commands);
      log.add(eventsInText(page.text));
      if (performance.now() < toldNext) continue;
      toldNext = performance.now() + tellingPause;
      setState({ longWork: { kind: 'reading', done: read(), total: Math.max(total, read()) } });
    }
  } catch (error) {
    if (isStale()) return;
    sayTrouble(sentenceOf(error));
  }
  const recorded = getState().commands;
  late = null;
  // What was looked at meanwhile was the time before the first event.
  shown = log;
  setState({ events: log.now(), commands, longWork: null, moment: null });
  for (const record of recorded) addCommand(record);
  addEvents(arriving);
};

/** What fails is told where the page is waited for, if it still is. */
const nextPage = (runId: string, events: number, commands: readonly CommandRecord[]): Promise<HistoryPage> => {
  const page = engine().historyPage({ runId, events, sequence: commands.at(-1)?.sequence ?? 0 });
  page.catch(() => undefined);
  return page;
};
