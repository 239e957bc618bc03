import type { PathStep } from '../../Sandbox.ts';
import { constantIn, isNode, lineOf, listOf, type Scope, type Tree } from './syntax.ts';

/** An expression, and what its names mean. */
export type Made = { expression: Tree; scope: Scope };

/** What a statement gives to its variable or property. */
export const madeBy = (statement: Tree): Tree | undefined => {
  const { expression, declarations } = statement;
  const [declaration, ...others] = listOf(declarations);
  if (declaration && others.length === 0 && isNode(declaration.init)) return declaration.init;
  const isAssignment = isNode(expression) && expression.type === 'AssignmentExpression' && expression.operator === '=';
  return isAssignment && isNode(expression.right) ? expression.right : undefined;
};

const nameOf = ({ key, computed }: Tree): unknown => {
  if (computed || !isNode(key)) return undefined;
  return key.type === 'Identifier' ? key.name : key.value;
};

type Part = { line: number; value: Tree };

/** Where a literal holds what stands behind a step; the last of the same name counts. */
const partAt = (node: Tree, step: PathStep): Part | undefined => {
  switch (node.type) {
    case 'ObjectExpression': {
      const property = listOf(node.properties).findLast((one) => nameOf(one) === step);
      return property && isNode(property.value) ? { line: lineOf(property), value: property.value } : undefined;
    }
    case 'ArrayExpression': {
      const element = typeof step === 'number' ? elementAt(node, step) : undefined;
      return element && { line: lineOf(element), value: element };
    }
    case 'ConditionalExpression': {
      const parts = [node.consequent, node.alternate].flatMap((way) => (isNode(way) ? (partAt(way, step) ?? []) : []));
      // Which way was gone is not known here.
      return parts.length === 1 ? parts[0] : undefined;
    }
    default:
      return undefined;
  }
};

/** The element at a place, unless something is spread before it. */
const elementAt = ({ elements }: Tree, place: number): Tree | undefined => {
  const list = Array.isArray(elements) ? elements.slice(0, place + 1) : [];
  const isSpread = list.some((element) => isNode(element) && element.type === 'SpreadElement');
  const element: unknown = list[place];
  return !isSpread && isNode(element) ? element : undefined;
};

/** The line where an expression writes down what stands at a path of its value, as far as it does; else nothing. */
export const lineWithin = ({ expression, scope }: Made, [step, ...rest]: readonly PathStep[]): number | undefined => {
  const part = step === undefined ? undefined : partAt(expression, step);
  if (!part) return undefined;
  const { line, value } = throughConstants(part, scope);
  return lineWithin({ expression: value, scope }, rest) ?? line;
};

/** Code that people read has fewer. */
const mostConstants = 20;

/** What only names a constant was computed where the constant was. */
const throughConstants = (part: Part, scope: Scope): Part => {
  let computed = part;
  for (let count = 0; count < mostConstants && computed.value.type === 'Identifier'; count += 1) {
    const constant = constantIn(scope, String(computed.value.name));
    if (!constant || !isNode(constant.init)) break;
    computed = { line: lineOf(constant), value: constant.init };
  }
  return computed;
};
