import type { AppState, ComparedFile } from './AppState.ts';

/** Whether a file holds recorded events, and not just those that are here. */
export const hasOtherHistory = ({ history: { events } }: ComparedFile, here: AppState['events']): boolean =>
  events.length > 0 &&
  (here.length !== events.length || here.at(-1)?.metadata.eventId !== events.at(-1)?.metadata.eventId);
