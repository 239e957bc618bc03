import { describe, expect, it } from 'vitest';
import { CaseDriver, type OpenForCase, type Operation } from './CaseDriver.ts';
import cases from './cases/store-semantics.json' with { type: 'json' };

type Level = 'must' | 'should' | 'option' | 'contrast';
type Group = string;
type StoreCase = {
  id: string;
  group: Group;
  level: Level;
  title: string;
  given: Operation[];
  when: Operation;
  then: Expectation | null;
};
type Expectation = { after?: { op: Operation; expect: unknown }[]; [field: string]: unknown };

/** A store to play the cases on; `betweenGivenAndWhen` puts it through something that must change nothing. */
export type Subject = {
  name: string;
  open: OpenForCase;
  betweenGivenAndWhen?: (driver: CaseDriver) => Promise<void>;
};

const groupsWithShould = ['APP', 'RD', 'MET', 'IDM', 'TXN', 'SUB'];

/** `should` cases of the groups above that ask for what the store does not have yet. */
const notBuiltYet = new Map([
  ['RD-11', 'reading as of a time'],
  ['RD-13', 'an event by its id'],
  ['RD-14', 'an event by its id'],
  ['RD-15', 'archiving, and the time a stream was made'],
  ['RD-17', 'declared stream types'],
  ['IDM-15', 'deleting streams'],
  ['TXN-10', 'deleting streams'],
  ['SUB-05', 'filtering by prefix'],
  ['SUB-07', 'filtering by a regular expression'],
]);

export const storeCases = cases.cases as unknown as StoreCase[];
const playedCases = storeCases.filter(
  ({ id, level, group }) =>
    level === 'must' || (level === 'should' && groupsWithShould.includes(group) && !notBuiltYet.has(id)),
);

/** How many cases of which level run, so that none goes missing unseen. */
export const playedByLevel = (level: Level): number => playedCases.filter((one) => one.level === level).length;

export const describeStoreCases = (subject: Subject): void => {
  describe(`store cases on ${subject.name}`, () => {
    for (const one of playedCases) it(`${one.id} (${one.level}): ${one.title}`, () => playCase(subject, one));
  });
};

const playCase = async ({ open, betweenGivenAndWhen }: Subject, { given, when, then }: StoreCase): Promise<void> => {
  const driver = await CaseDriver.start(open);
  try {
    for (const operation of given) await driver.perform(operation);
    await betweenGivenAndWhen?.(driver);
    const result = await driver.outcome(when);
    const { after = [], ...expected } = then ?? {};
    expectPart(result, then === null ? null : expected);
    for (const { op, expect: wanted } of after) expectPart(await driver.outcome(op), wanted);
  } finally {
    await driver.end();
  }
};

/** Only listed fields are compared, arrays whole: the cases' own convention. */
const expectPart = (actual: unknown, expected: unknown): void => expect(partLike(actual, expected)).toEqual(expected);

const partLike = (actual: unknown, expected: unknown): unknown => {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return actual.map((one, index) => (index in expected ? partLike(one, expected[index]) : one));
  }
  if (!isRecord(expected) || !isRecord(actual)) return actual;
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, partLike(actual[key], value)]));
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
