import type { RecordedEvent } from '#event-store';
import type { ReactRequest } from '#sandbox';
import { policyCommandId } from './policyCommandId.ts';

/** What a policy is asked about an event, at the time of the event: each time the same, so that it answers the same. */
export const reactRequestOf = (policyId: string, event: RecordedEvent): ReactRequest => ({
  moduleId: policyId,
  event,
  now: Date.parse(event.metadata.recordedAt),
  seed: policyCommandId(policyId, event.metadata.eventId, 0),
});
