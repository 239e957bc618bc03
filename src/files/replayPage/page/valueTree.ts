import type { Json } from '#model';
import { element } from './element.ts';

type Record = { readonly [key: string]: Json };

const isRecord = (value: Json | undefined): value is Json[] | { [key: string]: Json } =>
  typeof value === 'object' && value !== null;

const entriesOf = (value: Json[] | Record): [string, Json][] => Object.entries(value);

const itemOf = (value: Json | undefined, key: string): Json | undefined =>
  isRecord(value) && Object.hasOwn(value, key) ? (value as Record)[key] : undefined;

const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const wordOf = (value: string | number | boolean | null): HTMLElement =>
  element('span', { class: typeof value === 'string' ? 'text' : 'number' }, value === '' ? '""' : String(value));

/** What a value is held against, and as what its differences are marked. */
type Comparison = { with: Json | undefined; mark: 'ins' | 'del' };

/** Data as indented names and values. What differs from the other side is marked. */
export const valueTree = (value: Json, comparison?: Comparison): HTMLElement => {
  if (!isRecord(value))
    return marked(wordOf(value), comparison !== undefined && !isSame(value, comparison.with), comparison);
  const entries = entriesOf(value);
  if (entries.length === 0)
    return marked(
      element('span', { class: 'empty' }, Array.isArray(value) ? '[]' : '{}'),
      comparison !== undefined && !isSame(value, comparison.with),
      comparison,
    );
  return element('ul', { class: 'tree' }, ...entries.map(([key, item]) => entryOf(key, item, comparison)));
};

const entryOf = (key: string, item: Json, comparison: Comparison | undefined): HTMLElement => {
  const other = comparison && itemOf(comparison.with, key);
  // What is wholly on one side only is marked once, not again in each of its parts.
  const isAlone = comparison !== undefined && other === undefined;
  const tree = valueTree(item, comparison && !isAlone ? { ...comparison, with: other } : undefined);
  return element('li', {}, element('span', { class: 'name' }, `${key}:`), ' ', marked(tree, isAlone, comparison));
};

const marked = (shown: HTMLElement, isDifferent: boolean, comparison: Comparison | undefined): HTMLElement =>
  isDifferent && comparison ? element(comparison.mark, {}, shown) : shown;
