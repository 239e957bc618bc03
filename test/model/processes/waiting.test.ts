import { describe, expect, it } from 'vitest';
import { waitingAt } from '#model';

let position = 0;
const stored = (type: string, metadata: { [key: string]: string } = {}, streamName = 'Process-1') => {
  position += 1;
  return {
    type,
    data: {},
    metadata: { eventId: `event-${position}`, streamName, globalPosition: position, ...metadata },
  };
};
const scheduled = (type: string, time: string, streamName?: string) =>
  stored(`scheduled:${type}`, { dueAt: `2026-03-02T${time}:00.000Z` }, streamName);

const typesOf = (events: ReturnType<typeof stored>[]) =>
  waitingAt(events, events.at(-1)?.metadata.globalPosition ?? 0).map(({ type }) => type);

describe('what waits', () => {
  it('stands in the order in which it is due, and of two at once the earlier scheduled first', () => {
    const events = [scheduled('Late', '11:00'), scheduled('Second', '10:00'), scheduled('Third', '10:00')];

    expect(typesOf(events)).toEqual(['Second', 'Third', 'Late']);
  });

  it('waits no more once it was handed over or sent', () => {
    const [one, two] = [scheduled('Remind', '10:00'), scheduled('CloseTill', '11:00')];

    const left = typesOf([one, two, stored('due:Remind', { messageId: one.metadata.eventId })]);
    const none = typesOf([one, two, stored('sent:CloseTill', { messageId: two.metadata.eventId })]);

    expect([left, none]).toEqual([['CloseTill'], ['Remind']]);
  });

  it('is cancelled by its type in its own stream alone', () => {
    const events = [
      scheduled('Remind', '10:00'),
      scheduled('CloseTill', '10:00'),
      scheduled('Remind', '10:00', 'Process-2'),
      stored('cancelled:Remind'),
    ];

    expect(typesOf(events)).toEqual(['CloseTill', 'Remind']);
  });

  it('goes with a process that is completed', () => {
    const events = [scheduled('Remind', '10:00'), scheduled('Keep', '10:00', 'Process-2'), stored('completed:Process')];

    expect(typesOf(events)).toEqual(['Keep']);
  });

  it('is that of the moment: what was scheduled later does not wait yet', () => {
    const [first, second] = [scheduled('Remind', '10:00'), scheduled('CloseTill', '11:00')];

    expect(waitingAt([first, second], first.metadata.globalPosition).map(({ type }) => type)).toEqual(['Remind']);
  });
});
