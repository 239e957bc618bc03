import { type CommandRecord, eventsInText, type OpenedHistory, type RecordedEvent } from '#engine';
import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { sayTrouble, sentenceOf } from './messages.ts';

const { getState, setState } = appStore;

/** What is stored while the rest of a history is on its way here stands behind it, and comes after it. */
let late: RecordedEvent[] | null = null;
let reading: Promise<void> = Promise.resolve();

/** Resolves when the whole history is on the screen. */
export const historyRead = (): Promise<void> => reading;

/** Events come from this tab's commands, from policies and from other tabs; each once, in order. */
export const addEvents = (incoming: RecordedEvent[]): void => {
  if (late) late.push(...incoming);
  else
    setState(({ events }) => {
      const fresh = incoming.filter(({ metadata }) => metadata.globalPosition > events.length);
      return fresh.length > 0 ? { events: [...events, ...fresh] } : {};
    });
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

const showWhole = async ({ events, commands }: Pick<OpenedHistory, 'events' | 'commands'>): Promise<void> =>
  setState({ events, commands, longWork: null });

const readRest = async (runId: string, { events, commands, total }: OpenedHistory): Promise<void> => {
  const arriving: RecordedEvent[] = [];
  late = arriving;
  setState({ events: [], commands: [], longWork: { kind: 'reading', done: events.length, total } });
  const isStale = (): boolean => late !== arriving;
  try {
    for (let isEnd = false; !isEnd; ) {
      const sequence = commands.at(-1)?.sequence ?? 0;
      const page = await engine().historyPage({ runId, events: events.length, sequence });
      if (isStale()) return;
      for (const event of eventsInText(page.text))
        if (event.metadata.globalPosition === events.length + 1) events.push(event);
      for (const record of page.commands) commands.push(record);
      ({ isEnd } = page);
      setState({ longWork: { kind: 'reading', done: events.length, total: Math.max(total, events.length) } });
    }
  } catch (error) {
    if (isStale()) return;
    sayTrouble(sentenceOf(error));
  }
  const recorded = getState().commands;
  late = null;
  // What was looked at meanwhile was the time before the first event.
  setState({ moment: null });
  await showWhole({ events, commands });
  for (const record of recorded) addCommand(record);
  addEvents(arriving);
};
