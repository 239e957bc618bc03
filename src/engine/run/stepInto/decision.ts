import type { CommandRecord, RecordedEvent } from '#event-store';
import { sameValue } from '#model';
import type { Run } from '#runtime';
import { eventsReadFrom, type TracedCall, type TraceReply } from '#sandbox';
import type { CoursePhase } from '../../CommandCourse.ts';
import { brokenBy } from './broken.ts';
import { foldPhases } from './fold.ts';

/** The stream as it was decided on, and what was stored. */
type Around = { given: RecordedEvent[]; stored: RecordedEvent[] };

/** The fold and the decision. None where the person had decided on a version that was not there. */
export const decision = async (
  run: Run,
  moduleId: string,
  record: CommandRecord,
  { given, stored }: Around,
): Promise<CoursePhase[]> => {
  const module = run.program().modules.get(moduleId);
  if (!module || (given.length < record.decidedOnVersion && !record.onDeleted)) return [];
  if (module.kind === 'broken') return [{ kind: 'broken', moduleId, error: module.error }];
  const { type, data, metadata, commandId, receivedAt } = record;
  const reply = await run.sandbox.trace({
    kind: 'decide',
    moduleId,
    events: given,
    command: { type, data, metadata: { ...metadata, commandId } },
    now: Date.parse(receivedAt),
    seed: commandId,
  });
  return [
    ...foldPhases(reply.calls, moduleId, given),
    ...decided(reply, moduleId, (call) => isOtherResult(record, call, stored.flatMap(eventsReadFrom))),
    ...brokenBy(reply, moduleId),
  ];
};

const decided = ({ calls }: TraceReply, moduleId: string, isOther: (call: TracedCall) => boolean): CoursePhase[] =>
  calls
    .filter(({ phase }) => phase === 'decide')
    .map((call) => ({ kind: 'decide', moduleId, call, isOtherResult: isOther(call) }));

type Told = { type: string; data: unknown; metadata?: { [name: string]: unknown } };
/** When a message is due is part of what was decided. */
const told = ({ type, data, metadata }: Told) => ({ type, data, dueAt: metadata?.dueAt ?? null });

/** Whether the present code comes to something else than what is recorded. */
const isOtherResult = ({ outcome }: CommandRecord, call: TracedCall, stored: RecordedEvent[]): boolean => {
  switch (outcome.kind) {
    case 'appended':
      return !sameValue(call.messages?.map(told), stored.map(told));
    case 'rejected':
      return call.error?.message !== outcome.message;
    default:
      return false;
  }
};
