import { ArrowDownToDot, ChevronLeft, ChevronRight, Redo, X } from 'lucide-react';
import type { AppState } from '#state';
import { stepIntoTexts as texts } from '../text/stepInto.ts';
import { commandAtCursor, subjectAtCursor } from '../timeline/commandAtCursor.ts';
import { courseStore, isCourseOpen } from '../timeline/course/courseStore.ts';
import { dockStore } from '../timeline/dockStore.ts';
import type { Action } from './Action.ts';

const walking = () => import('../timeline/course/walking.ts');
type Walking = Awaited<ReturnType<typeof walking>>;
type Step = { [Name in keyof Walking]: Walking[Name] extends () => void | Promise<void> ? Name : never }[keyof Walking];

const walk = (step: Step) => () => void walking().then((ways) => ways[step]());

const isAtSubject = (state: AppState): boolean =>
  state.view === 'wall' && subjectAtCursor(state, dockStore.getState().refusal) !== undefined;

const wayIn = (state: AppState): string => {
  if (isCourseOpen()) return texts.into;
  return commandAtCursor(state, dockStore.getState().refusal) ? texts.intoThis : texts.intoEvent;
};

const wayOut = (): string => (courseStore.getState().subject?.kind === 'event' ? texts.leaveEvent : texts.leave);

/** Only while a command is open. */
const within = (action: Omit<Action, 'group' | 'isEnabled'>): Action => ({
  scope: 'course',
  ...action,
  group: 'time',
  isEnabled: isCourseOpen,
});

/** Stepping into a command: arrows inside of its pane, function keys from the code and everywhere else. */
export const courseActions: readonly Action[] = [
  {
    id: 'course.into',
    label: wayIn,
    icon: ArrowDownToDot,
    keys: ['F7'],
    group: 'time',
    scope: 'anywhere',
    isEnabled: (state) => isCourseOpen() || isAtSubject(state),
    run: () => (isCourseOpen() ? walk('next') : walk('enter'))(),
  },
  within({
    id: 'course.next',
    label: texts.next,
    icon: ChevronRight,
    keys: ['ArrowRight', 'PageDown'],
    run: walk('next'),
  }),
  within({
    id: 'course.previous',
    label: texts.previous,
    icon: ChevronLeft,
    keys: ['ArrowLeft', 'PageUp'],
    run: walk('previous'),
  }),
  within({ id: 'course.over', label: texts.over, icon: Redo, keys: ['ArrowDown'], run: walk('over') }),
  within({ id: 'course.overBack', label: texts.overBack, keys: ['ArrowUp'], run: walk('overBack') }),
  within({ id: 'course.first', label: texts.first, keys: ['Home'], run: walk('goToStart') }),
  within({ id: 'course.last', label: texts.last, keys: ['End'], run: walk('goToEnd') }),
  within({ id: 'course.leave', label: wayOut, icon: X, keys: ['Escape'], run: walk('leave') }),
  within({
    id: 'course.previousAnywhere',
    label: texts.previousAnywhere,
    keys: ['Shift+F7'],
    scope: 'anywhere',
    run: walk('previous'),
  }),
  within({ id: 'course.overAnywhere', label: texts.overAnywhere, keys: ['F8'], scope: 'anywhere', run: walk('over') }),
];
