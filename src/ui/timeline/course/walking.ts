import { stepOver, walkOf } from '#model';
import { type AppState, appStore, type CommandCourse, workspace } from '#state';
import { commandAtCursor } from '../commandAtCursor.ts';
import { dockStore, showPane } from '../dockStore.ts';
import { closedCourse, courseStore } from './courseStore.ts';

const { getState, setState } = courseStore;

const walkThrough = ({ phases }: CommandCourse) =>
  walkOf(phases.map((phase) => ({ depths: 'call' in phase ? phase.call.steps.map(({ depth }) => depth) : [] })));

/** Works the course out; of code that changed meanwhile, anew, and stays where it was as far as that is still there. */
const load = async (commandId: string): Promise<void> => {
  const course = await workspace.stepInto(commandId);
  if (getState().commandId !== commandId) return;
  if (!course) return leave();
  const walk = walkThrough(course);
  setState(({ at }) => ({ course, walk, at: Math.min(at, walk.length - 1) }));
};

const isElsewhere = (state: AppState, before: AppState): boolean =>
  state.modelId !== before.modelId ||
  state.commands[0] !== before.commands[0] ||
  commandAtCursor(state, dockStore.getState().refusal)?.commandId !== getState().commandId;

let stopFollowing: (() => void) | undefined;

const follow = (commandId: string): void => {
  stopFollowing?.();
  stopFollowing = appStore.subscribe((state, before) => {
    if (isElsewhere(state, before)) leave();
    else if (state.modules !== before.modules) void load(commandId);
  });
};

/** Opens the course of the command at the cursor. */
export const enter = async (): Promise<void> => {
  const command = commandAtCursor(appStore.getState(), dockStore.getState().refusal);
  if (!command) return;
  workspace.pause();
  showPane('step');
  setState({ ...closedCourse, commandId: command.commandId });
  follow(command.commandId);
  await load(command.commandId);
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
