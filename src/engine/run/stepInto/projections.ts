import type { RecordedEvent } from '#event-store';
import { type Moment, momentAt } from '#replay';
import { type Queue, type ReadyReadModel, type Run, readyReadModels } from '#runtime';
import { eventsReadFrom } from '#sandbox';
import type { CoursePhase } from '../../CommandCourse.ts';
import { brokenBy } from './broken.ts';
import { handedIn } from './fold.ts';

/** What the events did to the documents of each read model that hears them: those of the same transaction first. */
export const projections = async (run: Run, looks: Queue, events: RecordedEvent[]): Promise<CoursePhase[]> => {
  const [first] = events;
  if (!first) return [];
  const before = await momentAt(run, looks, {
    position: first.metadata.globalPosition - 1,
    states: [],
    replaysDocuments: true,
  });
  const phases: CoursePhase[] = [];
  const read = events.flatMap(eventsReadFrom);
  for (const lifecycle of ['inline', 'async'] as const)
    for (const readModel of readyReadModels(run, lifecycle))
      if (read.some(({ type }) => readModel.module.canHandle?.includes(type)))
        phases.push(...(await projection(run, readModel, { lifecycle, events, before })));
  return phases;
};

type Given = { lifecycle: 'inline' | 'async'; events: RecordedEvent[]; before: Moment };

const projection = async (
  run: Run,
  { id: moduleId }: ReadyReadModel,
  { lifecycle, events, before }: Given,
): Promise<CoursePhase[]> => {
  const { routes } = await run.sandbox.route({ moduleIds: [moduleId], events });
  const touched = new Set(routes.flatMap(({ documentIds }) => documentIds));
  const known = before.readModels.find((one) => one.moduleId === moduleId)?.documents ?? [];
  const documents = known.filter(({ documentId }) => touched.has(documentId));
  const reply = await run.sandbox.trace({ kind: 'project', moduleId, events, documents });
  return [
    ...reply.calls.flatMap((call): CoursePhase[] => {
      const event = events.find(({ metadata }) => metadata.globalPosition === call.position);
      return event ? [{ kind: 'project', lifecycle, event: handedIn(event, call), moduleId, call }] : [];
    }),
    ...brokenBy(reply, moduleId),
  ];
};
