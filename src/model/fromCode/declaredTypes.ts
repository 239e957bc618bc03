import { isName, isSign, longestHead } from '../code/functionsIn.ts';
import type { CodeToken } from '../code/scanCode.ts';
import { type TypeNode, typeAt } from './typeNode.ts';

/** The types that some code declares, by name. */
export type DeclaredTypes = ReadonlyMap<string, TypeNode>;

export const declaredTypes = (tokens: readonly CodeToken[]): DeclaredTypes => {
  const types = new Map<string, TypeNode>();
  for (const [index, token] of tokens.entries()) {
    const name = tokens[index + 1];
    if (name?.kind !== 'name' || token.depth > 0) continue;
    if (isName(token, 'type')) {
      const equals = behindParameters(tokens, index + 2);
      if (isSign(tokens[equals], '=')) types.set(name.text, typeAt(tokens, equals + 1).node);
    }
    if (isName(token, 'interface')) types.set(name.text, interfaceAt(tokens, index + 2));
  }
  return types;
};

/** Behind `<State extends string = ''>`; where none stands, right here. */
const behindParameters = (tokens: readonly CodeToken[], at: number): number => {
  if (!isSign(tokens[at], '<')) return at;
  let open = 0;
  for (let index = at; index < at + longestHead; index += 1) {
    if (isSign(tokens[index], '<')) open += 1;
    if (isSign(tokens[index], '>')) open -= 1;
    if (open === 0) return index + 1;
  }
  return tokens.length;
};

const interfaceAt = (tokens: readonly CodeToken[], at: number): TypeNode => {
  const of: TypeNode[] = [];
  let next = behindParameters(tokens, at);
  if (isName(tokens[next], 'extends')) {
    do {
      const read = typeAt(tokens, next + 1);
      of.push(read.node);
      next = read.next;
    } while (isSign(tokens[next], ','));
  }
  return { kind: 'intersection', of: [...of, typeAt(tokens, next).node] };
};

const wrappers = ['Readonly', 'Required', 'DeepReadonly', 'NonNullable'];

/** What a union or an intersection is made of, through the names that lead to further ones; each name is followed once. */
const partsOf = (
  node: TypeNode,
  kind: 'union' | 'intersection',
  behind: (name: Extract<TypeNode, { kind: 'name' }>) => TypeNode | undefined,
): TypeNode[] => {
  const parts: TypeNode[] = [];
  const followed = new Set<TypeNode>();
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const declared = next.kind === 'name' ? behind(next) : undefined;
    if (next.kind === kind) open.push(...next.of.toReversed());
    else if (!declared) parts.push(next);
    else if (!followed.has(declared)) {
      followed.add(declared);
      open.push(declared);
    }
  }
  return parts;
};

/** What a type comes to where it is a name that is declared here. */
export const resolved = (types: DeclaredTypes, node: TypeNode): TypeNode => {
  const parts = partsOf(node, 'intersection', ({ name, of: [first] }) =>
    first && wrappers.includes(name) ? first : types.get(name),
  );
  const [only] = parts;
  if (!only) return node;
  if (parts.length === 1) return only;
  if (!parts.every((part) => part.kind === 'object')) return { kind: 'intersection', of: parts };
  return { kind: 'object', properties: parts.flatMap((part) => part.properties) };
};

/** The members of a union, through the names that lead to further unions. */
export const membersOf = (types: DeclaredTypes, node: TypeNode): TypeNode[] => {
  const members = partsOf(node, 'union', ({ name }) => types.get(name));
  return members.length === 0 ? [node] : members;
};
