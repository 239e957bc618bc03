import { bindPattern } from './bind.ts';
import { chainAt } from './chains.ts';
import { endOfExpression, find, isMark, isWord, type Origin, partsOf, type Reading, skip, valueAt } from './Reading.ts';
import { originOfType } from './typeOrigins.ts';

/** What the functions of the contract are handed, in the order of their parameters. */
type Role = 'command' | 'event' | 'state';
const roles: { readonly [name: string]: Role[] } = {
  decide: ['command', 'state'],
  evolve: ['state', 'event'],
  when: ['state', 'event'],
  getDocumentId: ['event'],
  react: ['event'],
  translate: ['event'],
  isTerminal: ['state'],
};

/** Functions of lists that hand each item over, and at which place. */
const itemAt: { readonly [name: string]: number } = {
  map: 0,
  filter: 0,
  forEach: 0,
  some: 0,
  every: 0,
  find: 0,
  findLast: 0,
  flatMap: 0,
  reduce: 1,
};

/** Binds the parameters where a function begins at this bracket, and those of `item => …` at this word. */
export const bindParameters = (reading: Reading, at: number): void => {
  if (isWord(reading, at) && isMark(reading, at + 1, '=>')) {
    const value = holding(itemOrigin(reading, at, 0));
    bindPattern(reading, at, value, { begin: at, end: endOfBody(reading, at + 2) });
    return;
  }
  const body = bodyAfter(reading, at);
  if (body === null) return;
  const close = reading.partners[at] ?? at;
  const handed = roles[nameBefore(reading, at)] ?? [];
  partsOf(reading, at + 1, close).forEach(([begin, end], index) => {
    const colon = find(reading, begin, end, ':');
    const typeEnd = find(reading, colon, end, '=');
    const typed = colon < end ? originOfType(reading, colon + 1, typeEnd) : null;
    const origin =
      handed[index] === 'state'
        ? stateOrigin
        : (typed ?? itemOrigin(reading, at, index) ?? roleOrigin(reading, handed[index]));
    bindPattern(reading, begin, holding(origin), { begin: at, end: endOfBody(reading, body) });
  });
};

const stateOrigin: Origin = { of: 'state', path: [] };

const holding = (origin: Origin | null) => ({ origin, from: origin ? [origin] : [] });

const roleOrigin = (reading: Reading, role: Role | undefined): Origin | null => {
  if (role !== 'command' && role !== 'event') return null;
  const { commands, events } = reading.knowledge;
  reading.sources += 1;
  const messages = (role === 'command' ? commands : events).map(({ id }) => id);
  return { of: 'message', source: reading.sources, messages, path: [] };
};

/** The first token of the body of a function whose parameters stand in this bracket; `null` where it is no function. */
const bodyAfter = (reading: Reading, open: number): number | null => {
  const close = reading.partners[open] ?? open;
  if (isMark(reading, close + 1, '=>')) return close + 2;
  const isNamed =
    isWord(reading, open - 1) && !isWord(reading, open - 1, 'if', 'for', 'while', 'switch', 'catch', 'return');
  if (isNamed && isMark(reading, close + 1, '{')) return close + 1;
  if (!isMark(reading, close + 1, ':')) return null;
  const after = endOfResult(reading, close + 2);
  if (isMark(reading, after, '=>')) return after + 1;
  return isNamed && isMark(reading, after, '{') ? after : null;
};

/** After the type of a result: its arrow, or the body of a function. */
const endOfResult = (reading: Reading, from: number): number => {
  for (let at = from; at < reading.tokens.length; at = skip(reading, at)) {
    const isBody = isMark(reading, at, '{') && at > from && !isMark(reading, at - 1, '|', '&', '<', ',', ':');
    if (isBody || isMark(reading, at, '=>', ';', ')', ']', '}', '=')) return at;
  }
  return reading.tokens.length;
};

const endOfBody = (reading: Reading, body: number): number =>
  isMark(reading, body, '{') ? (reading.partners[body] ?? body) : endOfExpression(reading, body);

/** `decide` of `const decide = (`, `function decide(`, `decide: (`, `decide(` and `const decide: Decide = (`. */
const nameBefore = (reading: Reading, open: number): string => {
  const before = isWord(reading, open - 1, 'async') ? open - 2 : open - 1;
  if (isWord(reading, before)) return valueAt(reading, before);
  if (isMark(reading, before, ':')) return valueAt(reading, before - 1);
  if (!isMark(reading, before, '=')) return '';
  let name = before - 1;
  while (name > 0 && !isWord(reading, name - 1, 'const', 'let', 'var') && before - name < 20) name -= 1;
  return valueAt(reading, name);
};

/** The item of a list of a message that a function is called with: `event.data.lines.map((line) => …`. */
const itemOrigin = (reading: Reading, at: number, index: number): Origin | null => {
  const call = isMark(reading, at - 1, '(') ? at - 1 : -1;
  const method = valueAt(reading, call - 1);
  if (call < 0 || !Object.hasOwn(itemAt, method) || itemAt[method] !== index) return null;
  let begin = call - 1;
  while (begin > 1 && isMark(reading, begin - 1, '.', '?.') && isWord(reading, begin - 2)) begin -= 2;
  return chainAt(reading, begin, call - 2).origin;
};
