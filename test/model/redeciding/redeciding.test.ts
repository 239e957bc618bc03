import { describe, expect, it } from 'vitest';
import { branchBefore, isSameEnding } from '#model';
import { recordedEvent } from '../../support/recorded.ts';

const today = (type: string): string => (type === 'CartStarted' ? 'CartOpened' : type);
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
