const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Methods that change nothing, whatever of the language they are called on. */
export const readingMethods = words(
  `includes indexOf lastIndexOf slice concat join at flat toReversed toSpliced with toString toFixed toPrecision toUpperCase
  toLowerCase trim trimStart trimEnd startsWith endsWith padStart padEnd repeat split substring charAt charCodeAt
  codePointAt localeCompare normalize replace replaceAll match search test get has union intersection difference isSubsetOf
  isSupersetOf hasOwnProperty toISOString toLocaleString toLocaleDateString toLocaleTimeString getTime getFullYear getMonth
  getDate getDay getHours getMinutes getSeconds getMilliseconds getUTCFullYear getUTCMonth getUTCDate getUTCDay getUTCHours
  getUTCMinutes getUTCSeconds`,
);

/** The same, which call what they are given first. */
export const callingMethods = words(
  'map filter find findIndex findLast findLastIndex some every reduce reduceRight flatMap toSorted forEach',
);

/** What they answer is used up by reading it, so it must not outlive a call. */
export const iteratingMethods = words('keys values entries matchAll');

/** Methods that change what they are called on. `sort` calls what it is given. */
export const changingMethods = words(
  'push pop shift unshift splice reverse fill copyWithin sort set add delete clear setTime setDate setMonth setFullYear',
);

/** What they answer is a list of its own. */
export const copyingMethods = words('map filter slice concat flat flatMap toSorted toReversed toSpliced with split');

const math = words('abs ceil floor round trunc sign min max pow sqrt cbrt log log2 log10 exp hypot PI E');

/** Functions of the language that change nothing, by the object that has them. */
export const staticFunctions: { [owner: string]: ReadonlySet<string> } = {
  Object: words('keys values entries fromEntries hasOwn is'),
  Array: words('isArray of'),
  Number: words('isInteger isSafeInteger isFinite isNaN parseFloat parseInt'),
  Date: words('UTC parse'),
  Math: math,
  console: words('log info warn error debug'),
};

/** The same, which answer an object or a list of its own. */
export const copyingFunctions = words('keys values entries fromEntries of');

export const plainFunctions = words('Number String Boolean BigInt structuredClone parseInt parseFloat isNaN isFinite');
export const plainConstructors = words('Map Set Date Error TypeError RangeError');
export const constants = words('undefined NaN Infinity');

/** Ways to what all objects share. */
export const sharedByAll = words('__proto__ constructor prototype caller callee arguments');

/** Syntax in which nothing changes by itself. */
export const quietSyntax = words(
  `Program ExpressionStatement BlockStatement ReturnStatement IfStatement SwitchStatement SwitchCase VariableDeclaration
  VariableDeclarator ForStatement WhileStatement DoWhileStatement BreakStatement
  ContinueStatement ThrowStatement TryStatement CatchClause EmptyStatement LabeledStatement TemplateLiteral TemplateElement
  BinaryExpression LogicalExpression ConditionalExpression SequenceExpression SpreadElement ArrayExpression ObjectExpression
  ChainExpression RestElement ArrayPattern ObjectPattern AssignmentPattern`,
);
