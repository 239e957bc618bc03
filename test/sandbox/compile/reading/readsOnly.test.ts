import { describe, expect, it } from 'vitest';
import { compileModule } from '../../../../src/sandbox/compile/compileModule.ts';

const onlyReads = (...texts: string[]): boolean => {
  const files = texts.map((text, index) => ({ path: index === 0 ? 'Totals.ts' : `part${index}.ts`, text }));
  const compiled = compileModule({ id: 'totals', kind: 'read-model', name: 'Totals', files });
  if (compiled.kind === 'broken') throw new Error(compiled.error.message);
  return compiled.onlyReads;
};

const inEvolve = (body: string): string => `export const evolve = (document: any, event: any) => { ${body} };`;

describe('code that only reads what it is given', () => {
  it.each([
    ['spreads what was', 'return { ...document, total: (document?.total ?? 0) + event.data.amount };'],
    ['adds to a copy', 'const lines = [...document.lines]; lines.push(event.data); return { ...document, lines };'],
    ['sorts a copy', 'return { best: [...document.best, event.data.amount].sort((a, b) => b - a).slice(0, 3) };'],
    ['fills a new record', 'const next = { ...document }; next.at = event.metadata.recordedAt; return next;'],
    ['takes from a copy', 'const { [event.data.id]: _gone, ...rest } = document.byId; return { byId: rest };'],
    ['counts in a loop', 'let sum = 0; for (const { price } of event.data.lines) sum += price; return { sum };'],
    ['calls back', 'return { open: document.lines.filter((line: any) => line.id !== event.data.id).map(String) };'],
    ['makes a map', 'return { at: Object.fromEntries(new Map(document.at).set(event.type, 1)) };'],
    ['rounds', 'return { total: Math.round(document.total * 100) / 100, max: Math.max(...document.all) };'],
    ['branches', "switch (event.type) { case 'Removed': return null; default: return document; }"],
    ['prints', 'console.log(event.data); return document;'],
    ['searches', 'return { isOne: /^one/i.test(event.data.text) };'],
  ])('%s', (_, body) => {
    expect(onlyReads(inEvolve(body))).toBe(true);
  });

  it('is a decider with rules of its own and of the stand-in', () => {
    const code = `import { IllegalStateError, type Decider } from '@event-driven-io/emmett';
type State = { isOpen: boolean };
const needOpen = (state: State): void => { if (!state.isOpen) throw new IllegalStateError('It is closed.'); };
export const initialState = (): State => ({ isOpen: false });
export const decide = (command: any, state: State) => { needOpen(state); return { type: 'Closed', data: command.data }; };
export function evolve(state: State, { type }: any): State { return { ...state, isOpen: type === 'Opened' }; }
export const decider = { decide, evolve, initialState };`;

    expect(onlyReads(code)).toBe(true);
  });
});

describe('code that may do more', () => {
  it.each([
    ['changes the document', 'document.total += 1; return document;'],
    ['changes the event', 'event.data.seen = true; return { ...event.data };'],
    ['adds to a list in place', 'document.lines.push(event.data); return document;'],
    ['sorts in place', 'return { lines: event.data.lines.sort() };'],
    ['changes what lies in a copy', 'const lines = [...document.lines]; lines[0].amount = 2; return { lines };'],
    ['changes an item of a loop', 'for (const line of document.lines) line.amount = 2; return document;'],
    ['changes in a callback', 'document.lines.forEach((line: any) => { line.amount = 2; }); return document;'],
    ['goes through a loop into a field', 'for (event.data.x of [1]) return document; return document;'],
    ['gives a variable something else', 'let x: any = []; x = event.data.lines; x.push(1); return { x };'],
    ['deletes', 'delete document.total; return document;'],
    ['assigns', 'return Object.assign(document, { total: 1 });'],
    ['freezes', 'Object.freeze(event.data); return document;'],
    ['asks whether it is frozen', 'return { isFrozen: Object.isFrozen(event.data) };'],
    ['sets by reflection', 'Reflect.set(event.data, "x", 1); return document;'],
    [
      'takes a function out of the language',
      'const { push } = event.data.lines; push.call(event.data.lines, 1); return {};',
    ],
    ['goes over the constructor', 'event.data.constructor.assign(event.data, { x: 1 }); return document;'],
    [
      'passes for the language',
      'const o = { map: (f: any) => event.data.l }; const l = o.map(Number); l.push(1); return {};',
    ],
    ['has an accessor', 'return { get total() { return 1; } };'],
    ['prints as JSON', 'return { text: JSON.stringify(event.metadata) };'],
    ['keeps a place in a text', 'return { isOne: /one/g.test(event.data.text) };'],
    ['calls what it is given', 'return event.data.call(document);'],
    ['uses this', 'return this;'],
  ])('%s', (_, body) => {
    expect(onlyReads(inEvolve(body))).toBe(false);
  });

  it.each([
    ['counts its calls', `let calls = 0; ${inEvolve('calls += 1; return { calls };')}`],
    ['remembers in a list', `const seen: any[] = []; ${inEvolve('seen.push(event); return { seen: seen.length };')}`],
    [
      'remembers in a closure',
      `const counter = () => { let n = 0; return () => { n += 1; return n; }; };
export const evolve = counter();`,
    ],
    ['uses up an iterator', `const ids = [1, 2].values(); ${inEvolve('return { ids: [...ids] };')}`],
    ['changes the language', `Array.prototype.map = function () { return []; }; ${inEvolve('return document;')}`],
    ['generates', `const ids = (function* () { yield 1; })(); ${inEvolve('return { ids: [...ids] };')}`],
    ['has a class', `class Total { n = 0; } const total = new Total(); ${inEvolve('return { total: total.n };')}`],
  ])('%s', (_, code) => {
    expect(onlyReads(code)).toBe(false);
  });

  it('brings files along that do', () => {
    expect(
      onlyReads("import { a } from './part1';\nexport const evolve = () => a;", 'export const a = { b: 1 };'),
    ).toBe(false);
  });
});
