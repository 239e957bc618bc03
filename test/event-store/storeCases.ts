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

/** `must` and `should` cases that are not played on the store alone, and why. */
export const leftOut = new Map([
  ['DEL-17', 'nothing erases events: positions stay gapless, and what is stored never changes'],
]);

/** Groups whose `option` cases are not played, and why. Those of the other groups are. */
export const optionsLeftOut = new Map([
  ['PER', 'consumers share work in the runtime, by partition'],
  ['SUB', 'what a consumer leaves out is kept by the runtime, for each one, and not with the event'],
  ['ARC', 'compacting would erase events'],
  ['PII', 'masking and shredding would change what is stored'],
  ['DCB', 'streams, and not tags, are what consistency hangs on'],
]);

export const storeCases = cases.cases as unknown as StoreCase[];

/** `contrast` cases show how another store differs: they are no gate. */
export const isPlayed = ({ id, level, group }: StoreCase): boolean =>
  level === 'option' ? !optionsLeftOut.has(group) && !optionNotOurs.has(id) : level !== 'contrast' && !leftOut.has(id);

/** Options of groups that are played which our contract decides otherwise. */
const erases = 'nothing erases events: positions stay gapless, and what is stored never changes';
export const optionNotOurs = new Map([
  ['APP-17', 'to start a stream is to expect none'],
  ['RET-13', erases],
  ['RET-14', erases],
  ['RET-15', erases],
]);

const playedCases = storeCases.filter(isPlayed);

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
