import { describe, expect, it } from 'vitest';
import { CaseDriver, type Operation } from './CaseDriver.ts';
import cases from './cases/store-semantics.json' with { type: 'json' };
import type { Subject } from './storeCases.ts';

type Expected = Extract<Operation, { op: 'append' }>['expected'];
type Row = { state: string; expected: string | number; result: string; actual?: string | number; idempotent?: boolean };

/** Streams cannot be deleted yet: rows about deleted ones, or that expect one, wait for it. */
const isPlayed = ({ state, expected }: Row): boolean =>
  ['neverExisted', 'existsAtVersion3'].includes(state) && expected !== 'softDeleted' && expected !== 'tombstoned';

const versionTable = cases.matrices.expectedVersionByState.rows.filter(isPlayed);
const retries = cases.matrices.idempotentRetry.rows.filter(isPlayed);
const lateRetries = cases.matrices.idempotentRetryAfterChange.rows
  .filter(isPlayed)
  .filter(({ changeInBetween }) => changeInBetween === 'moreEvents');

export const describeStoreMatrices = ({ name, open, betweenGivenAndWhen }: Subject): void => {
  const playing = (given: Operation[], when: Operation, row: Row) => async () => {
    const driver = await CaseDriver.start(open);
    for (const operation of [...stateOf(row), ...given]) await driver.perform(operation);
    await betweenGivenAndWhen?.(driver);
    const outcome = await driver.outcome(when);
    await driver.end();
    expect(outcome).toMatchObject(wanted(row));
  };

  describe(`expected versions on ${name}`, () => {
    for (const row of versionTable) {
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
    for (const row of retries) {
      const ids = row.retry === 'firstSameSecondNew' ? ['a', 'c'] : ['a', 'b'];
      const when = { ...append(ids, row.expected), ...checksOf(row.retry) };
      const title = `${row.state}, ${row.retry} expecting ${row.expected}: ${row.result}`;
      it(title, playing([append(['a', 'b'], row.expected)], when, row));
    }
    for (const row of lateRetries) {
      const first = append(['a', 'b'], row.expected);
      const title = `${row.state}, full after more events, expecting ${row.expected}: ${row.result}`;
      it(title, playing([first, append(['more'], 'any')], first, row));
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

const stateOf = ({ state }: Row): Operation[] =>
  state === 'neverExisted' ? [] : [append(['one', 'two', 'three'], 'any')];

const checksOf = (retry: string) => {
  if (retry === 'fullWithFailingCheck') return { checks: [{ stream: 'nowhere', expected: 'exists' as const }] };
  return retry === 'fullWithPassingCheck' ? { checks: [{ stream: 'nowhere', expected: 'noStream' as const }] } : {};
};

const wanted = ({ result, actual, idempotent }: Row) => {
  if (result === 'ok') return idempotent === undefined ? {} : { idempotent };
  return { error: result, violations: [{ actual }] };
};
