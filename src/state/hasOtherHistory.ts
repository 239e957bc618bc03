import type { AppState, ComparedFile } from './AppState.ts';

/** Whether a file holds recorded events, and not just those that are here. */
export const hasOtherHistory = ({ history: { total, lastEventId } }: ComparedFile, here: AppState['events']): boolean =>
  total > 0 && (here.length !== total || here.at(-1)?.metadata.eventId !== lastEventId);
