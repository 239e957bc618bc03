import { sameValue } from '../sameValue.ts';
import { asPlain } from './asPlain.ts';
import { entriesOfValue, type ValueStep } from './valuePath.ts';

/** One place where a state or document has become another: without `before` it was added, without `after` removed. */
export type ValueChange = { path: ValueStep[]; before?: unknown; after?: unknown };

/** The first changes tell enough; a long list would only be slow to show. */
const mostChanges = 100;

/**
 * What changed in a state or document, by path. As with `differencesBetween` lists are strict in order, and the order of
 * keys says nothing; Maps are told apart by their keys, Sets by their items, and dates and big integers are values.
 */
export const valueChanges = (before: unknown, after: unknown): ValueChange[] => {
  const found: ValueChange[] = [];
  compare(before, after, [], found);
  return found;
};

type Kind = 'list' | 'map' | 'set' | 'record' | 'value';

const kindOf = (value: unknown): Kind => {
  if (Array.isArray(value)) return 'list';
  if (value instanceof Map) return 'map';
  if (value instanceof Set) return 'set';
  return typeof value === 'object' && value !== null && !(value instanceof Date) ? 'record' : 'value';
};

const compare = (before: unknown, after: unknown, path: ValueStep[], found: ValueChange[]): void => {
  if (found.length >= mostChanges) return;
  const kind = kindOf(before);
  if (kind !== 'value' && kind === kindOf(after)) compareEntries(before, after, path, found);
  else if (!isSame(before, after))
    found.push({
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
};

const compareEntries = (before: unknown, after: unknown, path: ValueStep[], found: ValueChange[]): void => {
  const [was, is] = [byStep(before), byStep(after)];
  // What no step leads to is compared as a whole.
  if (!was || !is) {
    if (!isSame(before, after)) found.push({ path, before, after });
    return;
  }
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(key), is.get(key)];
    const step = (one ?? other)?.step;
    if (step !== undefined) compare(one?.value, other?.value, [...path, step], found);
  }
};

const byStep = (value: unknown) => {
  const entries = entriesOfValue(value) ?? [];
  const isComplete = entries.every(({ step }) => step !== undefined);
  return isComplete ? new Map(entries.map((entry) => [JSON.stringify(entry.step), entry])) : undefined;
};

const isSame = (one: unknown, other: unknown): boolean =>
  typeof one === typeof other && kindOf(one) === kindOf(other) && sameValue(asPlain(one), asPlain(other));
