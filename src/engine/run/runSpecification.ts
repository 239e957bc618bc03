import type { RecordedEvent } from '#event-store';
import {
  judge,
  outputsOf,
  type PolicyOutput,
  type PolicySpecification,
  type Specification,
  type SpecificationVerdict,
  specificationTime,
} from '#model';
import { projectFromNothing, type Run } from '#runtime';
import type { CodeError } from '#sandbox';

/** Runs given/when/then on the code in force, stores nothing, and judges what came of it. */
export const runSpecification = async (run: Run, specification: Specification): Promise<SpecificationVerdict> => {
  const module = run.program().modules.get(specification.definitionId);
  if (!module) return { kind: 'broken', message: 'There is no code to run: its note is not on the wall.' };
  if (module.kind === 'broken') return brokenBy(module.error);
  switch (specification.subject) {
    case 'decider':
      return decides(run, specification);
    case 'read-model':
      return projects(run, specification);
    case 'policy':
      return isProcess(run, specification) ? proceeds(run, specification) : reacts(run, specification);
  }
};

const isProcess = (run: Run, { definitionId }: PolicySpecification): boolean =>
  run.program().policies.some(({ id, process }) => id === definitionId && process !== undefined);

/** Of a specification, in milliseconds. */
export const timeOf = ({ now }: { now?: string }): number => Date.parse(specificationTime({ now }));

/** An event that `getWorkflowId` gives to no process is answered with nothing. */
const proceeds = async (run: Run, specification: PolicySpecification): Promise<SpecificationVerdict> => {
  const { definitionId: moduleId, given, when, isDue } = specification;
  if (!isDue) {
    const addressed = await run.sandbox.address({ moduleId, event: asRecorded(when, given.length) });
    if (addressed.kind === 'threw') return brokenBy(addressed.error);
    if (addressed.workflowId === null) return judge(specification, { kind: 'outputs', outputs: [] });
  }
  const now = timeOf(specification);
  const metadata = { messageId: `given/${given.length + 1}`, ...(isDue && { dueAt: new Date(now).toISOString() }) };
  const reply = await run.sandbox.specify({ moduleId, given, command: { ...when, metadata }, now });
  if (reply.kind === 'threw') return brokenBy(reply.error);
  return judge(specification, { kind: 'outputs', outputs: outputsOf(reply.events) });
};

const reacts = async (run: Run, specification: PolicySpecification): Promise<SpecificationVerdict> => {
  const { definitionId: moduleId, when } = specification;
  const event = asRecorded(when, 0);
  const reply = await run.sandbox.react({ moduleId, event, now: timeOf(specification), seed: 'specification' });
  if (reply.kind === 'threw') return brokenBy(reply.error);
  const isTranslation = run.program().policies.some(({ id, publishes }) => id === moduleId && publishes);
  const action = isTranslation ? 'record' : 'send';
  const outputs = reply.commands.map(({ type, data }): PolicyOutput => ({ action, type, data }));
  return judge(specification, { kind: 'outputs', outputs });
};

const decides = async (run: Run, specification: Extract<Specification, { subject: 'decider' }>) => {
  const reply = await run.sandbox.specify({
    moduleId: specification.definitionId,
    given: specification.given,
    command: specification.when,
    now: timeOf(specification),
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
    recordedAt: specificationTime(),
    schemaVersion: 1,
  },
});

const brokenBy = ({ message, place }: CodeError): SpecificationVerdict => ({
  kind: 'broken',
  message,
  ...(place ? { line: place.line } : {}),
});
