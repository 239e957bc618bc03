import { ConcurrencyConflict, type EventStore, type EventToAppend, newUuid, type RecordedEvent } from '#event-store';
import { type Board, decideBoard, emptyBoard, evolveBoardAll, type Gesture, type StoredBoardEvent } from '#model';
import type { BoardAppend } from '../ModelsAndRuns.ts';

const stream = 'board';

/** What an edit that came with a file holds beside what this version knows: kept under a name of its own. */
type Beside = { beside?: object; besideGesture?: object };

const toStored = ({ type, data, metadata, ...beside }: StoredBoardEvent): EventToAppend => {
  const { gesture, ...besideGesture } = metadata;
  const kept: Beside = {
    ...(Object.keys(beside).length > 0 && { beside }),
    ...(Object.keys(besideGesture).length > 0 && { besideGesture }),
  };
  return { type, data, eventId: newUuid(), metadata: { gesture, ...kept } } as unknown as EventToAppend;
};

/** A gesture that came with a file brings its time along; for all others it is the time of storing. */
const fromStored = ({ type, data, metadata }: RecordedEvent): StoredBoardEvent => {
  const gesture = { at: metadata.recordedAt, ...(metadata.gesture as unknown as Gesture) };
  const { beside, besideGesture } = metadata as Beside;
  return { ...beside, type, data, metadata: { ...besideGesture, gesture } } as unknown as StoredBoardEvent;
};

export type BoardHistory = { events: StoredBoardEvent[]; version: number };

export const readBoard = async (store: EventStore, after = 0): Promise<BoardHistory> => {
  const { events, version } = await store.readStream(stream, { from: after + 1 });
  return { events: events.map(fromStored), version };
};

export const boardOf = (modelId: string, { events }: BoardHistory): Board =>
  evolveBoardAll(emptyBoard(modelId, ''), events);

/** A whole board as the first edit of a model that has no editing history. */
export const filledBoard = (board: Board): StoredBoardEvent[] => {
  const gesture = { id: newUuid(), label: 'Create the model', tab: '' };
  const events = decideBoard({ type: 'FillBoard', board }, emptyBoard(board.modelId, ''));
  return events.map((event) => ({ ...event, metadata: { gesture } }));
};

/** The edits that a model came with, and behind them what a later version set that none of them leads to. */
export const completedHistory = (edits: StoredBoardEvent[], board: Board): StoredBoardEvent[] => {
  const gesture = { id: newUuid(), label: 'Open the model', tab: '' };
  const edited = evolveBoardAll(emptyBoard(board.modelId, ''), edits);
  const missing = decideBoard({ type: 'RestoreBoard', board, withStreams: [] }, edited);
  return [...edits, ...missing.map((event): StoredBoardEvent => ({ ...event, metadata: { gesture } }))];
};

export const writeBoard = async (store: EventStore, events: StoredBoardEvent[]): Promise<void> => {
  if (events.length > 0) await store.appendToStream(stream, events.map(toStored), { expectedVersion: 'no-stream' });
};

/** Stores edits of a board that is not open, on top of what was read of it. */
export const extendBoard = async (store: EventStore, events: StoredBoardEvent[], version: number): Promise<void> => {
  if (events.length > 0) await store.appendToStream(stream, events.map(toStored), { expectedVersion: version });
};

/** The board's stream while its model is open: appends of this tab, and word of those of others. */
export const openBoardSession = async (
  store: EventStore,
  onOthersEdits: () => void,
  onError: (error: unknown) => void,
): Promise<BoardSession> => {
  const own = new Set<string>();
  const subscription = store.subscribe({ from: (await store.lastPosition()) + 1, onError }, (events) => {
    const others = events.filter(({ metadata }) => !own.delete(metadata.eventId));
    if (others.length > 0) onOthersEdits();
  });

  const append = async (events: StoredBoardEvent[], expectedVersion: number): Promise<BoardAppend> => {
    const edits = events.map(toStored);
    for (const { eventId } of edits) if (eventId) own.add(eventId);
    try {
      const { version } = await store.appendToStream(stream, edits, { expectedVersion });
      return { kind: 'stored', version };
    } catch (error) {
      for (const { eventId } of edits) if (eventId) own.delete(eventId);
      if (!(error instanceof ConcurrencyConflict)) throw error;
      return { kind: 'moved-on', ...(await readBoard(store, expectedVersion)) };
    }
  };

  return {
    append,
    read: () => readBoard(store),
    close: () => {
      subscription.close();
      store.close();
    },
  };
};

export type BoardSession = {
  append: (events: StoredBoardEvent[], expectedVersion: number) => Promise<BoardAppend>;
  read: () => Promise<BoardHistory>;
  close: () => void;
};
