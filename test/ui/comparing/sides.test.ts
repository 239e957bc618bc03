import { describe, expect, it } from 'vitest';
import type { AppState, RunSummary } from '#state';
import { comparedSides, startingSides } from '../../../src/ui/comparing/sides.ts';
import { aRun } from '../support/aRun.ts';

const events = Array.from({ length: 4 }) as AppState['events'];
const start = (runs: RunSummary[], cursor: AppState['cursor'] = 'now') =>
  startingSides({ runs, cursor, events }, [{ count: 7, label: '', definitionIds: [] }]).map(
    ({ runId, moment, position, code }) => `${runId} ${moment} ${position} ${code}`,
  );

describe('what is compared at first', () => {
  it('are the pins, or a pin and what is shown', () => {
    expect(start([aRun('main', { isCurrent: true, pins: { a: 1, b: 3 } })])).toEqual([
      'main a 0 present',
      'main b 0 present',
    ]);
    expect(start([aRun('main', { isCurrent: true, pins: { a: 1 } })])).toEqual([
      'main a 0 present',
      'main now 0 present',
    ]);
    expect(start([aRun('main', { isCurrent: true, pins: { b: 1 } })], 2)).toEqual([
      'main b 0 present',
      'main number 2 present',
    ]);
  });

  it('is the past that is shown and now', () => {
    expect(start([aRun('main', { isCurrent: true })], 2)).toEqual(['main number 2 present', 'main now 0 present']);
  });

  it('is a branch and what it came from', () => {
    expect(start([aRun('main'), aRun('if', { isCurrent: true, parent: { runId: 'main', position: 2 } })])).toEqual([
      'main now 0 present',
      'if now 0 present',
    ]);
  });

  it('else is the code before its last change and the present one', () => {
    expect(start([aRun('main', { isCurrent: true })])).toEqual(['main now 0 7', 'main now 0 present']);
  });
});

it('one program is one object, so that it is loaded once', () => {
  const side = { runId: 'main', moment: 'a' as const, position: 0, code: 0 };

  const [one, other] = comparedSides(
    [side, { ...side, moment: 'now' }],
    [aRun('main', { pins: { a: 2 } })],
    'model',
    [],
  );

  expect(one).toMatchObject({ runId: 'main', position: 2, program: { deciders: [] } });
  expect(other.program).toBe(one.program);
  expect(other.position).toBeGreaterThan(1_000_000);
});
