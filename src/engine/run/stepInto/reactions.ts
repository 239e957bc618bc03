import type { CommandRecord, RecordedEvent } from '#event-store';
import { policyCommandId, type Run } from '#runtime';
import type { CoursePhase } from '../../CommandCourse.ts';
import { brokenBy } from './broken.ts';

/** Of a command that stored very many events, the first ones are enough. */
const mostReactions = 20;

/** Which policies reacted to the events, and what they sent; one that is off now and sent nothing then did not react. */
export const reactions = async (run: Run, events: RecordedEvent[]): Promise<CoursePhase[]> => {
  const { policies, modules } = run.program();
  const phases: CoursePhase[] = [];
  // A process manager decides in a stream of its own: what it was handed has a course of its own.
  for (const event of events)
    for (const { id, hears, isOn } of policies.filter(({ process }) => !process)) {
      if (phases.length >= mostReactions) return phases;
      if (!hears.includes(event.type) || modules.get(id)?.kind !== 'ready') continue;
      const sent = await sentBy(run, id, event);
      if (isOn || sent.length > 0) phases.push(...(await reaction(run, id, event, sent)));
    }
  return phases;
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
  const reply = await run.sandbox.trace({
    kind: 'react',
    moduleId,
    event,
    now: Date.parse(event.metadata.recordedAt),
    seed: policyCommandId(moduleId, event.metadata.eventId, 0),
  });
  return [
    ...reply.calls.map((call): CoursePhase => ({ kind: 'react', event, sent, moduleId, call })),
    ...brokenBy(reply, moduleId),
  ];
};
