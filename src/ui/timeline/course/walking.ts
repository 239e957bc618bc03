import { sameValue, stepOver, walkOf } from '#model';
import {
  type AppState,
  appStore,
  type CommandCourse,
  type CommandRecord,
  type CoursePhase,
  currentRunOf,
  workspace,
} from '#state';
import { subjectAtCursor } from '../commandAtCursor.ts';
import { dockStore, showPane } from '../dockStore.ts';
import { goToCommand } from '../goToCommand.ts';
import { type CourseSubject, closedCourse, courseStore } from './courseStore.ts';

const { getState, setState } = courseStore;

const walkThrough = (phases: readonly CoursePhase[]) =>
  walkOf(phases.map((phase) => ({ depths: 'call' in phase ? phase.call.steps.map(({ depth }) => depth) : [] })));

const courseOf = (subject: CourseSubject): Promise<CommandCourse | null> =>
  subject.kind === 'command' ? workspace.stepInto(subject.commandId) : workspace.stepIntoEvent(subject.position);

/** Works the course out; of code that changed meanwhile, anew, and stays where it was as far as that is still there. */
const load = async (subject: CourseSubject): Promise<void> => {
  const course = await courseOf(subject);
  if (getState().subject !== subject) return;
  if (!course) return leave();
  const walk = walkThrough(course.phases);
  setState(({ at }) => ({ course, walk, at: Math.min(at, walk.length - 1) }));
};

const isElsewhere = (state: AppState, before: AppState): boolean =>
  state.modelId !== before.modelId ||
  currentRunOf(state.runs)?.runId !== currentRunOf(before.runs)?.runId ||
  state.commands[0] !== before.commands[0] ||
  !sameValue(subjectAtCursor(state, dockStore.getState().refusal), getState().subject);

let stopFollowing: (() => void) | undefined;

const follow = (subject: CourseSubject): void => {
  stopFollowing?.();
  stopFollowing = appStore.subscribe((state, before) => {
    if (isElsewhere(state, before)) leave();
    else if (state.modules !== before.modules) void load(subject);
  });
};

/** Opens the course of the command at the cursor, or of the event where no command is known. */
export const enter = async (): Promise<void> => {
  const subject = subjectAtCursor(appStore.getState(), dockStore.getState().refusal);
  if (!subject) return;
  workspace.pause();
  showPane('step');
  setState({ ...closedCourse, subject });
  follow(subject);
  await load(subject);
};

/** Leaves the course for that of another command, with the focus in it. */
export const goOn = async (command: CommandRecord): Promise<void> => {
  leave();
  goToCommand(command);
  await enter();
};

/** Steps of a long fold that are opened at once. */
export const foldPage = 20;

/** Puts the first or the last of the steps that were left out in their place; what is left out still stands beside them. */
export const openSkipped = async (index: number, end: 'first' | 'last'): Promise<void> => {
  const { course } = getState();
  const skipped = course?.phases[index];
  if (!course || skipped?.kind !== 'skipped') return;
  const [before, after] = splitSkipped(skipped, end);
  const asked = end === 'first' ? before : after;
  const left = end === 'first' ? after : before;
  const steps = await workspace.foldSteps({ ...asked, count: asked.events });
  if (!steps || getState().course !== course) return;
  const rest = left.events > 0 ? [left] : [];
  const phases = course.phases.toSpliced(index, 1, ...(end === 'first' ? [...steps, ...rest] : [...rest, ...steps]));
  const walk = walkThrough(phases);
  const first = end === 'first' ? index : index + rest.length;
  setState({ course: { ...course, phases }, walk, at: walk.findIndex(({ phase }) => phase === first) });
};

type Skipped = Extract<CoursePhase, { kind: 'skipped' }>;

const splitSkipped = (skipped: Skipped, end: 'first' | 'last'): [Skipped, Skipped] => {
  const page = Math.min(foldPage, skipped.events);
  const count = end === 'first' ? page : skipped.events - page;
  return [
    { ...skipped, events: count },
    { ...skipped, from: skipped.from + count, events: skipped.events - count },
  ];
};

/** The focus goes back to where one came from, unless it is elsewhere by now. */
export const leave = (): void => {
  const hadFocus = document.activeElement?.closest('[data-action-scope="course"]') !== null;
  stopFollowing?.();
  stopFollowing = undefined;
  setState(closedCourse);
  if (hadFocus) requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-step-into]')?.focus());
};

export const goTo = (at: number): void =>
  setState(({ walk }) => ({ at: Math.max(0, Math.min(walk.length - 1, Math.trunc(at))) }));

export const next = (): void => goTo(getState().at + 1);
export const previous = (): void => goTo(getState().at - 1);
export const over = (): void => setState(({ walk, at }) => ({ at: stepOver(walk, at, 1) }));
export const overBack = (): void => setState(({ walk, at }) => ({ at: stepOver(walk, at, -1) }));
export const goToStart = (): void => goTo(0);
export const goToEnd = (): void => goTo(Number.MAX_SAFE_INTEGER);
