import { isNode, listOf, type Tree } from '../../host/tracing/syntax.ts';
import { standInNames } from '../standIn.ts';
import { type Binding, isFunction } from './bindings.ts';
import { copyingFunctions, copyingMethods, plainConstructors, plainFunctions } from './names.ts';
import { bare, memberOf, nameOf } from './spelling.ts';

/** A place in a file: its names, and the function that it stands in (null: the file itself). */
export type Place = { bindings: ReadonlyMap<string, Binding | 'several'>; home: Tree | null };

const bindingOf = ({ bindings }: Place, node: unknown): Binding | undefined => {
  const binding = bindings.get(nameOf(node));
  return binding === 'several' ? undefined : binding;
};

/** Whether a name means what the language means by it. */
export const isFree = ({ bindings }: Place, node: unknown): boolean =>
  nameOf(node) !== '' && !bindings.has(nameOf(node));

export const isStandIn = (place: Place, node: unknown): boolean => {
  const value = bindingOf(place, node)?.value;
  const [source] =
    value?.type === 'CallExpression' && nameOf(value.callee) === 'require' ? listOf(value.arguments) : [];
  return source?.type === 'Literal' && standInNames.includes(String(source.value));
};

/** A list or an object that nobody else has. */
const isFresh = (place: Place, value: unknown): boolean => {
  const node = bare(value);
  if (!node) return false;
  if (node.type === 'ArrayExpression' || node.type === 'ObjectExpression') return true;
  if (node.type === 'NewExpression') return isFree(place, node.callee) && plainConstructors.has(nameOf(node.callee));
  const callee = node.type === 'CallExpression' ? bare(node.callee) : null;
  if (callee?.type !== 'MemberExpression') return false;
  return (isFree(place, callee.object) ? copyingFunctions : copyingMethods).has(memberOf(callee));
};

/** What may be changed here: something fresh, or what this very call has made. */
export const isOwn = (place: Place, node: unknown): boolean => {
  if (isFresh(place, node)) return true;
  const binding = bindingOf(place, node);
  return binding?.declared === 'const' && binding.home === place.home && isFresh(place, binding.value);
};

/** A variable of this call, or a field of what it owns. */
export const isOwnTarget = (place: Place, node: unknown): boolean => {
  if (!isNode(node)) return false;
  if (node.type === 'MemberExpression') return isOwn(place, node.object);
  const binding = bindingOf(place, node);
  return node.type === 'Identifier' && binding?.declared === 'let' && binding.home === place.home;
};

/** A function that stands in the file, and is read with it. */
export const isCodeOfFile = (place: Place, node: unknown): boolean => {
  const binding = bindingOf(place, node);
  return isFunction(node) || (binding?.declared !== 'let' && isFunction(binding?.value));
};

export const mayBeCalledBack = (place: Place, node: Tree | undefined): boolean =>
  node === undefined || isCodeOfFile(place, node) || (isFree(place, node) && plainFunctions.has(nameOf(node)));
