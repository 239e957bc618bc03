import { newUuid, type OpenedModel } from '#engine';
import { type BoardIntent, BoardRefusal, type Gesture, nextRedo, nextUndo } from '#model';
import type { AppState, EditResult } from './AppState.ts';
import { appStore } from './appStore.ts';
import { acknowledged, type Edit, movedOn, nextAppend, openBoard, type SyncedBoard, withEdit } from './boardSync.ts';
import { engine } from './engineAccess.ts';
import { sayNote, sentenceOf } from './messages.ts';
import { withStoredVersion } from './storedVersions.ts';
import { tabId } from './tabId.ts';
import { keepUnstored, tabsWithUnstored, takeUnstored } from './unstoredEdits.ts';

const { getState, setState } = appStore;

let synced: SyncedBoard | null = null;
let storing: Promise<void> = Promise.resolve();
let isStoring = false;

/** While the engine goes over to other models what is drawn is kept until its own is opened again. The newest is last. */
let openings: Opening[] = [];

type Opening = { show?: () => Promise<void> };

export const isOpening = (): boolean => openings.length > 0;

/** The model that the engine has come to, where a newer opening is under way. */
let passedOver: Opening | null = null;

const isNewest = (opening: Opening): boolean => openings.at(-1) === opening;

const keep = ({ stored, waiting }: SyncedBoard): boolean => keepUnstored(stored.board.modelId, tabId, waiting);

const show = (next: SyncedBoard): void => {
  if (next.waiting !== synced?.waiting) keep(next);
  synced = next;
  const { board, history } = next.shown;
  const undoLabel = nextUndo(history, tabId, board)?.label ?? null;
  const redoLabel = nextRedo(history, tabId, board)?.label ?? null;
  const { selection } = getState();
  const noteIds = selection.noteIds.filter((id) => board.notes[id]);
  const connectionIds = selection.connectionIds.filter((id) => board.connections[id]);
  const isSelectionWhole =
    noteIds.length === selection.noteIds.length && connectionIds.length === selection.connectionIds.length;
  setState({
    board,
    undoLabel,
    redoLabel,
    ...(isSelectionWhole ? {} : { selection: { noteIds, connectionIds } }),
  });
};

/** Tabs whose edits are asked for with a board: this one's, which it can undo, and those that were left in the middle. */
const tabsAskedFor = (modelId: string): string[] => [...new Set([tabId, ...tabsWithUnstored(modelId)])];

/**
 * Goes over to another model in the engine, once what was open before is stored. `showModel` shows it: its board when
 * told so, with what a tab that was left could not store any more, and all beside it. Where a newer opening has begun
 * meanwhile, that one's model is shown, unless it cannot be opened.
 */
export const openStoredBoard = async (
  modelId: string,
  showModel: (opened: OpenedModel, showItsBoard: () => void) => Promise<void>,
): Promise<void> => {
  if (getState().modelId) await saved();
  const tabs = tabsAskedFor(modelId);
  const opening: Opening = {};
  openings = [...openings, opening];
  try {
    const opened = await engine().openModel(modelId, tabs);
    opening.show = () => showModel(opened, () => showBoard(opened, tabs));
    if (isNewest(opening)) return opening.show();
    passedOver = opening;
  } catch (error) {
    if (isNewest(opening)) void passedOver?.show?.();
    throw error;
  } finally {
    if (isNewest(opening)) passedOver = null;
    openings = openings.filter((other) => other !== opening);
    if (synced && hasToStore(synced)) store();
  }
};

const showBoard = ({ modelId, board, edits, boardVersion }: OpenedModel, tabs: string[]): void => {
  setState({ saving: { kind: 'saved' } });
  const unstored = takeUnstored(modelId, tabs);
  show(openBoard(board, edits, boardVersion));
  const stored = new Set(edits.map(({ metadata }) => metadata.gesture.id));
  for (const kept of unstored) if (!stored.has(kept.gesture.id)) make(kept);
};

/** Of the board's stream; null where edits are on their way to it. */
export const storedVersion = (): number | null =>
  synced && synced.waiting.length === 0 ? synced.stored.version : null;

const make = (edit: Edit): EditResult => {
  if (!synced) return 'nothing';
  try {
    const made = withEdit(synced, edit);
    if (made.skipped.length > 0) sayNote(made.skipped.join(' '));
    if (made.synced === synced) return 'nothing';
    if (isOpening() && !keep(made.synced)) {
      sayNote('Another model is being opened: wait until it is there, or draw this again.');
      return 'refused';
    }
    show(made.synced);
    store();
    return 'made';
  } catch (error) {
    if (!(error instanceof BoardRefusal)) throw error;
    sayNote(error.message);
    return 'refused';
  }
};

/** The outcome that was on the screen at the last edit: a later one means that a command came after it. */
let outcomeAtEdit: AppState['lastOutcome'] = null;

export const edit = (label: string, intents: BoardIntent[]): EditResult => {
  outcomeAtEdit = getState().lastOutcome;
  return make({ gesture: { id: newUuid(), label, tab: tabId }, intents: intents.map(withStoredVersion) });
};

/** Whoever undoes right after a command may mean the command. */
const explainFacts = (): void => {
  const { lastOutcome } = getState();
  const isAfterCommand = lastOutcome !== outcomeAtEdit && lastOutcome?.outcome.kind === 'appended';
  outcomeAtEdit = lastOutcome;
  if (!isAfterCommand) return;
  sayNote(
    'Undo changes the wall and the code. Events are facts and stay: step back with ←, send a command that puts it ' +
      'right, or start a new run.',
  );
};

const takeBack = (kind: 'undoes' | 'redoes', of: { gestureId: string; label: string } | null): EditResult => {
  if (!of) return 'nothing';
  const gesture: Gesture = { id: newUuid(), label: of.label, tab: tabId, [kind]: of.gestureId };
  return make({ gesture, intents: [] });
};

export const undo = (): EditResult => {
  explainFacts();
  return synced ? takeBack('undoes', nextUndo(synced.shown.history, tabId, synced.shown.board)) : 'nothing';
};

export const redo = (): EditResult =>
  synced ? takeBack('redoes', nextRedo(synced.shown.history, tabId, synced.shown.board)) : 'nothing';

/** The model that another tab has edited. Word of it may come before the model is shown. */
let behind: string | null = null;

const isBehind = ({ stored }: SyncedBoard): boolean => behind === stored.board.modelId;
const hasToStore = (board: SyncedBoard): boolean => board.waiting.length > 0 || isBehind(board);

/** Stores what waits; also to be called where it could not be stored before. */
export const store = (): void => {
  if (isOpening()) return;
  setState({ saving: { kind: 'saving' } });
  if (isStoring) return;
  isStoring = true;
  storing = storeWaiting();
};

/** One append after the other; an edit that failed to be stored stays first in the queue until it is tried again. */
const storeWaiting = async (): Promise<void> => {
  try {
    while (synced && hasToStore(synced)) await storeNext(synced);
    setState({ saving: { kind: 'saved' } });
  } catch (error) {
    setState({ saving: { kind: 'failed', message: sentenceOf(error) } });
  } finally {
    isStoring = false;
  }
};

/** What goes wrong with a board that has been left is none of the one that is shown; its edits are kept. */
const storeNext = async (present: SyncedBoard): Promise<void> => {
  try {
    await (isBehind(present) ? catchUp(present) : storeFirst(present));
  } catch (error) {
    if (isShown(present)) throw error;
  }
};

const storeFirst = async (present: SyncedBoard): Promise<void> => {
  const events = nextAppend(present);
  if (events.length === 0) return replaceSynced(present, (now) => acknowledged(now, [], now.stored.version));
  const { board, version } = present.stored;
  const { name, notes } = getState().board;
  const reply = await engine().appendToBoard({
    modelId: board.modelId,
    events,
    expectedVersion: version,
    name: name || board.name,
    notes: Object.keys(notes).length,
  });
  if (reply.kind === 'stored') replaceSynced(present, (now) => acknowledged(now, events, reply.version));
  else replaceSynced(present, (now) => movedOn(now, reply.events, reply.version));
};

const isShown = ({ stored }: SyncedBoard): boolean => synced?.stored.board.modelId === stored.board.modelId;

/** The board may have been edited further, or another model opened, while the store was at work. */
const replaceSynced = (before: SyncedBoard, next: (now: SyncedBoard) => SyncedBoard): void => {
  if (synced && isShown(before)) show(next(synced));
};

/** Another tab has edited a board: what is new is read, after what is on its way from here. */
export const onBoardChanged = (modelId: string): void => {
  behind = modelId;
  if (!isStoring && synced && isBehind(synced)) store();
};

/** An append of nothing is refused where the board has moved on, and the refusal brings what is new. */
const catchUp = async (present: SyncedBoard): Promise<void> => {
  behind = null;
  const { modelId, name, notes } = present.stored.board;
  const reply = await engine().appendToBoard({
    modelId,
    events: [],
    expectedVersion: present.stored.version,
    name,
    notes: Object.keys(notes).length,
  });
  if (reply.kind === 'moved-on') replaceSynced(present, (now) => movedOn(now, reply.events, reply.version));
};

/** Resolves when all edits made so far are stored; rejects with why they are not. */
export const saved = async (): Promise<void> => {
  await storing;
  const { saving } = getState();
  if (saving.kind === 'failed') throw new Error(saving.message);
};
