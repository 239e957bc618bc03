import { keyOfTraced, lastPositionOf, lineOfHandling, noPath, notesOf, reachOf, storedNames } from '#model';
import { type AppState, appStore, currentRunOf, historyOf, workspace } from '#state';
import { bringIntoView } from '../canvas/view.ts';
import { announce, wallStore } from '../canvas/wallStore.ts';
import { traceTexts as texts } from '../text/trace.ts';
import { eventAtCursor } from '../timeline/commandAtCursor.ts';
import { closePane, dockStore, leaveRefusal, openPane } from '../timeline/dockStore.ts';
import { goToCommand, positionOfCommand } from '../timeline/goToCommand.ts';
import { decidersOf, definitionsOf, nameOfTraced } from './naming.ts';
import { pageOfEffects } from './rows.ts';
import { type Traced, tracedNow } from './tracedNow.ts';
import { nothingChosen, type TracedNode, traceStore } from './traceStore.ts';
import { wallPathOf } from './wallPath.ts';

const { setState } = traceStore;

let stopFollowing: (() => void) | undefined;
let litFor = '';

/** Lights the notes and arrows that causes and consequences went over, and says how many they are. */
const light = (traced: Traced | null): void => {
  const { board } = appStore.getState();
  if (!traced) {
    wallStore.setState({ lit: noPath });
    return;
  }
  const reach = reachOf(traced.trace, traced.subject);
  wallStore.setState({ lit: wallPathOf(board, traced.subject, reach) });
  const key = `${keyOfTraced(traced.subject)} ${reach.consequences}`;
  if (key !== litFor) announce(texts.lit(nameOfTraced(board, traced.subject), reach.causes, reach.consequences));
  litFor = key;
};

const isSameRun = (state: AppState, before: AppState): boolean =>
  state.modelId === before.modelId && currentRunOf(state.runs)?.runId === currentRunOf(before.runs)?.runId;

/** While a trace is looked at, an event note that is selected stands for the last of its events. */
const traceSelected = (state: AppState): void => {
  const { board, selection, events } = state;
  const [noteId, ...others] = selection.noteIds;
  const definition = board.definitions[board.notes[noteId ?? '']?.definitionId ?? ''];
  if (definition?.kind !== 'event' || others.length > 0) return;
  const names = storedNames(definition);
  // What the tree has gone to is where one is.
  if (names.includes(eventAtCursor(state)?.type ?? '')) return;
  const last = lastPositionOf(historyOf(events).types, names);
  if (last > 0) workspace.seek(last);
};

const follow = (): (() => void) => {
  const refresh = (): void => light(tracedNow());
  const stops = [
    appStore.subscribe((state, before) => {
      if (!isSameRun(state, before)) setState(nothingChosen);
      if (state.selection !== before.selection) traceSelected(state);
      const isChanged = (['events', 'commands', 'cursor', 'modules', 'board'] as const).some(
        (part) => state[part] !== before[part],
      );
      if (isChanged) refresh();
    }),
    dockStore.subscribe((state, before) => {
      if (state.refusal !== before.refusal) refresh();
    }),
    traceStore.subscribe((state, before) => {
      if (state.chosen !== before.chosen) refresh();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};

/** Opens the causes and consequences of what is at the cursor. */
export const openTrace = (): void => {
  workspace.pause();
  workspace.toggleDock(true);
  openPane('trace');
  stopFollowing ??= follow();
  light(tracedNow());
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-trace] [tabindex="0"]')?.focus());
};

/** The wall shows what it showed before, and the focus goes to the step that was traced. */
export const closeTrace = (): void => {
  stopFollowing?.();
  stopFollowing = undefined;
  litFor = '';
  setState(nothingChosen);
  wallStore.setState({ lit: null });
  closePane('trace');
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-trace-open]')?.focus());
};

export const toggleNode = (key: string, isOpen: boolean): void =>
  setState(({ opened }) => ({ opened: new Map(opened).set(key, isOpen) }));

export const showMore = (key: string, shown: number): void =>
  setState(({ shown: before }) => ({ shown: new Map(before).set(key, shown + pageOfEffects) }));

const positionOf = (node: TracedNode): number | undefined => {
  if (node.kind === 'command') return positionOfCommand(node.command);
  return 'event' in node ? node.event.metadata.globalPosition : undefined;
};

/** The cursor goes where it happened, and its note comes into view, selected. */
export const goToNode = (node: TracedNode): void => {
  const position = positionOf(node);
  if (position === undefined) return;
  setState({ chosen: { node, position } });
  if (node.kind === 'command') goToCommand(node.command);
  else {
    leaveRefusal();
    workspace.seek(position);
  }
  const { board } = appStore.getState();
  const note = definitionsOf(board, node).flatMap(({ id }) => notesOf(board, id))[0];
  if (!note) return;
  workspace.select({ noteIds: [note.id], connectionIds: [] });
  bringIntoView(note.id);
};

/** The line that decided, took in or heard it, where that can be told from the code. */
export const lineOfNode = (
  board: AppState['board'],
  node: TracedNode,
): { definitionId: string; file: string; line: number } | undefined => {
  const place = placeOfCode(board, node);
  if (!place) return undefined;
  const line = lineOfHandling(board, place.definitionId, place.type, place.kind);
  return line && { definitionId: place.definitionId, ...line };
};

const placeOfCode = (board: AppState['board'], node: TracedNode) => {
  switch (node.kind) {
    case 'command': {
      const definitionId = decidersOf(board, node.command.stream)[0]?.id;
      return definitionId && { definitionId, type: node.command.type, kind: 'command' as const };
    }
    case 'event': {
      const definitionId = decidersOf(board, node.event.metadata.streamName)[0]?.id;
      return definitionId && { definitionId, type: node.event.type, kind: 'event' as const };
    }
    case 'policy':
      return { definitionId: node.policyId, type: node.event.type, kind: 'answer' as const };
    case 'read-model':
      return { definitionId: node.readModelId, type: node.event.type, kind: 'event' as const };
    default:
      return undefined;
  }
};
