import { isName, isSign } from '../code/functionsIn.ts';
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
  for (let index = at; index < tokens.length; index += 1) {
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

/** What a type comes to where it is a name that is declared here; cycles end as they are written. */
export const resolved = (types: DeclaredTypes, node: TypeNode, seen: readonly string[] = []): TypeNode => {
  if (node.kind === 'name') {
    const [first] = node.of;
    if (first && ['Readonly', 'Required', 'DeepReadonly', 'NonNullable'].includes(node.name))
      return resolved(types, first, seen);
    const declared = types.get(node.name);
    return declared && !seen.includes(node.name) ? resolved(types, declared, [...seen, node.name]) : node;
  }
  if (node.kind !== 'intersection') return node;
  const parts = node.of.map((part) => resolved(types, part, seen));
  if (!parts.every((part) => part.kind === 'object')) return { ...node, of: parts };
  return { kind: 'object', properties: parts.flatMap((part) => part.properties) };
};

/** The members of a union, through the names that lead to further unions. */
export const membersOf = (types: DeclaredTypes, node: TypeNode, seen: readonly string[] = []): TypeNode[] => {
  if (node.kind === 'union') return node.of.flatMap((member) => membersOf(types, member, seen));
  if (node.kind !== 'name' || seen.includes(node.name)) return [node];
  const declared = types.get(node.name);
  return declared ? membersOf(types, declared, [...seen, node.name]) : [node];
};
