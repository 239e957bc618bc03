import { type EventList, eventAt, processPartsOf } from '#model';
import type { CommandRecord, RecordedEvent } from '#state';
import { counted } from '../text/counted.ts';
import { shownAtMost } from './recordedCommands.ts';

/** What a process manager was handed last, the newest first, with how much it answered. */
export const deliveries = (
  commands: readonly CommandRecord[],
  policyId: string,
): { commandId: string; label: string; hint: string }[] =>
  commands
    .filter(({ origin, outcome }) => isOf(origin, 'delivery', policyId) && outcome.kind === 'appended')
    .slice(-shownAtMost)
    .reverse()
    .map(({ commandId, type, stream, outcome }) => ({
      commandId,
      label: type,
      // The first of its events is what it was handed.
      hint: `${stream} · ${answersIn(outcome.kind === 'appended' ? outcome.eventIds.length - 1 : 0)}`,
    }));

const answersIn = (count: number): string => (count === 0 ? 'nothing' : counted(count, 'answer', 'answers'));

const isOf = (origin: CommandRecord['origin'], kind: 'delivery' | 'policy', policyId: string): boolean =>
  origin.kind === kind && origin.policyId === policyId;

/** A policy answers soon: its event lies not far before the command. */
const furthestBack = 200;

/** The events that a policy without state has answered last with commands, the newest first. */
export const reactions = (
  commands: readonly CommandRecord[],
  events: EventList<RecordedEvent>,
  policyId: string,
): { position: number; label: string; hint: string }[] => {
  const answers = new Map<string, CommandRecord[]>();
  for (const command of commands) {
    const { origin } = command;
    if (origin.kind !== 'policy' || !isOf(origin, 'policy', policyId)) continue;
    answers.set(origin.eventId, [...(answers.get(origin.eventId) ?? []), command]);
  }
  return [...answers]
    .slice(-shownAtMost)
    .reverse()
    .flatMap(([eventId, sent]) => {
      const event = eventBefore(events, eventId, sent[0]?.afterPosition ?? 0);
      if (!event || processPartsOf(event.type)) return [];
      const { globalPosition: position, streamName } = event.metadata;
      return [{ position, label: event.type, hint: `${streamName} · ${sent.map(({ type }) => type).join(', ')}` }];
    });
};

const eventBefore = (events: EventList<RecordedEvent>, eventId: string, last: number): RecordedEvent | undefined => {
  for (let position = last; position > Math.max(0, last - furthestBack); position -= 1) {
    const event = eventAt(events, position);
    if (event?.metadata.eventId === eventId) return event;
  }
  return undefined;
};
