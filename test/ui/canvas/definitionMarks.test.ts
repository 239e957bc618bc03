import { describe, expect, it } from 'vitest';
import type { Definition } from '#model';
import { type MarkSources, marksOf } from '../../../src/ui/canvas/definitionMarks.ts';
import { recordedEvent } from '../../support/recorded.ts';
import { poison, policyStatus } from '../../support/stoppedPolicy.ts';

const nothing: MarkSources = {
  events: [],
  cursor: 'now',
  misfits: {},
  breakpoints: [],
  advice: [],
  modules: {},
  moment: null,
  readModelStatus: {},
  policyStatus: {},
  types: { open: null, typeProblems: [], checked: new Map() },
};

const opened: Definition = { id: 'opened', kind: 'event', name: 'CartOpened', schemaVersion: 1, fields: [] };
const refund: Definition = { id: 'refund', kind: 'policy', name: 'Refund', isOn: false, code: [] };

describe('the marks of a definition', () => {
  it('are none where nothing stands out', () => {
    expect(marksOf(nothing, opened)).toEqual({});
    expect(marksOf(nothing, { ...refund, isOn: true })).toEqual({});
  });

  it('say how many of an event are stored at the cursor, and how many do not fit', () => {
    const events = [recordedEvent('CartOpened', 1), recordedEvent('CartOpened', 2)];
    const misfits = { opened: { count: 1, reasons: [] } };
    expect(marksOf({ ...nothing, events, cursor: 1, misfits }, opened)).toEqual({ count: 1, misfits: misfits.opened });
    expect(marksOf({ ...nothing, events, cursor: 0 }, opened)).toEqual({});
  });

  it('say that playing stops there, and that a policy is off', () => {
    const breakpoints = [{ on: 'note' as const, value: 'refund' }];
    expect(marksOf({ ...nothing, breakpoints }, refund)).toEqual({ hasBreakpoint: true, isOff: true });
  });

  it('say that a policy is paused, was crashed, or stopped at an event that its code is not to blame for', () => {
    const refunding = { ...refund, isOn: true };
    const marks = (given: Parameters<typeof policyStatus>[1]) =>
      marksOf({ ...nothing, policyStatus: { refund: policyStatus('refund', given) } }, refunding);

    expect(marks({})).toEqual({});
    expect(marks({ isPaused: true })).toEqual({ isPaused: true });
    expect(marks({ isDown: true }).trouble).toMatchObject({ label: expect.stringMatching('^Crashed'), isHeldUp: true });
    expect(marks({ error: poison }).trouble).toEqual({ label: 'Stopped: poison (at event 3)', isHeldUp: true });
  });

  it('put what TypeScript says behind what went wrong with the code', () => {
    const checked = new Map([['refund', [{ file: 'Refund.ts', line: 3, message: 'Too few.', isError: true }]]]);
    const advised = { ...nothing, types: { ...nothing.types, checked } };
    const trouble = marksOf(advised, refund).trouble;
    expect(trouble).toMatchObject({ file: 'Refund.ts', line: 3, isAdvice: true });

    const error = { name: 'TypeError', message: 'x is undefined', phase: 'react' as const, isFailure: true };
    const readModelStatus = {
      refund: { readModelId: 'refund', state: 'stopped' as const, checkpoint: 0, head: 0, error },
    };
    const stopped = marksOf({ ...advised, readModelStatus: readModelStatus as never }, refund).trouble;
    expect(stopped?.label).toContain('x is undefined');
    expect(stopped?.isAdvice).toBeUndefined();
  });
});
