import { isNode, listOf, type Tree } from '../../host/tracing/syntax.ts';

const identifierOf = (node: unknown): string => (isNode(node) && node.type === 'Identifier' ? String(node.name) : '');

/** The name of a member that is written out. */
export const memberOf = (node: Tree): string => (node.computed ? '' : identifierOf(node.property));

export const isOfExports = (node: Tree): boolean =>
  node.type === 'MemberExpression' && identifierOf(node.object) === 'exports' && memberOf(node) !== '';

/** Without what only says how it is called: `a?.b`, `(0, a.b)`. */
export const bare = (node: unknown): Tree | null => {
  if (!isNode(node)) return null;
  if (node.type === 'ChainExpression') return bare(node.expression);
  const [first, second, ...more] = node.type === 'SequenceExpression' ? listOf(node.expressions) : [];
  return first?.type === 'Literal' && second && more.length === 0 ? bare(second) : node;
};

/** The name that is meant: what is exported is spoken of as `exports.name`. */
export const nameOf = (value: unknown): string => {
  const node = bare(value);
  return node && isOfExports(node) ? memberOf(node) : identifierOf(node);
};
