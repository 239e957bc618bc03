import type { BaseIssue } from 'valibot';
import type { JsonPath } from './jsonPlaces.ts';

type Issue = BaseIssue<unknown>;

export const pathOfIssue = (issue: Issue): JsonPath => (issue.path ?? []).map(({ key }) => key as string | number);

/** "`notes` should be a list": the field as one would write it in code, and what is wrong with it. */
export const sentenceOfIssue = (issue: Issue): string => {
  const path = pathOfIssue(issue);
  const place = path.length === 0 ? 'the file' : `\`${nameOfPath(path)}\``;
  return `${place} ${faultOf(issue)}`;
};

/** `history.events[6].data`, as it would stand in code. */
export const nameOfPath = (path: JsonPath): string =>
  path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    if (!/^[\w$-]+$/.test(key)) return `${name}[${JSON.stringify(key)}]`;
    return name === '' ? key : `${name}.${key}`;
  }, '');

const kindWords: { [kind: string]: string } = {
  Array: 'a list',
  Object: 'an object',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/** The rules of our schema say themselves what should be; about types valibot tells what it expected. */
const faultOf = (issue: Issue): string => {
  if (issue.kind === 'validation' || issue.type === 'custom') return issue.message;
  if (issue.received === 'undefined') return 'is missing';
  const expected = issue.expected ?? 'something else';
  return `should be ${kindWords[expected] ?? alternatives(expected)}`;
};

const alternatives = (expected: string): string => {
  const choices = expected.match(/"[^"]*"|[^\s()|"]+/g) ?? [];
  const words = choices.map((choice) => kindWords[choice] ?? choice);
  return words.length > 1 ? `one of ${words.join(', ')}` : words.join('');
};
