import type { CommandRecord, RecordedEvent } from '#event-store';
import {
  type HandedEvent,
  handedEvents,
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
  for (const handed of events.flatMap(handedEvents))
    for (const policy of policies) {
      if (phases.length >= mostReactions) return phases;
      phases.push(...(isProcess(policy) ? await onward(run, policy, handed) : await answer(run, policy, handed)));
    }
  return phases;
};

const answer = async (run: Run, { id, hears, isOn }: RunningPolicy, handed: HandedEvent): Promise<CoursePhase[]> => {
  if (!hears.includes(handed.event.type) || run.program().modules.get(id)?.kind !== 'ready') return [];
  const sent = await sentBy(run, id, handed);
  return isOn || sent.length > 0 ? reaction(run, id, handed, sent) : [];
};

/** Under the numbers of `handOver` and of what is sent from a process's stream. */
const onward = async (
  { store }: Run,
  process: ProcessPolicy,
  { event, messageId }: HandedEvent,
): Promise<CoursePhase[]> => {
  const number = isStreamOf(process, event.metadata.streamName) ? 1 : 0;
  const record = await store.commandRecord(policyCommandId(process.id, messageId, number));
  return record ? [{ kind: 'onward', event, moduleId: process.id, record }] : [];
};

const sentBy = async ({ store }: Run, policyId: string, { messageId }: HandedEvent): Promise<CommandRecord[]> => {
  const sent: CommandRecord[] = [];
  for (;;) {
    const record = await store.commandRecord(policyCommandId(policyId, messageId, sent.length + 1));
    if (!record) return sent;
    sent.push(record);
  }
};

const reaction = async (
  run: Run,
  moduleId: string,
  handed: HandedEvent,
  sent: CommandRecord[],
): Promise<CoursePhase[]> => {
  const reply = await run.sandbox.trace({ kind: 'react', ...reactRequestOf(moduleId, handed) });
  const { event } = handed;
  return [
    ...reply.calls.map((call): CoursePhase => ({ kind: 'react', event, sent, moduleId, call })),
    ...brokenBy(reply, moduleId),
  ];
};
