import { describe, expect, it } from 'vitest';
import { CaseDriver, type Operation } from './CaseDriver.ts';
import cases from './cases/store-semantics.json' with { type: 'json' };
import type { Subject } from './storeCases.ts';

type Expected = Extract<Operation, { op: 'append' }>['expected'];
type Row = { state: string; expected: string | number; result: string; actual?: string | number; idempotent?: boolean };

const { expectedVersionByState, idempotentRetry, idempotentRetryAfterChange } = cases.matrices;

export const describeStoreMatrices = ({ name, open, betweenGivenAndWhen }: Subject): void => {
  const playing = (given: Operation[], when: Operation, row: Row) => async () => {
    const driver = await CaseDriver.start(open);
    for (const operation of [...stateOf(row), ...given]) await driver.perform(operation);
    await betweenGivenAndWhen?.(driver);
    const outcome = await driver.outcome(when);
    await driver.end();
    expect(resultOf(outcome)).toBe(row.result);
    expect(outcome).toMatchObject(wanted(row));
  };

  describe(`expected versions on ${name}`, () => {
    for (const row of expectedVersionByState.rows) {
      const when: Operation =
        row.mode === 'write'
          ? append(['x'], row.expected)
          : {
              op: 'commit',
              writes: [{ stream: 'other', events: [event('x')] }],
              checks: [{ stream: 's', expected: row.expected as never }],
            };
      it(`${row.state}, ${row.mode} expecting ${row.expected}: ${row.result}`, playing([], when, row));
    }
  });

  describe(`repeats on ${name}`, () => {
    for (const row of idempotentRetry.rows) {
      const ids = row.retry === 'firstSameSecondNew' ? ['a', 'c'] : ['a', 'b'];
      const when = { ...append(ids, row.expected), ...checksOf(row.retry) };
      const title = `${row.state}, ${row.retry} expecting ${row.expected}: ${row.result}`;
      it(title, playing([append(['a', 'b'], row.expected)], when, row));
    }
    for (const row of idempotentRetryAfterChange.rows) {
      const first = append(['a', 'b'], row.expected);
      const change = row.changeInBetween === 'moreEvents' ? append(['more'], 'any') : softDelete;
      const title = `${row.state}, full after ${row.changeInBetween}, expecting ${row.expected}: ${row.result}`;
      it(title, playing([first, change], first, row));
    }
  });
};

const event = (id: string) => ({ id, type: 'E', data: {} });

const append = (ids: string[], expected: string | number): Operation => ({
  op: 'append',
  stream: 's',
  events: ids.map(event),
  expected: expected as NonNullable<Expected>,
});

const softDelete: Operation = { op: 'delete', stream: 's' };

const stateOf = ({ state }: Row): Operation[] => {
  const exists = append(['one', 'two', 'three'], 'any');
  switch (state) {
    case 'neverExisted':
      return [];
    case 'softDeletedAtVersion3':
      return [exists, softDelete];
    case 'tombstoned':
      return [exists, { ...softDelete, mode: 'hard' }];
    default:
      return [exists];
  }
};

const checksOf = (retry: string) => {
  if (retry === 'fullWithFailingCheck') return { checks: [{ stream: 'nowhere', expected: 'exists' as const }] };
  return retry === 'fullWithPassingCheck' ? { checks: [{ stream: 'nowhere', expected: 'noStream' as const }] } : {};
};

const resultOf = (outcome: unknown): string => (outcome as { error?: string }).error ?? 'ok';

const wanted = ({ result, actual, idempotent }: Row) => {
  if (result === 'ok') return idempotent === undefined ? {} : { idempotent };
  return { violations: [{ actual }] };
};
