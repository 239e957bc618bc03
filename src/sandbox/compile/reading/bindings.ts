import { childrenOf, isNode, listOf, namesIn, type Tree } from '../../host/tracing/syntax.ts';

/** Where a name gets its value: in which function (null: the file itself), and what from. */
export type Binding = { home: Tree | null; declared: 'const' | 'let' | 'function' | 'parameter'; value: Tree | null };

export const isFunction = (node: unknown): boolean =>
  isNode(node) && /^(Arrow)?Function(Expression|Declaration)$/.test(node.type);

/** The names of a file that are given once; what is given a name twice is not followed. */
export const bindingsOf = (file: Tree): ReadonlyMap<string, Binding | 'several'> => {
  const bindings = new Map<string, Binding | 'several'>();
  const bind = (names: string[], binding: Binding): void => {
    for (const name of names) bindings.set(name, bindings.has(name) ? 'several' : binding);
  };
  const visit = (node: Tree, home: Tree | null): void => {
    if (node.type === 'VariableDeclarator') {
      const isPlain = (node.id as Tree).type === 'Identifier';
      const value = isPlain && isNode(node.init) ? node.init : null;
      bind(namesIn(node.id as Tree), { home, declared: node.isConst ? 'const' : 'let', value });
    }
    if (node.type === 'VariableDeclaration')
      for (const one of listOf(node.declarations)) one.isConst = node.kind === 'const';
    if (node.type === 'CatchClause' && isNode(node.param))
      bind(namesIn(node.param), { home, declared: 'parameter', value: null });
    if (!isFunction(node)) {
      for (const child of childrenOf(node)) visit(child, home);
      return;
    }
    if (isNode(node.id)) bind(namesIn(node.id), { home, declared: 'function', value: node });
    for (const parameter of listOf(node.params))
      bind(namesIn(parameter), { home: node, declared: 'parameter', value: null });
    for (const child of childrenOf(node)) visit(child, node);
  };
  visit(file, null);
  return bindings;
};
