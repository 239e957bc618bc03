import type { CommandRecord, RecordedEvent } from '#event-store';
import {
  isProcess,
  isStreamOf,
  type ProcessPolicy,
  policyCommandId,
  type Run,
  type RunningPolicy,
  reactRequestOf,
} from '#runtime';
import type { CoursePhase } from '../../CommandCourse.ts';
import { brokenBy } from './broken.ts';

/** Of a command that stored very many events, the first ones are enough. */
const mostReactions = 20;

/**
 * Which policies reacted to the events, and what they sent; one that is off now and sent nothing then did not react. A
 * process manager decides in a stream of its own: what it was handed, and what it sent from there, are courses of their own.
 */
export const reactions = async (run: Run, events: RecordedEvent[]): Promise<CoursePhase[]> => {
  const { policies } = run.program();
  const phases: CoursePhase[] = [];
  for (const event of events)
    for (const policy of policies) {
      if (phases.length >= mostReactions) return phases;
      phases.push(...(isProcess(policy) ? await onward(run, policy, event) : await answer(run, policy, event)));
    }
  return phases;
};

const answer = async (run: Run, { id, hears, isOn }: RunningPolicy, event: RecordedEvent): Promise<CoursePhase[]> => {
  if (!hears.includes(event.type) || run.program().modules.get(id)?.kind !== 'ready') return [];
  const sent = await sentBy(run, id, event);
  return isOn || sent.length > 0 ? reaction(run, id, event, sent) : [];
};

/** Under the numbers of `handOver` and of what is sent from a process's stream. */
const onward = async ({ store }: Run, process: ProcessPolicy, event: RecordedEvent): Promise<CoursePhase[]> => {
  const { eventId, streamName } = event.metadata;
  const number = isStreamOf(process, streamName) ? 1 : 0;
  const record = await store.commandRecord(policyCommandId(process.id, eventId, number));
  return record ? [{ kind: 'onward', event, moduleId: process.id, record }] : [];
};

const sentBy = async ({ store }: Run, policyId: string, event: RecordedEvent): Promise<CommandRecord[]> => {
  const sent: CommandRecord[] = [];
  for (;;) {
    const record = await store.commandRecord(policyCommandId(policyId, event.metadata.eventId, sent.length + 1));
    if (!record) return sent;
    sent.push(record);
  }
};

const reaction = async (
  run: Run,
  moduleId: string,
  event: RecordedEvent,
  sent: CommandRecord[],
): Promise<CoursePhase[]> => {
  const reply = await run.sandbox.trace({ kind: 'react', ...reactRequestOf(moduleId, event) });
  return [
    ...reply.calls.map((call): CoursePhase => ({ kind: 'react', event, sent, moduleId, call })),
    ...brokenBy(reply, moduleId),
  ];
};
