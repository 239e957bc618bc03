import { describe, expect, it } from 'vitest';
import { branchBefore, type Ending, isSameEnding, namesToday, type PolicyOutput } from '#model';
import { recordedEvent } from '../../support/recorded.ts';

const today = namesToday({
  events: [
    { id: 'e', type: 'CartOpened', fields: [], schemaVersion: 1, formerNames: ['CartStarted', 'CartClosed'] },
    { id: 'c', type: 'CartClosed', fields: [], schemaVersion: 1, formerNames: [] },
  ],
  commands: [{ id: 'o', type: 'OpenCart', fields: [], formerNames: ['StartCart'] }],
});
const stored = (type: string, data = {}) => ({ kind: 'appended' as const, events: [{ type, data }] });

describe('two endings of a command', () => {
  it('are the same where the same events come of it, also under a former name', () => {
    expect(isSameEnding(stored('CartStarted', { a: 1 }), stored('CartOpened', { a: 1 }), today)).toBe(true);
  });

  it('differ by the data of an event, by the reason of a refusal and by their kind', () => {
    expect(isSameEnding(stored('CartOpened', { a: 1 }), stored('CartOpened', { a: 2 }), today)).toBe(false);
    const refused = { kind: 'rejected' as const, message: 'closed' };
    expect(isSameEnding(refused, { kind: 'rejected', message: 'too late' }, today)).toBe(false);
    expect(isSameEnding(refused, stored('CartOpened'), today)).toBe(false);
    expect(isSameEnding(refused, { ...refused }, today)).toBe(true);
  });
});

describe('two answers of a policy', () => {
  const answered = (...outputs: PolicyOutput[]): Ending => ({ kind: 'answered', outputs });
  const send = (type: string): PolicyOutput => ({ action: 'send', type, data: {} });
  const later = (dueAt: string): PolicyOutput => ({ action: 'schedule', type: 'Reminder', data: {}, dueAt });

  it('are the same where the same is asked for, also under a former name', () => {
    expect(isSameEnding(answered(send('StartCart')), answered(send('OpenCart')), today)).toBe(true);
    const recorded = answered({ action: 'record', type: 'CartStarted', data: {} }, { action: 'complete' });
    const now = answered({ action: 'record', type: 'CartOpened', data: {} }, { action: 'complete' });
    expect(isSameEnding(recorded, now, today)).toBe(true);
  });

  it('differ by what is asked for, and by when a message is due', () => {
    expect(isSameEnding(answered(send('OpenCart')), answered(), today)).toBe(false);
    const [soon, later30] = ['2026-01-01T00:05:00.000Z', '2026-01-01T00:30:00.000Z'].map((at) => answered(later(at)));
    expect(soon && later30 && isSameEnding(soon, later30, today)).toBe(false);
  });
});

it('a former name that another event bears by now is that one’s', () => {
  expect(['CartStarted', 'CartClosed', 'Unknown'].map(today.event)).toEqual(['CartOpened', 'CartClosed', 'Unknown']);
  expect(today.command('StartCart')).toBe('OpenCart');
});

describe('a branch in which a command is decided anew', () => {
  const events = [recordedEvent('CartOpened', 1), recordedEvent('ItemAdded', 2), recordedEvent('ItemAdded', 3)];

  it('takes over what came before the command', () => {
    expect(branchBefore(1, events)).toBe(1);
  });

  it('goes back by one more command where nothing came after it', () => {
    expect(branchBefore(3, events)).toBe(2);
    const together = [
      ...events.slice(0, 1),
      ...events.slice(1).map((event) => ({ ...event, metadata: { commandId: 'c' } })),
    ];
    expect(branchBefore(3, together)).toBe(1);
    expect(branchBefore(0, [])).toBe(0);
  });
});
