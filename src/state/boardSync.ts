import {
  type Board,
  type BoardIntent,
  decideBoardAll,
  type EditHistory,
  emptyHistory,
  evolveBoardAll,
  evolveHistory,
  type Gesture,
  type StoredBoardEvent,
  undoOf,
} from '#model';

/** What a person did, kept as what was wanted: it is decided again where another tab was first. */
export type Edit = { gesture: Gesture; intents: BoardIntent[] };

type Edited = { board: Board; history: EditHistory };

/**
 * The board of one tab: what the store has confirmed, the edits that are on their way there, and the two together,
 * which is what the screen shows.
 */
export type SyncedBoard = {
  stored: Edited & { version: number };
  shown: Edited;
  waiting: Edit[];
};

/** A board as it is stored, and which edits led there, as far as they may be taken back. */
export const openBoard = (board: Board, edits: StoredBoardEvent[], version: number): SyncedBoard => {
  const opened = { board, history: edits.reduce<EditHistory>(evolveHistory, emptyHistory()) };
  return { stored: { ...opened, version }, shown: opened, waiting: [] };
};

const evolveAll = (edited: Edited, events: StoredBoardEvent[]): Edited => ({
  board: evolveBoardAll(edited.board, events),
  history: events.reduce<EditHistory>(evolveHistory, edited.history),
});

/** What an edit comes to on a board: its events, and for an undo what could not be taken back. */
export const decideEdit = (
  { gesture, intents }: Edit,
  { board, history }: Edited,
): { events: StoredBoardEvent[]; skipped: string[] } => {
  const target = gesture.undoes ?? gesture.redoes;
  const { events, skipped } = target
    ? undoOf(history, target, board)
    : { events: decideBoardAll(intents, board), skipped: [] };
  return { events: events.map((event) => ({ ...event, metadata: { gesture } })), skipped };
};

/** Shows an edit at once and queues it. An edit that comes to nothing is not queued. Throws `BoardRefusal`. */
export const withEdit = (synced: SyncedBoard, edit: Edit): { synced: SyncedBoard; skipped: string[] } => {
  const { events, skipped } = decideEdit(edit, synced.shown);
  if (events.length === 0) return { synced, skipped };
  return {
    synced: { ...synced, shown: evolveAll(synced.shown, events), waiting: [...synced.waiting, edit] },
    skipped,
  };
};

/** The events of the first waiting edit as they shall be stored; none where the edit no longer makes sense. */
export const nextAppend = (synced: SyncedBoard): StoredBoardEvent[] => {
  const [first] = synced.waiting;
  if (!first) return [];
  return decidedOrNothing(first, synced.stored);
};

/** An edit that another tab's edits made senseless (the note is gone) is dropped rather than blocking all behind it. */
const decidedOrNothing = (edit: Edit, edited: Edited): StoredBoardEvent[] => {
  try {
    return decideEdit(edit, edited).events;
  } catch {
    return [];
  }
};

/** The first waiting edit is in the store, as these events. What is shown stays the same. */
export const acknowledged = (synced: SyncedBoard, events: StoredBoardEvent[], version: number): SyncedBoard => {
  const stored = { ...evolveAll(synced.stored, events), version };
  const waiting = synced.waiting.slice(1);
  return { stored, shown: waiting.length > 0 ? synced.shown : keepShown(synced.shown, stored), waiting };
};

/** With nothing waiting, shown and stored are equal; the shown board keeps its identity so that nothing renders again. */
const keepShown = (shown: Edited, stored: Edited): Edited => ({ board: shown.board, history: stored.history });

/**
 * Another tab's events come in below the waiting edits, which are decided again on top. One of these may be among them:
 * a tab that opened the model meanwhile has found it kept, and has made it too.
 */
export const movedOn = (synced: SyncedBoard, events: StoredBoardEvent[], version: number): SyncedBoard => {
  if (version <= synced.stored.version) return synced;
  const fresh = events.slice(events.length - (version - synced.stored.version));
  const stored = { ...evolveAll(synced.stored, fresh), version };
  const made = new Set(fresh.map(({ metadata }) => metadata.gesture.id));
  const waiting = synced.waiting.filter(({ gesture }) => !made.has(gesture.id));
  const shown = waiting.reduce<Edited>((edited, edit) => evolveAll(edited, decidedOrNothing(edit, edited)), stored);
  return { stored, shown, waiting };
};
