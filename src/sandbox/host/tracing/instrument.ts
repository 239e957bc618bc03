import MagicString from 'magic-string';
import type { CompiledModule } from '../../link/linkModel.ts';
import { type Made, madeBy } from './madeBy.ts';
import { childrenOf, isNode, lineOf, listOf, namesIn, parsed, type Scope, type Tree, visibleIn } from './syntax.ts';

/** A place of the instrumented code: what is known of it outside of the worker, which only ever names its number. */
export type Site = {
  file: string;
  line: number;
  names: string[];
  name?: string;
  /** The expression that is returned there, or that a variable or property is given. */
  made?: Made;
};

type Copy = {
  text: MagicString;
  file: string;
  sites: Site[];
  /** Names that the file cannot know: of the recorder, and of the present call. */
  recorder: string;
  callName: string;
};

/** What of the code is known where a node stands. `name` is that of the value to be made there. */
type Around = { scope: Scope; isInFunction: boolean; name?: string | undefined };

/** Statements that have no moment of their own: what stands in them has. */
const withoutStep = new Set([
  'FunctionDeclaration',
  'ClassDeclaration',
  'EmptyStatement',
  'BlockStatement',
  'WhileStatement',
  'DoWhileStatement',
  'TryStatement',
]);

type Known = { names?: string[]; name?: string | undefined; made?: Made | undefined };

const addSite = ({ sites, file }: Copy, node: Tree, { names = [], name, made }: Known): number => {
  const known = { ...(name === undefined ? {} : { name }), ...(made ? { made } : {}) };
  return sites.push({ file, line: lineOf(node), names, ...known }) - 1;
};

const readersOf = (names: string[]): string => `[${names.map((name) => `()=>${name}`).join(',')}]`;

const stepAt = (copy: Copy, node: Tree, scope: Scope): string => {
  const names = visibleIn(scope);
  const expression = madeBy(node);
  const site = addSite(copy, node, { names, made: expression && { expression, scope } });
  return `${copy.recorder}.step(${copy.callName},${site},${readersOf(names)})`;
};

const enterAt = (copy: Copy, node: Tree, scope: Scope, name: string | undefined): string => {
  const names = visibleIn(scope);
  return `${copy.recorder}.enter(${addSite(copy, node, { names, name })},${readersOf(names)})`;
};

/** Openings stand in the order from outside in; closings have to be added from inside out. */
const wrap = ({ text }: Copy, node: Tree, [opening, closing]: [string, string], within: () => void): void => {
  text.appendRight(node.start, opening);
  within();
  text.appendLeft(node.end, closing);
};

const visitAll = (copy: Copy, nodes: Tree[], around: Around): void => {
  for (const node of nodes) visit(copy, node, around);
};

const inBlock = (around: Around, names: string[] = []): Around => ({
  isInFunction: around.isInFunction,
  scope: { names, outer: around.scope },
});

const visitFunction = (copy: Copy, node: Tree, around: Around): void => {
  const params = listOf(node.params);
  const scope: Scope = { names: params.flatMap(namesIn), outer: around.scope };
  const within: Around = { scope, isInFunction: true };
  const entering = enterAt(copy, node, scope, isNode(node.id) ? String(node.id.name) : around.name);
  visitAll(copy, params, { ...around, name: undefined });
  const body = node.body as Tree;
  if (body.type === 'BlockStatement') visitBody(copy, body, entering, within);
  else {
    const opening = `${copy.recorder}.giveBack(${entering},${addSite(copy, body, { made: { expression: body, scope } })},(`;
    wrap(copy, body, [opening, '))'], () => visit(copy, body, within));
  }
};

const visitBody = (copy: Copy, body: Tree, entering: string, within: Around): void => {
  const { text, recorder, callName } = copy;
  const statements = listOf(body.body);
  const first = statements.find(({ directive }) => directive === undefined);
  const begin = `const ${callName}=${entering};`;
  if (first) text.appendRight(first.start, begin);
  visitStatements(copy, statements, within);
  text.appendLeft(body.end - 1, `;${first ? '' : begin}${recorder}.leave(${callName});`);
};

const visitStatements = (copy: Copy, statements: Tree[], around: Around): void => {
  for (const statement of statements) {
    if (around.isInFunction && !withoutStep.has(statement.type) && statement.directive === undefined)
      copy.text.appendRight(statement.start, `${stepAt(copy, statement, around.scope)};`);
    visit(copy, statement, around);
  }
};

/** The one statement of an `if` or a loop, in a block or not. */
const visitBranch = (copy: Copy, node: unknown, around: Around): void => {
  if (!isNode(node)) return;
  if (node.type === 'BlockStatement' || !around.isInFunction) {
    visit(copy, node, around);
    return;
  }
  const hasStep = !withoutStep.has(node.type) || node.type === 'EmptyStatement';
  const opening = hasStep ? `{${stepAt(copy, node, around.scope)};` : '{';
  wrap(copy, node, [opening, '}'], () => visit(copy, node, around));
};

const visitTest = (copy: Copy, node: unknown, around: Around): void => {
  if (!isNode(node)) return;
  if (!around.isInFunction) visit(copy, node, around);
  else wrap(copy, node, [`(${stepAt(copy, node, around.scope)},(`, '))'], () => visit(copy, node, around));
};

const visitLoop = (copy: Copy, node: Tree, around: Around): void => {
  const within = inBlock(around);
  visitAll(copy, [node.init, node.left, node.right].filter(isNode), within);
  visitTest(copy, node.test, within);
  if (isNode(node.update)) visit(copy, node.update, within);
  const body = node.body as Tree;
  const isEmpty = body.type === 'BlockStatement' && listOf(body.body).length === 0;
  if (isEmpty && around.isInFunction) copy.text.appendRight(body.start + 1, stepAt(copy, body, within.scope));
  else visitBranch(copy, body, within);
};

const visitIf = (copy: Copy, node: Tree, around: Around): void => {
  visit(copy, node.test as Tree, around);
  visitBranch(copy, node.consequent, around);
  visitBranch(copy, node.alternate, around);
};

const visitSwitch = (copy: Copy, node: Tree, around: Around): void => {
  visit(copy, node.discriminant as Tree, around);
  const within = inBlock(around);
  for (const clause of listOf(node.cases)) {
    if (isNode(clause.test)) visit(copy, clause.test, within);
    visitStatements(copy, listOf(clause.consequent), within);
  }
};

const visitDeclaration = (copy: Copy, node: Tree, around: Around): void => {
  for (const declarator of node.kind === 'const' ? listOf(node.declarations) : []) {
    const { id, init } = declarator;
    if (!isNode(id) || id.type !== 'Identifier' || !isNode(init)) continue;
    around.scope.constants ??= new Map();
    around.scope.constants.set(String(id.name), declarator);
  }
  visitAll(copy, childrenOf(node), { ...around, name: undefined });
};

const visitDeclarator = (copy: Copy, node: Tree, around: Around): void => {
  const pattern = node.id as Tree;
  const names = namesIn(pattern);
  if (isNode(node.init))
    visit(copy, node.init, { ...around, name: pattern.type === 'Identifier' ? names[0] : undefined });
  around.scope.names.push(...names);
};

const visitReturn = (copy: Copy, node: Tree, around: Around): void => {
  const { argument } = node;
  if (!isNode(argument)) return;
  if (!around.isInFunction) {
    visit(copy, argument, around);
    return;
  }
  const opening = `${copy.recorder}.giveBack(${copy.callName},${addSite(copy, node, { made: { expression: argument, scope: around.scope } })},(`;
  wrap(copy, argument, [opening, '))'], () => visit(copy, argument, around));
};

const visitNamed = (copy: Copy, node: Tree, around: Around): void => {
  const name = isNode(node.key) && node.key.type === 'Identifier' ? String(node.key.name) : undefined;
  visitAll(copy, childrenOf(node), { ...around, name });
};

type Visit = (copy: Copy, node: Tree, around: Around) => void;

const visitors: { [type: string]: Visit } = {
  FunctionDeclaration: visitFunction,
  FunctionExpression: visitFunction,
  ArrowFunctionExpression: visitFunction,
  BlockStatement: (copy, node, around) => visitStatements(copy, listOf(node.body), inBlock(around)),
  StaticBlock: (copy, node, around) => visitAll(copy, childrenOf(node), { ...inBlock(around), isInFunction: false }),
  CatchClause: (copy, node, around) =>
    visit(copy, node.body as Tree, inBlock(around, isNode(node.param) ? namesIn(node.param) : [])),
  SwitchStatement: visitSwitch,
  IfStatement: visitIf,
  WhileStatement: visitLoop,
  DoWhileStatement: visitLoop,
  ForStatement: visitLoop,
  ForOfStatement: visitLoop,
  ForInStatement: visitLoop,
  VariableDeclaration: visitDeclaration,
  VariableDeclarator: visitDeclarator,
  ReturnStatement: visitReturn,
  Property: visitNamed,
  MethodDefinition: visitNamed,
  PropertyDefinition: visitNamed,
};

const visit: Visit = (copy, node, around) => {
  const visitor = Object.hasOwn(visitors, node.type) ? visitors[node.type] : undefined;
  if (visitor) visitor(copy, node, around);
  else visitAll(copy, childrenOf(node), { ...around, name: undefined });
};

/**
 * Puts the recorder's calls into a file without moving a line: where a function begins and what it returns, before each
 * statement within functions, and at the conditions of loops.
 */
const instrumentFile = (path: string, script: string, recorder: string, sites: Site[]): string => {
  const copy: Copy = { text: new MagicString(script), file: path, sites, recorder, callName: `${recorder}c` };
  visit(copy, parsed(script), { scope: { names: [], outer: null }, isInFunction: false });
  return copy.text.toString();
};

/** A copy of a module that tells the recorder what it does, and the places that it speaks of. */
export const instrument = (
  { module, files }: CompiledModule,
  recorder: string,
): { watched: CompiledModule; sites: Site[] } => {
  const sites: Site[] = [];
  const copies = files.map(({ path, script }) => ({
    path,
    script: instrumentFile(path, script, recorder, sites),
  }));
  return { watched: { module, files: copies, onlyReads: false }, sites };
};
