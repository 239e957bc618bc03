import type { FieldUse, ImportedType } from '../reading/Reading.ts';
import type { CodeReading } from '../reading/readCode.ts';
import { propertyKey, propertyOf, quoted } from '../typeText.ts';
import type { TextEdit } from './applyEdits.ts';

export type PlannedEdit = TextEdit & { isSure: boolean };

/** Where code names a message, it gets its new name. */
export const editsOfName = ({ names }: CodeReading, text: string, definitionId: string, to: string): PlannedEdit[] =>
  names
    .filter(({ messages }) => messages.includes(definitionId))
    .map(({ start, end, form, isSure, messages }) => ({
      start,
      end,
      text: form === 'key' ? propertyKey(to) : likeQuoted(text[start], to),
      isSure: isSure && messages.length === 1,
    }));

const likeQuoted = (sign: string | undefined, to: string): string => (sign === '"' ? JSON.stringify(to) : quoted(to));

/** Types of the notes under their new names, wherever the file speaks of them. */
export const editsOfTypes = ({ imported, tokens }: CodeReading, renamed: ReadonlyMap<string, string>): PlannedEdit[] =>
  imported.flatMap((type) => {
    const to = renamed.get(type.name);
    return to === undefined ? [] : editsOfType(type, to, tokens);
  });

/** A name that the file has taken for something else comes in under the old one: `BasketEvent as CartEvent`. */
const editsOfType = (
  { name, local, start, end }: ImportedType,
  to: string,
  tokens: CodeReading['tokens'],
): PlannedEdit[] => {
  const isTaken = tokens.some(({ kind, value }) => kind === 'word' && value === to);
  if (local !== name) return [{ start, end, text: to, isSure: true }];
  if (isTaken) return [{ start, end, text: `${to} as ${name}`, isSure: true }];
  return tokens.flatMap((token, at) =>
    token.kind === 'word' && token.value === name && !isMember(tokens, at)
      ? [{ start: token.start, end: token.end, text: to, isSure: true }]
      : [],
  );
};

const isMember = (tokens: CodeReading['tokens'], at: number): boolean => {
  const [before, after] = [tokens[at - 1]?.value, tokens[at + 1]?.value];
  return before === '.' || before === '?.' || (after === ':' && ['{', ',', ';'].includes(before ?? ''));
};

/**
 * Where code reads or writes a field of the messages. Not sure is a place that may just as well mean a message whose
 * field keeps its name.
 */
export const editsOfField = (
  { uses }: CodeReading,
  path: string[],
  { isRenamed, hasField }: { isRenamed: (messageId: string) => boolean; hasField: (messageId: string) => boolean },
  to: string,
): PlannedEdit[] =>
  uses
    .filter((use) => use.path.length === path.length + 1 && path.every((name, index) => use.path[index + 1] === name))
    .flatMap((use) => {
      const meant = use.messages.filter(hasField);
      if (!meant.some(isRenamed)) return [];
      return [{ start: use.start, end: use.end, text: textOf(use, to), isSure: meant.every(isRenamed) }];
    });

const textOf = ({ form, path }: FieldUse, to: string): string => {
  switch (form) {
    case 'member':
    case 'quoted-member':
      return propertyOf('', to);
    case 'optional-member':
      return `?.${propertyOf('', to).replace(/^\./u, '')}`;
    case 'key':
      return propertyKey(to);
    case 'quoted-key':
      return quoted(to);
    case 'short-key':
    case 'short-pattern':
      return `${propertyKey(to)}: ${path.at(-1)}`;
  }
};
