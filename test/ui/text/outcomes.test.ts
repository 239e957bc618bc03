import { describe, expect, it } from 'vitest';
import type { CodeError, Outcome } from '#state';
import { describeOutcome, describePoison, describePolicyLoop } from '../../../src/ui/text/outcomes.ts';
import { recordedCommand, recordedEvent } from '../../support/recorded.ts';

const notes = { logs: [], diagnostics: [] };
const stream = 'ShoppingCart-cart-2';
const record = recordedCommand('AddProductItem', 1, { stream });
const added = recordedEvent('ProductItemAdded', 8, { stream, streamPosition: 4 });
const error = (changes: Partial<CodeError>): CodeError => ({
  name: 'Error',
  message: 'a confirmed cart cannot change',
  phase: 'decide',
  isFailure: false,
  place: { moduleId: 'd1', file: 'ShoppingCart.ts', line: 24 },
  ...changes,
});

const words = (outcome: Outcome) =>
  describeOutcome({ commandType: 'AddProductItem', deciderName: 'ShoppingCart', outcome }, () => 'CartDetails');

describe('the words for what came of a command', () => {
  it('names the events that were appended', () => {
    const outcome: Outcome = { kind: 'appended', record, events: [added], version: 4, notes };

    expect(words(outcome)).toEqual({
      tone: 'success',
      text: 'ProductItemAdded appended to ShoppingCart-cart-2, now at version 4.',
      steps: [],
    });
  });

  it('warns of what was stored without a look at what others wrote', () => {
    const late = recordedCommand('AddProductItem', 1, { stream, decidedOnVersion: 2 });
    const confirmed = recordedEvent('CartConfirmed', 7, { stream, streamPosition: 3 });
    const outcome: Outcome = {
      kind: 'appended',
      record: late,
      events: [added],
      version: 4,
      overlooked: [confirmed],
      notes,
    };

    expect(words(outcome)).toEqual({
      tone: 'trouble',
      text:
        'ProductItemAdded stored without a check, as version 4 of ShoppingCart-cart-2: ' +
        'decided on version 2, with no look at CartConfirmed.',
      steps: [],
    });
  });

  it('says that nothing was to be recorded', () => {
    expect(words({ kind: 'appended', record, events: [], version: 3, notes }).text).toBe(
      'Accepted, nothing to record.',
    );
  });

  it('says which rule refused, and on which line it stands', () => {
    expect(words({ kind: 'rejected', record, error: error({}), notes })).toEqual({
      tone: 'refused',
      text: 'ShoppingCart refused AddProductItem (line 24): a confirmed cart cannot change. Nothing was stored.',
      steps: [{ kind: 'go-to-line', moduleId: 'd1', file: 'ShoppingCart.ts', line: 24, label: 'Go to line 24' }],
    });
  });

  it('tells an error in the code from a rule', () => {
    const broken = error({ name: 'TypeError', message: '`items` is undefined', isFailure: true });

    expect(words({ kind: 'failed', record, error: broken, cause: 'code', notes }).text).toBe(
      'decide broke on line 24: `items` is undefined. This is an error in the code, not a rule. Nothing was stored.',
    );
  });

  it('offers to decide again after a conflict', () => {
    const outcome: Outcome = {
      kind: 'conflict',
      record,
      stream: 'ShoppingCart-cart-2',
      expected: 3,
      actual: 4,
      between: [added],
      notes,
    };

    expect(words(outcome)).toEqual({
      tone: 'refused',
      text: 'You decided on version 3; cart-2 is at version 4: ProductItemAdded came in between. Nothing was stored.',
      steps: [
        { kind: 'decide-again', label: 'Decide again on 4' },
        { kind: 'show-event', position: 8, label: 'Show the event' },
        { kind: 'force', label: 'Force it' },
        { kind: 'give-up', label: 'Give up' },
      ],
    });
  });

  it('names the loop that does not end', () => {
    const endless = error({ name: 'TimeoutError', place: { moduleId: 'd1', file: 'ShoppingCart.ts', line: 12 } });

    expect(words({ kind: 'failed', record, error: endless, cause: 'time-limit', notes }).text).toBe(
      'Stopped after 1.5 s: the loop on line 12 does not end. Your code is saved; events are unchanged.',
    );
  });

  it('names the loop that does not end while the code loads, too', () => {
    const endless = error({ name: 'TimeoutError', phase: 'load' });

    expect(words({ kind: 'failed', record, error: endless, cause: 'not-compiled', notes }).text).toBe(
      'Stopped after 1.5 s: the loop on line 24 does not end. Your code is saved; events are unchanged.',
    );
  });

  it('says what an inline read model that throws keeps from being stored', () => {
    const broken = error({
      message: '`quantity` is missing',
      place: { moduleId: 'r1', file: 'CartDetails.ts', line: 8 },
    });

    const cause = { readModelId: 'r1', eventType: 'ProductItemAdded' };

    expect(words({ kind: 'failed', record, error: broken, cause, notes }).text).toBe(
      'Nothing was stored: CartDetails broke on line 8 at ProductItemAdded (`quantity` is missing). ' +
        'Mend it, or make it asynchronous.',
    );
    expect(words({ kind: 'failed', record, error: broken, cause: { readModelId: 'r1' }, notes }).text).toBe(
      'Nothing was stored: CartDetails broke on line 8 (`quantity` is missing). Mend it, or make it asynchronous.',
    );
  });

  it('shows the beginning of a chain of policies', () => {
    expect(describePolicyLoop({ policyId: 'p1', chain: ['StockLow', 'Reorder', 'StockLow', 'Reorder'] })).toBe(
      'Stopped after 25 commands from one start: StockLow → Reorder → StockLow → … What was stored stays.',
    );
  });

  it('says at which event a read model stands still, and what it serves', () => {
    const poison = error({
      message: '`quantity` is missing',
      position: 12,
      place: { moduleId: 'r1', file: 'ClientSummary.ts', line: 8 },
    });

    expect(describePoison('ClientSummary', poison, 'ProductItemAdded', 11)).toBe(
      'ClientSummary stopped at event 12, ProductItemAdded: `quantity` is missing (line 8). It serves what it knew at 11; other read models go on.',
    );
  });
});
