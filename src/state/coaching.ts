import { loadCoach } from '#model';
import { appStore } from './appStore.ts';
import { historyOf } from './historyIndex.ts';
import { inTurns } from './inTurns.ts';
import { whenIdle } from './whenIdle.ts';

const { getState, setState, subscribe } = appStore;

/** Milliseconds without a change: whoever draws or types is not spoken to. */
const rest = 300;

/** What was tried on other code or another history says nothing any more. */
const presentExperiments = async () => {
  if (getState().experiments.length === 0) return [];
  const { stillTrue } = await import('./experiments.ts');
  const experiments = stillTrue(getState().experiments, getState());
  setState({ experiments });
  return experiments.map(({ readModelId, delivery, result }) => ({
    readModelId,
    delivery,
    differing: result.kind === 'different' ? result.documents.length : 0,
  }));
};

const lengthsNow = (): ReadonlyMap<string, number> => {
  const { names, positions } = historyOf(getState().events).streams;
  return new Map(names.map((stream, number) => [stream, positions[number]?.length ?? 0]));
};

/** The rules come later than the wall; where they cannot be fetched (offline at the first visit), nothing is said. */
const consider = async (): Promise<void> => {
  const { board, verdicts } = getState();
  try {
    const { adviceByRule } = await loadCoach();
    const experiments = await presentExperiments();
    if (getState().board.modelId !== board.modelId) return;
    const parts = adviceByRule(board, { streams: lengthsNow(), verdicts, experiments });
    const advice = await inTurns(parts, () => getState().board === board && getState().verdicts === verdicts);
    if (advice) setState({ advice: advice.flat() });
  } catch {
    // Advice alone is missing: the next change asks for the rules again.
  }
};

/** What the coach says follows the board and what is recorded, behind the edits and never in their way. */
export const followCoach = (): void => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  subscribe((state, before) => {
    if (state.board.modelId !== before.board.modelId) setState({ advice: [] });
    const isAsBefore = (['board', 'events', 'verdicts', 'experiments'] as const).every(
      (key) => state[key] === before[key],
    );
    if (isAsBefore) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => whenIdle(() => void consider()), rest);
  });
};
