import type { ReactRequest } from '#sandbox';
import type { HandedEvent } from './handedEvents.ts';
import { policyCommandId } from './policyCommandId.ts';

/** What a policy is asked about an event, at the time of the event: each time the same, so that it answers the same. */
export const reactRequestOf = (policyId: string, { event, messageId }: HandedEvent): ReactRequest => ({
  moduleId: policyId,
  event,
  now: Date.parse(event.metadata.recordedAt),
  seed: policyCommandId(policyId, messageId, 0),
});
