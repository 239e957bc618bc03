import type { Json, RecordedEvent } from './EventStore.ts';

export type UpcastedEvent = { type: string; data: Json; metadata?: { [key: string]: Json } };

/** Turns an event of one version of its type into what it is in the next: one event, several, or none. */
export type Upcaster = {
  type: string;
  fromVersion: number;
  upcast(stored: RecordedEvent): UpcastedEvent | UpcastedEvent[];
};

/**
 * Events as the present code wants them; what is stored never changes. Steps are chained by type and version, so that
 * a renamed type goes on under its new name. Each result keeps the place and the id of its event.
 */
export const upcastEvents = (events: RecordedEvent[], upcasters: readonly Upcaster[]): RecordedEvent[] => {
  const steps = new Map(upcasters.map((upcaster) => [stepKey(upcaster.type, upcaster.fromVersion), upcaster]));
  return steps.size === 0 ? events : events.flatMap((event) => upcastEvent(event, steps));
};

const upcastEvent = (event: RecordedEvent, steps: Map<string, Upcaster>): RecordedEvent[] => {
  const { schemaVersion } = event.metadata;
  const step = steps.get(stepKey(event.type, schemaVersion));
  if (!step) return [event];
  return [step.upcast(event)]
    .flat()
    .flatMap(({ type, data, metadata }) =>
      upcastEvent(
        { type, data, metadata: { ...metadata, ...event.metadata, schemaVersion: schemaVersion + 1 } },
        steps,
      ),
    );
};

const stepKey = (type: string, version: number): string => `${version} ${type}`;
