import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../src/files/document/documentOf.ts';
import { flowchartsOf } from '../../../src/files/document/partsOfChart.ts';
import { boardOfFile } from '../../../src/files/partsOfFile.ts';
import { board as contexts } from '../../../src/samples/orders-and-shipping/board.ts';
import { board as cart } from '../../../src/samples/shopping-cart/board.ts';
import { emptyFile } from '../support/fixtures.ts';

const hostile = 'a|b <img src=x onerror=alert(1)> [x](javascript:alert(1)) `c` **d** \u202Eevil\n# e';

const hostileBoard = boardOfFile({
  ...emptyFile,
  name: hostile,
  definitions: [
    {
      id: 'event',
      kind: 'event',
      name: hostile,
      schemaVersion: 1,
      fields: [{ name: hostile, type: { kind: 'choice', choices: [hostile] }, example: hostile }],
    },
    { id: 'decider', kind: 'decider', name: hostile, category: hostile, idField: hostile, code: [] },
  ],
  notes: [
    { id: 'n1', definitionId: 'event', x: 0, y: 0 },
    { id: 'n2', definitionId: 'decider', x: 0, y: 0 },
  ],
  connections: [{ id: 'c1', from: 'n2', to: 'n1' }],
  specifications: [
    {
      id: 's',
      subject: 'decider',
      definitionId: 'decider',
      name: hostile,
      given: [{ type: hostile, data: { [hostile]: hostile } }],
      when: { type: hostile, data: {} },
      then: { kind: 'refused', message: hostile },
    },
  ],
});

describe('the document of a model', () => {
  const text = documentOf(cart);

  it('tells the flows, from who sends a command to who hears of its event', () => {
    expect(text).toContain('- Customer → **AddProductItem** → ShoppingCart\n  - **ProductItemAdded** → CartDetails\n');
  });

  it('has every message with its fields, those of objects with their path', () => {
    expect(text).toContain('### CartOpened\n\n- Recorded by: ShoppingCart\n- Heard by: CartDetails, ClientSummary\n');
    expect(text).toContain('\n| `item.productId` | id |  | `headphones` |\n');
    expect(text).toContain(
      '| `reason` | one of too expensive, changed my mind, ordered by mistake | yes | `too expensive` |',
    );
  });

  it('says of a decider which streams it has, what it takes and what it gives', () => {
    expect(text).toContain(
      '### ShoppingCart\n\n- Streams: `ShoppingCart-…`\n- Id of a stream: `cartId`\n' +
        '- Commands: OpenCart, AddProductItem, RemoveProductItem, ConfirmCart, CancelCart\n',
    );
  });

  it('says which event is public, who publishes it, and whose context it leaves', () => {
    const document = documentOf(contexts);
    expect(document).toContain(
      '### OrderReleased\n\n- Public event\n- Recorded by: Publish OrderConfirmed\n' +
        '- Heard by: ParcelsToPack, Whenever an order is released, then print its label\n',
    );
    expect(document).toContain('### OrderPlaced\n\n- Private event\n');
    expect(document).toContain('### Publish OrderConfirmed\n\n- Translation\n');
    expect(document).toContain('- Orders: bounded context of Order\n- Shipping: bounded context of Parcel\n');
  });

  it('has the specifications as given, when, then', () => {
    expect(text).toContain(
      '#### accepts a second cancellation, with nothing to record\n\n- Given\n  - **CartOpened** `{"cartId":"cart-1",',
    );
    expect(text).toContain(
      '- When, at `2026-03-02T09:00:00.000Z`\n  - **CancelCart** `{"cartId":"cart-1"}`\n- Then: nothing is recorded\n',
    );
    expect(text).toContain('- Then\n  - refused: an empty cart cannot be confirmed\n');
  });

  it('names what stands on no wall', () => {
    expect(text).toContain('## Not on the wall\n\nRemovedProducts\n');
  });

  it('does not change where a note is moved', () => {
    const [first] = Object.values(cart.notes);
    const moved = first ? { ...cart, notes: { ...cart.notes, [first.id]: { ...first, x: 4000, y: 900 } } } : cart;
    expect(documentOf(moved)).toBe(text);
  });

  it('lets nothing that people typed be a tag, a link, a cell, a heading or unseen', () => {
    const written = documentOf(hostileBoard).replace(/```mermaid[\s\S]*?```/u, '');
    const outsideOfCode = written.replace(/(`+)[^\n]*?\1(?!`)/gu, '');
    expect(outsideOfCode).not.toMatch(/<img/u);
    expect(outsideOfCode).not.toMatch(/\]\(/u);
    expect(outsideOfCode).not.toMatch(/\*\*d\*\*/u);
    expect(written).not.toMatch(/[\u202E]/u);
    expect(written.split('\n').filter((line) => /^# /u.test(line))).toHaveLength(1);
    const rows = written.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.map((row) => row.replaceAll('\\|', '').split('|').length)).toEqual([6, 6, 6]);
  });
});

describe('the flowchart of a wall', () => {
  it('has a node for each definition and an arrow for each connection', () => {
    const [chart = '', ...others] = flowchartsOf(cart);
    expect(others).toEqual([]);
    expect(chart).toContain('  command_OpenCart["OpenCart"]:::command\n');
    expect(chart).toContain('  read_model_CartDetails[("CartDetails")]:::read-model\n');
    expect(chart).toContain('  command_OpenCart --> decider_ShoppingCart\n');
    expect(chart.match(/ --> /gu)).toHaveLength(25);
  });

  it('holds nothing of a name that Mermaid could take for its own', () => {
    const lines = (flowchartsOf(hostileBoard)[0] ?? '').split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toMatch(/^ {2}event_[\w]+\["[\p{L}\p{N} .,!?…_#;-]+"\]:::event$/u);
  });
});

/** Rows of a command, a decider and an event, beside each other; each row is told of by the one before it. */
const wallOfRows = (rows: number, isChained: boolean) => {
  const row = Array.from({ length: rows }, (_, index) => index);
  const long = 'ConfirmTheReservationOfSeveralSeatsForAWholeGroupOfTravellers';
  const definitions = row.flatMap((at) => [
    { id: `c${at}`, kind: 'command' as const, name: `${long}${at}`, fields: [] },
    { id: `d${at}`, kind: 'decider' as const, name: `Seats${at}`, category: `Seats${at}`, idField: '', code: [] },
    { id: `e${at}`, kind: 'event' as const, name: `${long}${at}Confirmed`, schemaVersion: 1, fields: [] },
  ]);
  const arrow = (from: string, to: string) => ({ id: `${from}-${to}`, from: `n${from}`, to: `n${to}` });
  return boardOfFile({
    ...emptyFile,
    definitions,
    notes: definitions.map(({ id }, index) => ({ id: `n${id}`, definitionId: id, x: index * 200, y: 0 })),
    connections: row.flatMap((at) => [
      ...[arrow(`c${at}`, `d${at}`), arrow(`d${at}`, `e${at}`)],
      ...(isChained && at > 0 ? [arrow(`e${at - 1}`, `c${at}`)] : []),
    ]),
  });
};

describe('the flowcharts of a large wall', () => {
  it.each([
    { rows: 300, isChained: false },
    { rows: 300, isChained: true },
  ])('are each as large as Mermaid draws one, and hold each node and arrow: %o', ({ rows, isChained }) => {
    const board = wallOfRows(rows, isChained);
    const charts = flowchartsOf(board);

    expect(charts.length).toBeGreaterThan(1);
    const arrows = charts.map((chart) => chart.match(/ --> /gu)?.length ?? 0);
    expect(Math.max(...charts.map(({ length }) => length))).toBeLessThan(50_000);
    expect(Math.max(...arrows)).toBeLessThan(500);
    expect(arrows.reduce((one, other) => one + other)).toBe(Object.keys(board.connections).length);
    const nodes = charts.flatMap((chart) => chart.match(/\w+(?=[[]+")/gu) ?? []);
    expect(new Set(nodes).size).toBe(3 * rows);
    // What hangs together is drawn once.
    if (!isChained) expect(nodes).toHaveLength(3 * rows);
  });

  it('are numbered in the document', () => {
    expect(documentOf(wallOfRows(300, false))).toContain('## Diagram\n\n### Part 1 of ');
  });
});
