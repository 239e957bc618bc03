import { Bookmark, ChevronLeft, ChevronRight, CircleDot, ListFilter } from 'lucide-react';
import { canConcern, eventAt } from '#model';
import { type AppState, type RecordedEvent, workspace } from '#state';
import { actionTexts as texts } from '../text/actions.ts';
import { lanesStore, openFilter, zoomAxis } from '../timeline/lanesStore.ts';
import { positionAt } from '../timeline/positionAt.ts';
import { selectStep, unselectAll } from '../timeline/selecting.ts';
import type { Action } from './Action.ts';

const hasHistory = ({ events, view }: AppState): boolean => events.length > 0 && view === 'wall';

const eventHere = (state: AppState): RecordedEvent | undefined => eventAt(state.events, positionAt(state));

/** The definition of the one note that is selected, where events can have to do with it. */
const selectedSubject = ({ selection, board }: AppState): string | undefined => {
  const [noteId, ...others] = selection.noteIds;
  const definition = board.definitions[board.notes[others.length > 0 ? '' : (noteId ?? '')]?.definitionId ?? ''];
  return definition && canConcern(definition) ? definition.id : undefined;
};

const showFilter = (): void => {
  workspace.toggleDock(true);
  openFilter(true);
};

const toggleBreakpoint = (state: AppState): void => {
  const noteOf = selectedSubject(state);
  const type = eventHere(state)?.type;
  if (noteOf) workspace.toggleBreakpoint({ on: 'note', value: noteOf });
  else if (type) workspace.toggleBreakpoint({ on: 'type', value: type });
};

type Direction = 'next' | 'previous';

const icons = { next: ChevronRight, previous: ChevronLeft };

const ofNote = (direction: Direction, label: string, key: string): Action => ({
  id: `time.${direction}OfNote`,
  label,
  icon: icons[direction],
  keys: [key],
  group: 'time',
  scope: 'wall',
  isEnabled: (state) => hasHistory(state) && selectedSubject(state) !== undefined,
  run: (state) => {
    const noteOf = selectedSubject(state);
    if (noteOf) workspace.jump(direction, { noteOf });
  },
});

const ofLike = (direction: Direction, by: 'Type' | 'Stream', label: string, key: string): Action => ({
  id: `time.${direction}Of${by}`,
  label,
  icon: icons[direction],
  keys: [key],
  group: 'time',
  scope: 'timeline',
  isEnabled: (state) => eventHere(state) !== undefined && state.view === 'wall',
  run: (state) => {
    const event = eventHere(state);
    if (!event) return;
    workspace.jump(direction, by === 'Type' ? { type: event.type } : { stream: event.metadata.streamName });
  },
});

/** What is looked for, marked and picked in the history. */
export const historyActions: readonly Action[] = [
  {
    id: 'time.filter',
    label: texts.filterEvents,
    icon: ListFilter,
    keys: ['$mod+Shift+f'],
    group: 'time',
    scope: 'anywhere',
    isEnabled: hasHistory,
    run: showFilter,
  },
  ofNote('next', texts.nextOfNote, ']'),
  ofNote('previous', texts.previousOfNote, '['),
  ofLike('next', 'Type', texts.nextOfType, ']'),
  ofLike('previous', 'Type', texts.previousOfType, '['),
  ofLike('next', 'Stream', texts.nextOfStream, '}'),
  ofLike('previous', 'Stream', texts.previousOfStream, '{'),
  {
    id: 'time.breakpoint',
    label: texts.breakpoint,
    icon: CircleDot,
    keys: ['F9'],
    group: 'time',
    isEnabled: (state) => state.view === 'wall' && (selectedSubject(state) ?? eventHere(state)?.type) !== undefined,
    run: toggleBreakpoint,
  },
  {
    id: 'time.bookmark',
    label: texts.bookmark,
    icon: Bookmark,
    keys: ['b'],
    group: 'time',
    scope: 'timeline',
    isEnabled: hasHistory,
    run: (state) => workspace.toggleBookmark(positionAt(state)),
  },
  {
    id: 'time.selectBack',
    label: texts.selectBack,
    keys: ['Shift+ArrowLeft'],
    group: 'time',
    scope: 'timeline',
    isEnabled: hasHistory,
    run: () => selectStep(workspace.stepBack),
  },
  {
    id: 'time.selectForward',
    label: texts.selectForward,
    keys: ['Shift+ArrowRight'],
    group: 'time',
    scope: 'timeline',
    isEnabled: hasHistory,
    run: () => selectStep(workspace.stepForward),
  },
  {
    id: 'time.unselect',
    label: texts.unselectEvents,
    keys: ['Escape'],
    group: 'time',
    scope: 'timeline',
    isEnabled: () => lanesStore.getState().selected.length > 0,
    run: unselectAll,
  },
  {
    id: 'time.zoomIn',
    label: texts.zoomAxisIn,
    keys: ['+', '='],
    group: 'time',
    scope: 'timeline',
    isEnabled: hasHistory,
    run: () => zoomAxis('in'),
  },
  {
    id: 'time.zoomOut',
    label: texts.zoomAxisOut,
    keys: ['-'],
    group: 'time',
    scope: 'timeline',
    isEnabled: hasHistory,
    run: () => zoomAxis('out'),
  },
];
