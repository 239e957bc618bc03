import type { RecordedEvent } from '#event-store';
import { judge, type Specification, type SpecificationVerdict } from '#model';
import { projectFromNothing, type Run } from '#runtime';
import type { CodeError } from '#sandbox';

/** The time of a specification that names none. */
const startOf2026 = '2026-01-01T00:00:00.000Z';

/** Runs given/when/then on the code in force, stores nothing, and judges what came of it. */
export const runSpecification = async (run: Run, specification: Specification): Promise<SpecificationVerdict> => {
  const module = run.program().modules.get(specification.definitionId);
  if (!module) return { kind: 'broken', message: 'There is no code to run: its note is not on the wall.' };
  if (module.kind === 'broken') return brokenBy(module.error);
  return specification.subject === 'decider' ? decides(run, specification) : projects(run, specification);
};

const decides = async (run: Run, specification: Extract<Specification, { subject: 'decider' }>) => {
  const reply = await run.sandbox.specify({
    moduleId: specification.definitionId,
    given: specification.given,
    command: specification.when,
    now: Date.parse(specification.now ?? startOf2026),
  });
  if (reply.kind === 'decided') return judge(specification, { kind: 'events', events: reply.events });
  if (reply.error.isFailure) return brokenBy(reply.error);
  return judge(specification, { kind: 'refused', message: reply.error.message });
};

const projects = async (run: Run, specification: Extract<Specification, { subject: 'read-model' }>) => {
  const projected = await projectFromNothing(run, specification.definitionId, specification.given.map(asRecorded));
  if (projected?.error) return brokenBy(projected.error);
  return judge(specification, { kind: 'documents', documents: projected?.documents ?? [] });
};

/** A given event as if it had been recorded. */
export const asRecorded = ({ type, data }: Specification['given'][number], index: number): RecordedEvent => ({
  type,
  data,
  metadata: {
    eventId: `given/${index + 1}`,
    streamName: 'given',
    streamPosition: index + 1,
    globalPosition: index + 1,
    recordedAt: startOf2026,
    schemaVersion: 1,
  },
});

const brokenBy = ({ message, place }: CodeError): SpecificationVerdict => ({
  kind: 'broken',
  message,
  ...(place ? { line: place.line } : {}),
});
