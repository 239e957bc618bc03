import { type HistoryFilter, lookOn, noMatches } from '#model';
import { appStore } from './appStore.ts';
import { historyOf, isGrownFrom } from './historyIndex.ts';

const { getState, setState, subscribe } = appStore;

/** So many events are looked at in one go, so that the screen stays quick in between; texts take longer. */
const pieceOf = (filter: HistoryFilter): number => (filter.some(({ by }) => by === 'text') ? 4000 : 100_000);

const betweenPieces = () => new Promise<void>((resolve) => setTimeout(resolve));

let isLooking = false;

const look = async (): Promise<void> => {
  if (isLooking) return;
  isLooking = true;
  for (;;) {
    const { events, matches, filter } = getState();
    if (!matches || matches.lookedUpTo >= events.length) break;
    setState({ matches: lookOn(matches, historyOf(events), events, pieceOf(filter)) });
    if (pieceOf(filter) < events.length) await betweenPieces();
  }
  isLooking = false;
};

export const setFilter = (filter: HistoryFilter): void => {
  setState({ filter, matches: filter.length > 0 ? noMatches(filter) : null });
  void look();
};

/* New events are looked at as they come; another run is looked through anew; another model has its own questions. */
subscribe((now, before) => {
  if (!now.matches) return;
  if (now.modelId !== before.modelId) setFilter([]);
  else if (now.events !== before.events) {
    if (isGrownFrom(before.events, now.events)) void look();
    else setFilter(now.filter);
  }
});
