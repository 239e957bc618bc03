import type { GivenChange, GivenQuestion } from '#engine';
import type { DeciderSpecification, PolicySpecification } from '#model';
import type { AppState, ValuePlace } from './AppState.ts';
import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { orSay, sayTrouble, sentenceOf } from './messages.ts';
import { notePrinted } from './printed.ts';
import { positionOf } from './timeTravel.ts';

/** Changes that are listed; of more the number is said. */
const mostChanges = 100;

const { getState, setState } = appStore;

/** Each question makes the answers to those before it void. */
let asked = 0;
let stopFollowing: (() => void) | null = null;

/** Asks which events made a value, as of the cursor where no position is given. */
export const askWhy = (place: ValuePlace, position?: number): Promise<void> => {
  const state = getState();
  const isNow = state.cursor === 'now' && position === undefined;
  const why = { place, position: position ?? positionOf(state), isNow, history: null, progress: null, lines: {} };
  setState({ why });
  stopFollowing ??= appStore.subscribe(follow);
  return answer();
};

export const closeWhy = (): void => {
  asked += 1;
  stopFollowing?.();
  stopFollowing = null;
  setState({ why: null });
};

const answer = async (): Promise<void> => {
  const { why } = getState();
  if (!why) return;
  asked += 1;
  const question = asked;
  const { place, position } = why;
  const stopListening = engine().onNotice((notice) => {
    if (notice.kind !== 'value-progress' || question !== asked) return;
    change({ progress: { done: notice.done, of: notice.total } });
  });
  try {
    const { logs, diagnostics: _, ...history } = await engine().valueHistory({ ...place, position, most: mostChanges });
    if (question === asked) change({ history, progress: null });
    notePrinted(logs);
  } catch (error) {
    sayTrouble(sentenceOf(error));
    if (question === asked) closeWhy();
  } finally {
    stopListening();
  }
};

const change = (changed: Partial<NonNullable<AppState['why']>>): void =>
  setState(({ why }) => ({ why: why && { ...why, ...changed } }));

/** Looks for the lines that made changes, of those that nobody has looked for yet. */
export const findLines = async (positions: readonly number[]): Promise<void> => {
  const { why, modules } = getState();
  const wanted = positions.filter((position) => why && !(position in why.lines));
  if (!why || wanted.length === 0) return;
  const { place } = why;
  change({ lines: { ...why.lines, ...Object.fromEntries(wanted.map((position) => [position, null])) } });
  const found = await orSay(() => engine().linesOfChanges({ ...place, positions: wanted }));
  const now = getState();
  if (!found || now.why?.place !== place || now.modules !== modules) return;
  const lines = Object.fromEntries(found.map(({ position, ...line }) => [position, line]));
  change({ lines: { ...now.why.lines, ...lines } });
};

/** Code that changed may have other reasons; new events count where one asked as of now; another history knows nothing of it. */
const follow = (state: AppState, before: AppState): void => {
  const { why } = state;
  if (!why) return;
  if (state.modelId !== before.modelId || isOtherHistory(state, before)) closeWhy();
  else if (state.modules !== before.modules) {
    change({ lines: {} });
    void answer();
  } else if (state.events !== before.events && why.isNow) {
    change({ position: state.events.length });
    void answer();
  }
};

const isOtherHistory = ({ events }: AppState, { events: earlier }: AppState): boolean =>
  events !== earlier &&
  (events.length < earlier.length ||
    events.at(0)?.metadata.eventId !== (earlier.at(0) ?? events.at(0))?.metadata.eventId);

export const whyGiven = async (question: GivenQuestion): Promise<GivenChange[]> =>
  (await orSay(() => engine().givenHistory(question))) ?? [];

export const lineOfDecision = (
  specification: DeciderSpecification | PolicySpecification,
): Promise<{ file: string; line: number } | null> => orSay(() => engine().lineOfDecision(specification));
