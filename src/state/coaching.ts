import { loadCoach } from '#model';
import { appStore } from './appStore.ts';

const { getState, setState, subscribe } = appStore;

/** Milliseconds without a change: whoever draws or types is not spoken to. */
const rest = 300;

/** The rules come later than the wall; where they cannot be fetched (offline at the first visit), nothing is said. */
const consider = async (): Promise<void> => {
  const { board, events, verdicts } = getState();
  try {
    const { advise } = await loadCoach();
    if (getState().board.modelId === board.modelId) setState({ advice: advise(board, { events, verdicts }) });
  } catch {
    // Advice alone is missing: the next change asks for the rules again.
  }
};

/** What the coach says follows the board and what is recorded, behind the edits and never in their way. */
export const followCoach = (): void => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  subscribe((state, before) => {
    if (state.board.modelId !== before.board.modelId) setState({ advice: [] });
    if (state.board === before.board && state.events === before.events && state.verdicts === before.verdicts) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void consider(), rest);
  });
};
