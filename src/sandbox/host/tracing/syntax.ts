import { type Node, parse } from 'acorn';

/** A node of the syntax tree, of which only some fields are asked for. */
export type Tree = Node & { loc: { start: { line: number } }; [field: string]: unknown };

export const isNode = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

export const lineOf = (node: Tree): number => node.loc.start.line;

export const listOf = (value: unknown): Tree[] => (Array.isArray(value) ? value.filter(isNode) : []);

export const childrenOf = (node: Tree): Tree[] =>
  Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);

export const parsed = (script: string): Tree =>
  parse(script, { ecmaVersion: 'latest', sourceType: 'script', locations: true }) as unknown as Tree;

/** The names that a pattern gives to values: `{ a, b: [c], ...d }`. */
export const namesIn = (pattern: Tree): string[] => {
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern.name)];
    case 'AssignmentPattern':
      return namesIn(pattern.left as Tree);
    case 'RestElement':
      return namesIn(pattern.argument as Tree);
    case 'Property':
      return namesIn(pattern.value as Tree);
    case 'ArrayPattern':
      return listOf(pattern.elements).flatMap(namesIn);
    case 'ObjectPattern':
      return listOf(pattern.properties).flatMap(namesIn);
    default:
      return [];
  }
};

/** Names that have been given so far, by block; the outermost is the file's, whose names are there for all calls. */
export type Scope = {
  names: string[];
  /** The declarations of those that are given a value once. */
  constants?: Map<string, Tree>;
  outer: Scope | null;
};

/** Where a name is given its one value, within functions; nothing for what is given otherwise, or may change. */
export const constantIn = (scope: Scope, name: string): Tree | undefined => {
  for (let at = scope; at.outer; at = at.outer) {
    const constant = at.constants?.get(name);
    if (constant || at.names.includes(name)) return constant;
  }
  return undefined;
};

/** Variables of one place, the innermost first. */
const mostNames = 24;

export const visibleIn = (scope: Scope): string[] => {
  const names = new Set<string>();
  for (let at = scope; at.outer; at = at.outer) for (const name of at.names.toReversed()) names.add(name);
  return [...names].slice(0, mostNames);
};
