import type { AppState } from './AppState.ts';
import { isAbout } from './sought.ts';

const stopsAt = (state: AppState, position: number): boolean => {
  const event = state.events.at(position - 1);
  if (!event) return false;
  return state.breakpoints.some(({ on, value }) =>
    on === 'type' ? event.type === value : isAbout(state, value, event),
  );
};

/** The first position behind one, up to another, at which playing is to stop. */
export const firstStop = (state: AppState, from: number, to: number): number | undefined => {
  if (state.breakpoints.length === 0) return undefined;
  for (let position = from + 1; position <= to; position += 1) if (stopsAt(state, position)) return position;
  return undefined;
};
