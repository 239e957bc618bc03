import { childrenOf, listOf, parsed, type Tree } from '../../host/tracing/syntax.ts';
import { standInNames } from '../standIn.ts';
import { bindingsOf, isFunction } from './bindings.ts';
import {
  callingMethods,
  changingMethods,
  constants,
  copyingMethods,
  iteratingMethods,
  plainConstructors,
  plainFunctions,
  quietSyntax,
  readingMethods,
  sharedByAll,
  staticFunctions,
} from './names.ts';
import { isCodeOfFile, isFree, isOwn, isOwnTarget, isStandIn, mayBeCalledBack, type Place } from './owning.ts';
import { bare, isOfExports, memberOf, nameOf } from './spelling.ts';

/** What stands in front of every compiled file. */
const preamble = /^"use strict";\s*Object\.defineProperty\(exports, "__esModule", \{value: true\}\);/;

/**
 * Whether the code of a file is sure to change nothing that it is given, and to remember nothing between its calls: it
 * may then be given the same events and documents again and again. Only what is known to be harmless counts, so the
 * answer is no for much that is. What would tell whether it got a copy (`Object.isFrozen`, `JSON`) is not known either.
 */
export const readsOnly = (script: string): boolean => {
  const text = script.replace(preamble, '');
  if (text === script) return false;
  const file = parsed(`"use strict";${text}`);
  return isQuiet({ bindings: bindingsOf(file), home: null }, file);
};

const areQuiet = (place: Place, nodes: Tree[]): boolean => nodes.every((node) => isQuiet(place, node));

const isQuiet = (place: Place, node: Tree): boolean => {
  if (isFunction(node)) return isQuietFunction(place, node);
  switch (node.type) {
    case 'Identifier':
      return isKnown(place, node);
    case 'Literal':
      return isQuietLiteral(node);
    case 'MemberExpression':
      return isQuietMember(place, node);
    case 'Property':
      return isQuietProperty(place, node);
    case 'AssignmentExpression':
      if (isExport(place, node)) return isQuiet(place, node.right as Tree);
      return isOwnTarget(place, node.left) && areQuiet(place, childrenOf(node));
    case 'UpdateExpression':
      return isOwnTarget(place, node.argument) && areQuiet(place, childrenOf(node));
    case 'UnaryExpression':
      return (node.operator !== 'delete' || isOwnTarget(place, node.argument)) && areQuiet(place, childrenOf(node));
    case 'ForOfStatement':
    case 'ForInStatement':
      return (node.left as Tree).type === 'VariableDeclaration' && areQuiet(place, childrenOf(node));
    case 'CallExpression':
      return isQuietCall(place, node);
    case 'NewExpression':
      return isQuietNew(place, node);
    default:
      return quietSyntax.has(node.type) && areQuiet(place, childrenOf(node));
  }
};

const isQuietFunction = (place: Place, node: Tree): boolean =>
  !node.async && !node.generator && areQuiet({ ...place, home: node }, [...listOf(node.params), node.body as Tree]);

const isKnown = ({ bindings }: Place, node: Tree): boolean =>
  bindings.has(nameOf(node)) || constants.has(nameOf(node)) || plainFunctions.has(nameOf(node));

/** A pattern with one of these flags keeps where it stopped. */
const isQuietLiteral = ({ regex }: Tree): boolean => !regex || !/[gy]/.test((regex as { flags: string }).flags);

const isQuietMember = (place: Place, node: Tree): boolean => {
  if (isOfExports(node)) return place.bindings.has(nameOf(node));
  if (sharedByAll.has(memberOf(node))) return false;
  if (nameOf(node.object) === 'Math' && isFree(place, node.object))
    return staticFunctions.Math?.has(memberOf(node)) ?? false;
  return isQuiet(place, node.object as Tree) && (!node.computed || isQuiet(place, node.property as Tree));
};

const isQuietProperty = (place: Place, node: Tree): boolean => {
  const key = node.computed ? '' : nameOf(node.key) || String((node.key as Tree).value);
  if (node.kind !== 'init' || sharedByAll.has(key)) return false;
  // Else a method of the file could pass for one of the language, whose answers are known to be copies.
  if (copyingMethods.has(key) || (node.computed && isFunction(node.value))) return false;
  return (!node.computed || isQuiet(place, node.key as Tree)) && isQuiet(place, node.value as Tree);
};

const isExport = ({ home }: Place, { left }: Tree): boolean => home === null && isOfExports(left as Tree);

const isQuietCall = (place: Place, node: Tree): boolean => {
  const [callee, parameters] = [bare(node.callee), listOf(node.arguments)];
  if (!callee) return false;
  const [name, areHarmless] = [nameOf(callee), areQuiet(place, parameters)];
  if (name === 'require') return place.home === null && standInNames.includes(String(parameters[0]?.value));
  if (name !== '')
    return areHarmless && (isFree(place, callee) ? plainFunctions.has(name) : isCodeOfFile(place, callee));
  if (callee.type !== 'MemberExpression' || !areHarmless) return false;
  if (isFree(place, callee.object)) return isQuietStatic(callee, parameters);
  return isQuiet(place, callee.object as Tree) && isQuietMethod(place, callee, parameters);
};

const isQuietStatic = (callee: Tree, [first]: Tree[]): boolean => {
  const [owner, name] = [nameOf(callee.object), memberOf(callee)];
  if (owner === 'Object' && name === 'assign') return first?.type === 'ObjectExpression';
  return Object.hasOwn(staticFunctions, owner) && staticFunctions[owner]?.has(name) === true;
};

const isQuietMethod = (place: Place, callee: Tree, [first]: Tree[]): boolean => {
  const name = memberOf(callee);
  if (readingMethods.has(name)) return true;
  if (iteratingMethods.has(name)) return place.home !== null;
  if (callingMethods.has(name)) return mayBeCalledBack(place, first);
  return changingMethods.has(name) && isOwn(place, callee.object) && (name !== 'sort' || mayBeCalledBack(place, first));
};

const isQuietNew = (place: Place, node: Tree): boolean => {
  const callee = bare(node.callee);
  const isOfLanguage = isFree(place, callee) && plainConstructors.has(nameOf(callee));
  const isMade = isOfLanguage || (callee?.type === 'MemberExpression' && isStandIn(place, callee.object));
  return isMade && areQuiet(place, listOf(node.arguments));
};
