import { draftOf } from './BoardDraft.ts';
import type { BoardEvent, Gesture, StoredBoardEvent } from './boardEvents.ts';
import type { Board } from './definitions.ts';
import { evolveDraft } from './evolveBoard.ts';
import { inverse } from './inverse.ts';

/** A list that grows at its head and shares the rest: a step costs the same however long the history is. */
type Chain<T> = { head: T; rest: Chain<T> } | null;

/** One gesture with its events, the latest first: the order in which they are taken back. */
type Step = { gesture: Gesture; events: Chain<BoardEvent> };

type Steps = { undo: Chain<Step>; redo: Chain<Step> };

/**
 * What each tab can take back and make again, folded from the stored edits: it survives a reload and never runs out.
 * Undoing and redoing are gestures too; a redo takes an undo back, so both are the same thing done to other steps.
 */
export type EditHistory = { readonly tabs: { readonly [tab: string]: Steps } };

/** What a menu says of the next step, and what the gesture that takes it names as `undoes` or `redoes`. */
export type NextStep = { gestureId: string; label: string };

const noSteps: Steps = { undo: null, redo: null };

/** Before the first edit: nothing to take back. */
export const emptyHistory = (): EditHistory => ({ tabs: {} });

const stepsOf = (history: EditHistory, tab: string): Steps =>
  (Object.hasOwn(history.tabs, tab) ? history.tabs[tab] : undefined) ?? noSteps;

/** The history with one more stored edit. */
export const evolveHistory = (history: EditHistory, event: StoredBoardEvent): EditHistory => {
  const { gesture } = event.metadata;
  const steps = evolveSteps(stepsOf(history, gesture.tab), gesture, event);
  return { tabs: { ...history.tabs, [gesture.tab]: steps } };
};

const evolveSteps = ({ undo, redo }: Steps, gesture: Gesture, event: BoardEvent): Steps => {
  if (gesture.undoes !== undefined)
    return { undo: without(undo, gesture.undoes), redo: withEvent(redo, gesture, event) };
  if (gesture.redoes !== undefined)
    return { undo: withEvent(undo, gesture, event), redo: without(redo, gesture.redoes) };
  return { undo: withEvent(undo, gesture, event), redo: null };
};

const withEvent = (steps: Chain<Step>, gesture: Gesture, event: BoardEvent): Chain<Step> => {
  if (steps?.head.gesture.id !== gesture.id)
    return { head: { gesture, events: { head: event, rest: null } }, rest: steps };
  return { head: { gesture, events: { head: event, rest: steps.head.events } }, rest: steps.rest };
};

const without = (steps: Chain<Step>, gestureId: string): Chain<Step> => {
  const above: Step[] = [];
  let below = steps;
  while (below && below.head.gesture.id !== gestureId) {
    above.push(below.head);
    below = below.rest;
  }
  if (!below) return steps;
  return above.reduceRight<Chain<Step>>((rest, head) => ({ head, rest }), below.rest);
};

/** The last gesture of the tab that can still be taken back on this board; steps of which all is gone are passed over. */
export const nextUndo = (history: EditHistory, tab: string, board: Board): NextStep | null =>
  nextStep(stepsOf(history, tab).undo, board);

/** The last gesture of the tab that was taken back and can be made again on this board. */
export const nextRedo = (history: EditHistory, tab: string, board: Board): NextStep | null =>
  nextStep(stepsOf(history, tab).redo, board);

const nextStep = (steps: Chain<Step>, board: Board): NextStep | null => {
  for (let step = steps; step; step = step.rest) {
    const { gesture, events } = step.head;
    if (leavesATrace(events, board)) return { gestureId: gesture.id, label: gesture.label };
  }
  return null;
};

/** The events are tried one after the other, as `undoOf` would, but only up to the first that can be taken back. */
const leavesATrace = (events: Chain<BoardEvent>, board: Board): boolean => {
  for (let event = events; event; event = event.rest) if (inverse(event.head, board).events.length > 0) return true;
  return false;
};

/** The events that take a gesture (one that `nextUndo` or `nextRedo` named) back on this board, and what stays, in words. */
export const undoOf = (
  history: EditHistory,
  gestureId: string,
  board: Board,
): { events: BoardEvent[]; skipped: string[] } => {
  const step = stepOf(history, gestureId);
  const taken: BoardEvent[] = [];
  const skipped = new Set<string>();
  const draft = draftOf(board);
  for (let event = step?.events ?? null; event; event = event.rest) {
    const back = inverse(event.head, draft.board);
    if (back.skipped) skipped.add(back.skipped);
    for (const each of back.events) {
      taken.push(each);
      evolveDraft(draft, each);
    }
  }
  return { events: taken, skipped: [...skipped] };
};

const stepOf = (history: EditHistory, gestureId: string): Step | null => {
  for (const { undo, redo } of Object.values(history.tabs)) {
    const step = find(undo, gestureId) ?? find(redo, gestureId);
    if (step) return step;
  }
  return null;
};

const find = (steps: Chain<Step>, gestureId: string): Step | null => {
  for (let step = steps; step; step = step.rest) if (step.head.gesture.id === gestureId) return step.head;
  return null;
};
