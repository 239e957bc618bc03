import { describe, expect, it } from 'vitest';
import { reachOf, traceOf } from '#model';
import { wallPathOf } from '../../../src/ui/trace/wallPath.ts';
import { recordedCommand, recordedEvent } from '../../support/recorded.ts';
import { aCartBoard } from '../canvas/aBoard.ts';

describe('the notes and arrows of causes and consequences', () => {
  const opened = recordedEvent('CartOpened', 1, { stream: 'Cart-1' });
  const open = recordedCommand('OpenCart', 1);
  const trace = traceOf({ events: [opened], commands: [open], heardBy: () => ['def:CartDetails'] });

  it('go over the decider between the command and its event, in their order', () => {
    const subject = { kind: 'event' as const, event: opened };
    const { notes, connections } = wallPathOf(aCartBoard(), subject, reachOf(trace, subject));
    expect([...notes].sort((one, other) => one[1] - other[1])).toEqual([
      ['OpenCart', 0],
      ['Cart', 1],
      ['CartOpened', 2],
      ['CartDetails', 3],
    ]);
    expect([...connections.keys()]).toEqual(['OpenCart>Cart', 'Cart>CartOpened', 'CartOpened>CartDetails']);
  });

  it('of a command of which nothing came are the command and its decider', () => {
    const refused = recordedCommand('OpenCart', 1, { outcome: { kind: 'rejected', message: 'No.' } });
    const alone = traceOf({ events: [], commands: [refused], heardBy: () => [] });
    const subject = { kind: 'command' as const, command: refused };
    const { notes, connections } = wallPathOf(aCartBoard(), subject, reachOf(alone, subject));
    expect([...notes]).toEqual([
      ['OpenCart', 0],
      ['Cart', 1],
    ]);
    expect([...connections.keys()]).toEqual(['OpenCart>Cart']);
  });
});
