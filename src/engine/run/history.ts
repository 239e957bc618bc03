import type { EventStore } from '#event-store';
import type { HistoryPage, OpenedHistory, RecordedHistory } from '../ModelsAndRuns.ts';

export const marksOf = async (store: EventStore): Promise<Pick<RecordedHistory, 'streams'>> => {
  const streams = await store.markedStreams();
  return streams.length > 0 ? { streams } : {};
};

const pageSize = 1000;

/** As much of a history as one message holds easily: all of most. */
export const openHistory = async (store: EventStore): Promise<OpenedHistory> => {
  for (;;) {
    const { events, isEnd } = await store.readAll({ limit: pageSize, archived: 'included' });
    const commands = await store.commandRecords({ limit: pageSize });
    const total = await store.lastPosition();
    const isWhole = isEnd && commands.length < pageSize;
    // What another tab stores meanwhile is announced to a screen that does not show this run yet.
    if (!isWhole || total === events.length) return { events, commands, isWhole, total, ...(await marksOf(store)) };
  }
};

/** What is stored behind what is known already. */
export const historyPage = async (
  store: EventStore,
  known: { events: number; sequence: number },
): Promise<HistoryPage> => {
  const { text, lastPosition, isEnd } = await store.readLogPage(known.events + 1);
  const commands = await store.commandRecords({ after: known.sequence, limit: pageSize });
  return { text, lastPosition, commands, isEnd: isEnd && commands.length < pageSize };
};
