import type { CommandRecord } from '#state';
import { timelineTexts } from '../text/timeline.ts';

/** Why nothing was stored, as far as it is known. */
export const reasonOf = ({ outcome }: CommandRecord): string => {
  switch (outcome.kind) {
    case 'rejected':
    case 'failed':
      return outcome.message;
    case 'conflict':
      return timelineTexts.conflictReason(outcome.expected, outcome.actual);
    default:
      return timelineTexts.unknownReason;
  }
};
