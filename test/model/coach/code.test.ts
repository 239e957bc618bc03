import { describe, expect, it } from 'vitest';
import { type Advice, type Board, typesOf } from '#model';
import { advise } from '../support/advise.ts';
import { typeErrors } from '../support/typeCheck.ts';
import { add, cartWall, connect, edited } from '../support/wall.ts';

const withCode = (board: Board, definitionId: string, text: string): Board =>
  edited(board, { type: 'ChangeCode', definitionId, code: [{ path: 'Entry.ts', text }] });

const codeAdvice = (board: Board): Advice[] => advise(board).filter(({ rule }) => rule.startsWith('code-'));

const said = (board: Board): string[] =>
  codeAdvice(board).map(({ severity, place, message }) => {
    const line = place.kind === 'code' ? `${place.file}:${place.line}` : place.kind;
    return `${severity} ${line} ${message}`;
  });

const decider = (...lines: string[]) => withCode(cartWall(), 'ShoppingCart', lines.join('\n'));

describe('the coach, of code', () => {
  const growing = decider(
    'export const decide = () => [];',
    'export const evolve = (state, event) => {',
    '  switch (event.type) {',
    "    case 'CartOpened':",
    '      return { ...state, ...event.data };',
    '  }',
    '};',
  );

  it('warns on the line of a function that has no case for an event, and adds it in one step', () => {
    const [advice] = codeAdvice(growing);

    expect(said(growing)).toEqual(['warning Entry.ts:2 ShoppingCart does not know ProductItemAdded yet.']);
    expect(advice?.fix?.label).toBe('Add the case for ProductItemAdded');
    expect(said(edited(growing, ...(advice?.fix?.intents(() => 'new', growing) ?? [])))).toEqual([]);
  });

  it('adds it to the code as it is by then', () => {
    const [advice] = codeAdvice(growing);
    const text = `// mine\n${(growing.definitions.ShoppingCart as { code: { text: string }[] }).code[0]?.text}`;
    const later = withCode(growing, 'ShoppingCart', text);

    const mended = edited(later, ...(advice?.fix?.intents(() => 'new', later) ?? []));

    expect(mended.definitions.ShoppingCart).toMatchObject({
      code: [{ text: expect.stringMatching(/^\/\/ mine\n[\s\S]*case 'ProductItemAdded':/u) }],
    });
  });

  it('is silent where it was muted', () => {
    const muted = edited(growing, {
      type: 'MuteAdvice',
      definitionId: 'ShoppingCart',
      rule: 'code-unknown',
      isMuted: true,
    });

    expect(said(muted)).toEqual([]);
  });

  it('offers no fix where there is no safe place for a case', () => {
    const text = "export const canHandle = [...common, 'CartOpened'];\nexport const evolve = (document) => document;";
    const board = withCode(cartWall(), 'CartDetails', text);

    expect(codeAdvice(board).map(({ rule, fix }) => ({ rule, fix }))).toEqual([
      { rule: 'code-unknown', fix: undefined },
    ]);
  });

  it('warns of time and chance where events are folded', () => {
    const board = decider(
      'export const evolve = (state, event) => ({',
      '  ...state,',
      '  seenAt: Date.now(),',
      '  openedAt: new Date(event.data.openedAt),',
      '  luck: Math.random(),',
      '});',
    );

    expect(said(board)).toEqual([
      'warning Entry.ts:3 evolve asks for the time: Date.now.',
      'warning Entry.ts:5 evolve asks for chance: Math.random.',
    ]);
  });

  it('sends decide from the clock to the time of the command', () => {
    const text = [
      "import type { OpenCart, CartOpened } from '#model';",
      'export const decide = (command: OpenCart): CartOpened => ({',
      "  type: 'CartOpened',",
      '  data: { ...command.data, openedAt: new Date().toISOString() },',
      '});',
    ].join('\n');
    const board = withCode(cartWall(), 'ShoppingCart', text);
    const [advice] = codeAdvice(board);

    expect(said(board)).toEqual(['information Entry.ts:4 decide asks the clock: new Date.']);
    expect(advice?.fix?.label).toBe('Take command.metadata.now');
    const mended = edited(board, ...(advice?.fix?.intents(() => 'new', board) ?? []));
    const [file] = (mended.definitions.ShoppingCart as { code: { text: string }[] }).code;
    expect(file?.text).toContain('openedAt: command.metadata.now.toISOString()');
    expect(typeErrors(typesOf(mended, 'ShoppingCart'), file?.text ?? '')).toEqual([]);
  });

  it('has nothing against a clock that stands in where no time was given, or ids that are drawn', () => {
    const board = decider(
      'export const decide = ({ data, metadata }) => {',
      '  const now = metadata?.now ?? new Date();',
      "  return { type: 'CartOpened', data: { ...data, id: crypto.randomUUID(), openedAt: now.toISOString() } };",
      '};',
    );

    expect(said(board)).toEqual([]);
  });

  it('sees where code changes what it is handed, and not where it changes its own', () => {
    const board = decider(
      'export const evolve = (state, event) => {',
      '  const items = [...state.items];',
      '  items.push(event.data.item);',
      '  state.items.push(event.data.item);',
      '  state.total += event.data.item.quantity;',
      '  state.open![0]!.seen = true;',
      '  delete state.draft;',
      '  const sorted = state.items.slice().sort();',
      '  const isSame = state.total === sorted.length;',
      '  return { ...state, items, isSame };',
      '};',
    );

    expect(said(board)).toEqual([
      'information Entry.ts:4 evolve changes state.items.',
      'information Entry.ts:5 evolve changes state.total.',
      'information Entry.ts:6 evolve changes state.open![0]!.seen.',
      'information Entry.ts:7 evolve changes state.draft.',
    ]);
  });

  it('leads to the line of a field that no event has', () => {
    const board = withCode(
      cartWall(),
      'CartDetails',
      'export const canHandle = [];\nexport const evolve = (document, event) => ({ ...document, colour: event.data.colour });',
    );

    expect(
      advise(board).find(({ rule, definitionId }) => rule === 'G12' && definitionId === 'CartDetails'),
    ).toMatchObject({ place: { kind: 'code', file: 'Entry.ts', line: 2 } });
  });

  it('leads to the refusal that no specification shows', () => {
    const board = edited(
      decider("export const decide = () => {\n  throw new Error('The cart is full');\n};"),
      ...add('event', 'CartClosed'),
      connect('ShoppingCart', 'CartClosed'),
      {
        type: 'AddSpecification',
        specification: {
          id: 'opens',
          name: 'opens',
          definitionId: 'ShoppingCart',
          subject: 'decider',
          given: [],
          when: { type: 'OpenCart', data: {} },
          then: { kind: 'events', events: [{ type: 'CartOpened', data: {} }] },
        },
      },
    );

    expect(advise(board).find(({ message }) => message.includes('The cart is full'))?.place).toEqual({
      kind: 'code',
      file: 'Entry.ts',
      line: 2,
    });
  });
});
