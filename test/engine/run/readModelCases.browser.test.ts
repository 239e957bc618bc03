import { describe, expect, it } from 'vitest';
import cases from '../../event-store/cases/store-semantics.json' with { type: 'json' };
import { type CaseOperation, ReadModelCaseDriver } from '../support/ReadModelCaseDriver.ts';

type ReadModelCase = {
  id: string;
  group: string;
  level: string;
  title: string;
  given: CaseOperation[];
  when: CaseOperation;
  then: ({ after?: { op: CaseOperation; expect: object }[] } & object) | null;
};

const played = (cases.cases as unknown as ReadModelCase[]).filter(
  ({ group, level }) => group === 'PRJ' && (level === 'must' || level === 'should'),
);

/** Only listed fields are compared, arrays whole: the cases' own convention. */
const expectPart = (actual: unknown, expected: object | null): void => {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toMatchObject(expected);
};

describe("the store's cases of read models, on the runtime and the sandbox", () => {
  for (const { id, level, title, given, when, then } of played)
    it(`${id} (${level}): ${title}`, async () => {
      const driver = await ReadModelCaseDriver.start([...given, when]);
      for (const operation of given) await driver.perform(operation);

      const result = await driver.perform(when);

      const { after = [], ...expected } = then ?? {};
      expectPart(result, then === null ? null : expected);
      for (const { op, expect: wanted } of after) expectPart(await driver.perform(op), wanted);
    });

  it('are as many as there should be', () => {
    expect(played).toHaveLength(21);
  });
});
