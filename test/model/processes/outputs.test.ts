import { describe, expect, it } from 'vitest';
import { factsOf, outputsOf } from '#model';

const stored = [
  { type: 'received:CartOpened', data: { cartId: '1' } },
  { type: 'scheduled:Reminder', data: {}, metadata: { dueAt: '2026-01-01T00:30:00.000Z' } },
  { type: 'sent:GreetClient', data: { clientId: 'anna' } },
  { type: 'cancelled:Reminder', data: {} },
  { type: 'due:Reminder', data: {} },
  { type: 'ClientGreeted', data: { clientId: 'anna' } },
  { type: 'completed:Greeting', data: {} },
];

describe('the stream of a process manager', () => {
  it('tells what it answered with, beside what it was handed', () => {
    expect(outputsOf(stored)).toEqual([
      { action: 'schedule', type: 'Reminder', data: {}, dueAt: '2026-01-01T00:30:00.000Z' },
      { action: 'send', type: 'GreetClient', data: { clientId: 'anna' } },
      { action: 'cancel', type: 'Reminder' },
      { action: 'record', type: 'ClientGreeted', data: { clientId: 'anna' } },
      { action: 'complete' },
    ]);
  });

  it('tells the facts that its state is made of under their own names', () => {
    expect(factsOf(stored)).toEqual([
      { type: 'CartOpened', data: { cartId: '1' } },
      { type: 'ClientGreeted', data: { clientId: 'anna' } },
    ]);
  });
});
