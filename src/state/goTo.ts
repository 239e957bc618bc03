import { positionOfWhereabouts, whereaboutsFrom } from '#model';
import { appStore } from './appStore.ts';
import { historyOf } from './historyIndex.ts';
import { sayNote } from './messages.ts';
import { positionOf, seek } from './timeTravel.ts';

/** Goes to a number, a time or a version of a stream, as somebody typed it; says so where there is no such moment. */
export const goTo = async (typed: string): Promise<void> => {
  const state = appStore.getState();
  const shown = state.events.at(Math.max(1, positionOf(state)) - 1)?.metadata.recordedAt ?? '';
  const where = whereaboutsFrom(typed, shown.slice(0, 10));
  const position = where && positionOfWhereabouts(historyOf(state.events), where);
  if (position !== undefined) await seek(position);
  else if (where?.kind === 'version') sayNote(`${where.stream} has no version ${where.version}.`);
  else sayNote(`“${typed}” is no moment: type a number, a time such as 10:15, or a stream and its version.`);
};
