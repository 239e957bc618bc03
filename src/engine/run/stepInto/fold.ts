import type { RecordedEvent } from '#event-store';
import type { Run } from '#runtime';
import { eventsReadFrom, type TracedCall, type TraceReply } from '#sandbox';
import type { CoursePhase, FoldPart } from '../../CommandCourse.ts';
import { brokenBy } from './broken.ts';

/** Where a fold begins, and each of its steps that was recorded, with how many were left out between them. */
export const foldPhases = (calls: TracedCall[], moduleId: string, events: RecordedEvent[]): CoursePhase[] => {
  const indexes = new Map(events.map(({ metadata }, index) => [metadata.globalPosition, index]));
  const phases: CoursePhase[] = [];
  let folded = 0;
  for (const call of calls) {
    if (call.phase === 'initialState') phases.push({ kind: 'initial', moduleId, call });
    const index = call.phase === 'evolve' ? indexes.get(call.position ?? 0) : undefined;
    const event = events[index ?? -1];
    if (index === undefined || !event) continue;
    if (index > folded)
      phases.push({
        kind: 'skipped',
        moduleId,
        stream: event.metadata.streamName,
        from: folded + 1,
        events: index - folded,
      });
    folded = index + 1;
    phases.push({ kind: 'evolve', event: handedIn(event, call), moduleId, call });
  }
  return phases;
};

/** Of an event that is read as several, the one that a call was about. */
export const handedIn = (event: RecordedEvent, { part }: TracedCall): RecordedEvent =>
  (part === undefined ? undefined : eventsReadFrom(event)[part]) ?? event;

/** How the stream of an event is folded up to it. */
export const foldUpTo = async (run: Run, moduleId: string, event: RecordedEvent): Promise<CoursePhase[]> => {
  const module = run.program().modules.get(moduleId);
  if (!module) return [];
  if (module.kind === 'broken') return [{ kind: 'broken', moduleId, error: module.error }];
  const { streamName, streamPosition } = event.metadata;
  const { events } = await run.store.readStream(streamName, { to: streamPosition });
  const reply = await run.sandbox.trace({ kind: 'fold', moduleId, events });
  return [
    { kind: 'read', events: events.length },
    ...foldPhases(reply.calls, moduleId, events),
    ...brokenBy(reply, moduleId),
  ];
};

/** Steps of one answer. */
const mostSteps = 50;

/** The steps of a long fold that its course leaves out, in the order of the stream. */
export const foldSteps = async (run: Run, { moduleId, stream, from, count }: FoldPart): Promise<CoursePhase[]> => {
  const to = from + Math.min(count, mostSteps) - 1;
  const { events } = await run.store.readStream(stream, { to });
  const reply: TraceReply = await run.sandbox.trace({
    kind: 'fold',
    moduleId,
    events,
    only: { from: from - 1, to },
  });
  const steps = foldPhases(reply.calls, moduleId, events).filter(({ kind }) => kind === 'evolve');
  return [...steps, ...brokenBy(reply, moduleId)];
};
