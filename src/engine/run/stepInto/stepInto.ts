import type { CommandRecord, RecordedEvent } from '#event-store';
import type { Queue, Run } from '#runtime';
import type { CommandCourse, CoursePhase } from '../../CommandCourse.ts';
import { whoDecides } from '../whoDecides.ts';
import { decision } from './decision.ts';
import { projections } from './projections.ts';
import { reactions } from './reactions.ts';

/**
 * The course of a recorded command as the present code takes it: on the version that it was decided on, with its time
 * and its chance. Everything runs in copies; nothing is stored.
 */
export const stepInto = async (run: Run, looks: Queue, commandId: string): Promise<CommandCourse> => {
  const record = await run.store.commandRecord(commandId);
  if (!record) throw new Error('This command is not known any more: its run was deleted or left.');
  const stored = await storedEvents(run, record);
  const deciderId = whoDecides(run.program(), record);
  const module = run.program().modules.get(deciderId);
  const given = await eventsBefore(run, record);
  const received: CoursePhase[] = [{ kind: 'received' }, { kind: 'read', events: given.length }];
  const decided = await decision(run, deciderId, record, { given, stored });
  // A command that a read model brought down has no events: those that it would have had show where.
  const events = stored.length > 0 ? stored : wouldBeStored(record, decided);
  return {
    record,
    isOtherCode: module?.kind === 'ready' && record.codeVersion !== '' && module.hash !== record.codeVersion,
    phases: [
      ...received,
      ...decided,
      { kind: 'append', events: stored },
      ...(await projections(run, looks, events)),
      ...(await reactions(run, stored)),
    ],
  };
};

const eventsBefore = async (
  run: Run,
  { stream, decidedOnVersion: version, onDeleted }: CommandRecord,
): Promise<RecordedEvent[]> =>
  version === 0 || onDeleted ? [] : (await run.store.readStream(stream, { to: version })).events;

const storedEvents = async (
  run: Run,
  { stream, outcome, decidedOnVersion }: CommandRecord,
): Promise<RecordedEvent[]> => {
  if (outcome.kind !== 'appended' || outcome.eventIds.length === 0) return [];
  const { events } = await run.store.readStream(stream, { from: decidedOnVersion + 1 });
  return events.filter(({ metadata }) => outcome.eventIds.includes(metadata.eventId));
};

const wouldBeStored = ({ outcome, ...record }: CommandRecord, phases: CoursePhase[]): RecordedEvent[] => {
  if (outcome.kind !== 'failed') return [];
  const messages = phases.flatMap((phase) => (phase.kind === 'decide' ? (phase.call.messages ?? []) : []));
  return messages.map(({ type, data, metadata }, index) => ({
    type,
    data,
    metadata: {
      ...metadata,
      eventId: `${record.commandId}/${index + 1}`,
      streamName: record.stream,
      streamPosition: record.decidedOnVersion + index + 1,
      globalPosition: record.afterPosition + index + 1,
      recordedAt: record.receivedAt,
      schemaVersion: 1,
    },
  }));
};
