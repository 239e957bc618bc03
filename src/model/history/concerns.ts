import type { Definition } from '../definitions.ts';
import { storedNames } from '../storedNames.ts';
import { categoryOf } from '../streamNames.ts';

/** What is known of an event besides itself: who asked for it, and which types a read model hears. */
type EventOrigin = {
  type: string;
  streamName: string;
  commandType?: string | undefined;
  policyId?: string | undefined;
};

/** Whether an event has to do with a note: it is one, was asked for, decided or brought about by it, or is heard by it. */
export const concerns = (definition: Definition, event: EventOrigin, heard: readonly string[] = []): boolean => {
  switch (definition.kind) {
    case 'event':
      return storedNames(definition).includes(event.type);
    case 'command':
      return event.commandType !== undefined && storedNames(definition).includes(event.commandType);
    case 'decider':
      return categoryOf(event.streamName) === definition.category;
    case 'policy':
      return event.policyId === definition.id;
    case 'read-model':
      return heard.includes(event.type);
    default:
      return false;
  }
};

/** Whether events can have to do with notes of its kind at all. */
export const canConcern = ({ kind }: Definition): boolean =>
  kind === 'event' || kind === 'command' || kind === 'decider' || kind === 'policy' || kind === 'read-model';
