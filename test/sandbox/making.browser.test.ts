import { describe, expect, it } from 'vitest';
import { type ModelModule, type PathStep, readAsKey, type SandboxEvent, type ValuePlace } from '#sandbox';
import { logOf } from '../support/logOf.ts';
import { decider, openSandbox, readModel } from './support/sandboxes.ts';

type Told = { type: string; data: { [name: string]: string | number }; readAs?: Told[] };

const added = (sku: string, quantity: number): Told => ({ type: 'Added', data: { sku, quantity } });
const removed = (sku: string): Told => ({ type: 'Removed', data: { sku } });

const recorded = (told: Told[]): SandboxEvent[] =>
  told.map(({ readAs, ...event }, index) => ({
    ...event,
    metadata: {
      ...(readAs ? { [readAsKey]: readAs.map((one) => ({ ...one, schemaVersion: 2 })) } : {}),
      eventId: `Basket-1/${index + 1}`,
      streamName: 'Basket-1',
      streamPosition: index + 1,
      globalPosition: index + 1,
      recordedAt: '2024-01-01T00:00:00.000Z',
    },
  }));

const stateAt = (path: PathStep[]): ValuePlace => ({
  subject: { kind: 'state', moduleId: 'counter', stream: 'Basket-1' },
  path,
});

/** The lines that made the value, of each event that changed it, in order. */
const linesOf = async (module: ModelModule, told: Told[], place: ValuePlace) => {
  const sandbox = await openSandbox();
  const events = recorded(told);
  await sandbox.load([module]);
  sandbox.readLogBy(logOf(events));
  const { changes } = await sandbox.history({ ...place, position: events.length, most: 100 });
  const positions = changes.map(({ position }) => position).reverse();
  const { surroundings } = await sandbox.surroundings({ ...place, positions });
  const { lines } = await sandbox.making({
    ...place,
    changes: surroundings.flatMap((around) => {
      const event = events[around.position - 1];
      return event ? [{ ...around, event }] : [];
    }),
  });
  return lines;
};

/** The line that bears the mark. */
const marked = (module: ModelModule, mark = '// this'): { file: string; line: number } => {
  const [found] = module.files.flatMap(({ path, text }) => {
    const line = text.split('\n').findIndex((content) => content.includes(mark));
    return line < 0 ? [] : [{ file: path, line: line + 1 }];
  });
  if (!found) throw new Error('No line is marked.');
  return found;
};

const withEvolve = (evolve: string, start = '{ lines: [], total: 0 }', helper?: string): ModelModule => {
  const module = decider(`${helper === undefined ? '' : "import { helped } from './helper';\n"}
export const initialState = () => (${start});
export const evolve = (state: any, event: any) => {
${evolve}
};
export const decide = () => [];
`);
  return helper === undefined ? module : { ...module, files: [...module.files, { path: 'helper.ts', text: helper }] };
};

const lastLine = async (module: ModelModule, told: Told[], path: PathStep[]) =>
  (await linesOf(module, told, stateAt(path))).at(-1);

describe('the line that made a value', () => {
  it('is the property within what is returned', async () => {
    const module = withEvolve(`
  return {
    ...state,
    lines: [...state.lines, event.data],
    total: state.total + event.data.quantity, // this
  };`);

    const lines = await linesOf(module, [added('cup', 2), added('pot', 1)], stateAt(['total']));

    expect(lines).toEqual([marked(module), marked(module)]);
  });

  it('is the constant that only is named in what is returned, and what that one was computed from', async () => {
    const module = withEvolve(`
  const { quantity } = event.data;
  const total = state.total + quantity; // this
  const sum = total;
  return {
    ...state,
    total,
    sum,
    last: quantity, // last
  };`);

    const told = [added('cup', 2)];
    expect(await lastLine(module, told, ['total'])).toEqual(marked(module));
    expect(await lastLine(module, told, ['sum'])).toEqual(marked(module));
    expect(await lastLine(module, told, ['last'])).toEqual(marked(module, '// last'));
  });

  it('is the property where its name may stand for something else by then', async () => {
    const module = withEvolve(`
  let total = state.total;
  if (event.data.quantity > 1) total += event.data.quantity;
  return { ...state, total }; // this`);

    expect(await lastLine(module, [added('cup', 2)], ['total'])).toEqual(marked(module));
  });

  it('is the assignment where a state is changed in place, and no other that leaves the value alone', async () => {
    const module = withEvolve(`
  const before = state.total;
  state.lines.push(event.data);
  state.total = before + event.data.quantity; // this
  state.last = event.data.sku;
  return state;`);

    expect(await lastLine(module, [added('cup', 2)], ['total'])).toEqual(marked(module));
  });

  it('is that of the last one that changed it, where a stored event is read as several', async () => {
    const module = withEvolve(`
  if (event.type === 'Removed') return { ...state, lines: [] };
  if (event.data.sku === 'cup') return { ...state, total: state.total + 1 }; // cup
  return { ...state, total: state.total + event.data.quantity }; // this`);
    const moved = { type: 'Moved', data: {}, readAs: [added('cup', 1), added('pot', 3), removed('cup')] };

    expect(await linesOf(module, [added('cup', 2), moved], stateAt(['total']))).toEqual([
      marked(module, '// cup'),
      marked(module),
    ]);
  });

  it('is the last of several that changed it', async () => {
    const module = withEvolve(`
  state.total = 0;
  for (const { quantity } of [...state.lines, event.data])
    state.total += quantity; // this
  state.lines.push(event.data);
  return state;`);

    expect(await lastLine(module, [added('cup', 2), added('pot', 3)], ['total'])).toEqual(marked(module));
  });

  it('is what set the entry of a Map, in a copy of it or in place', async () => {
    const copied = withEvolve(
      `
  const stock = new Map(state.stock);
  const { sku, quantity } = event.data;
  stock.set(sku, (stock.get(sku) ?? 0) + quantity); // this
  return { ...state, stock };`,
      '{ stock: new Map() }',
    );
    const inPlace = withEvolve(
      `
  if (!state.stock.has(event.data.sku)) state.stock.set(event.data.sku, { quantity: 0 });
  const entry = state.stock.get(event.data.sku);
  entry.quantity += event.data.quantity; // this
  return state;`,
      '{ stock: new Map() }',
    );
    const told = [added('cup', 2), added('pot', 1), added('cup', 3)];

    expect(await lastLine(copied, told, ['stock', { key: 'cup' }])).toEqual(marked(copied));
    expect(await lastLine(inPlace, told, ['stock', { key: 'cup' }, 'quantity'])).toEqual(marked(inPlace));
  });

  it('is the way that was gone through an if', async () => {
    const module = withEvolve(`
  if (event.data.quantity > 10) {
    state.size = 'large'; // large
  } else {
    state.size = 'small'; // small
  }
  return state;`);

    const lines = await linesOf(module, [added('cup', 2), added('pot', 11)], stateAt(['size']));

    expect(lines).toEqual([marked(module, '// small'), marked(module, '// large')]);
  });

  it('is what made the changed item of a list that is mapped', async () => {
    const module = withEvolve(`
  const { sku, quantity } = event.data;
  if (!state.lines.some((line: any) => line.sku === sku))
    return { ...state, lines: [...state.lines, { sku, quantity }] };
  return {
    ...state,
    lines: state.lines.map((line: any) =>
      line.sku === sku
        ? { ...line, quantity: line.quantity + quantity } // this
        : line,
    ),
  };`);
    const told = [added('cup', 2), added('pot', 1), added('cup', 3)];

    expect(await lastLine(module, told, ['lines', 0, 'quantity'])).toEqual(marked(module));
  });

  it('is where a list lost an item, not where those that stay were copied', async () => {
    const module = withEvolve(`
  if (event.type === 'Added') return { ...state, lines: [...state.lines, event.data] };
  const copies = state.lines.map((line: any) => ({ ...line }));
  return {
    ...state,
    lines: copies.filter((line: any) => line.sku !== event.data.sku), // this
  };`);
    const told = [added('cup', 2), added('pot', 1), removed('cup')];

    expect(await lastLine(module, told, ['lines', 0, 'quantity'])).toEqual(marked(module));
    expect(await lastLine(module, told, ['lines', 1])).toEqual(marked(module));
  });

  it('is in the helper of another file that made it', async () => {
    const module = withEvolve(
      `
  switch (event.type) {
    case 'Added':
      return helped(state, event.data);
    default:
      return state;
  }`,
      '{ lines: [], total: 0 }',
      `export const helped = (state: any, { quantity }: any) => ({
  ...state,
  total: state.total + quantity, // this
});`,
    );

    expect(await lastLine(module, [added('cup', 2)], ['total'])).toEqual({ ...marked(module), file: 'helper.ts' });
  });

  it('is in a helper that changes what it is given, and returns nothing', async () => {
    const module = withEvolve(
      `
  helped(state.lines, event.data);
  return state;`,
      '{ lines: [] }',
      `export function helped(lines: any[], data: any) {
  const known = lines.find(({ sku }) => sku === data.sku);
  if (known) known.quantity += data.quantity; // this
  else lines.push(data);
}`,
    );

    expect(await lastLine(module, [added('cup', 2), added('cup', 1)], ['lines', 0, 'quantity'])).toEqual(
      marked(module),
    );
  });

  it('is where a piece was made that is put in later', async () => {
    const module = withEvolve(`
  const line = {
    sku: event.data.sku,
    quantity: event.data.quantity * 2, // this
  };
  const next = { ...state };
  next.lines = [...state.lines, line];
  return Object.freeze({ ...next });`);

    expect(await lastLine(module, [added('cup', 2)], ['lines', 0, 'quantity'])).toEqual(marked(module));
  });

  it('is where what had been there before came to stand', async () => {
    const module = withEvolve(`
  const lines = [...state.lines, event.data];
  const [first] = lines;
  return {
    lines,
    first: lines.at(-1), // this
    kept: first,
  };`);

    expect(await lastLine(module, [added('cup', 2), added('pot', 1)], ['first', 'sku'])).toEqual(marked(module));
  });

  it('is the return where the whole is a plain value, or a document that goes', async () => {
    const module = withEvolve(
      `
  const next = state + event.data.quantity;
  return next; // this`,
      '0',
    );
    const document = readModel(`
export const canHandle = ['Added', 'Removed'];
export const getDocumentId = () => 'all';
export const evolve = (document: any, event: any) => {
  if (event.type === 'Removed')
    return null; // gone
  return { quantity: event.data.quantity }; // made
};
`);
    const place: ValuePlace = {
      subject: { kind: 'document', moduleId: 'totals', documentId: 'all' },
      path: ['quantity'],
    };

    expect(await lastLine(module, [added('cup', 2)], [])).toEqual(marked(module));
    expect(await linesOf(document, [added('cup', 2), removed('cup')], place)).toEqual([
      marked(document, '// made'),
      marked(document, '// gone'),
    ]);
  });
});

describe('where it cannot be told which line made a value', () => {
  const start = '{ total: 0 }';

  it('says nothing of a call that comes to something else than the fold did', async () => {
    const module = {
      ...withEvolve('', start),
      files: [
        {
          path: 'Counter.ts',
          text: `class Basket { constructor(readonly total = 0) {} plus(more: number) { return new Basket(this.total + more); } }
export const initialState = () => new Basket();
export const evolve = (basket: any, event: any) => basket.plus ? basket.plus(event.data.quantity) : new Basket(-1);
export const decide = () => [];`,
        },
      ],
    };

    expect(await linesOf(module, [added('cup', 2), added('pot', 3)], stateAt(['total']))).toEqual([null, null]);
  });

  it('says nothing of very many steps, and goes on with the next change', async () => {
    const module = withEvolve(
      `
  let total = state.total;
  for (let turn = 0; turn < event.data.quantity; turn += 1) total += 1;
  return { total }; // this`,
      start,
    );

    const lines = await linesOf(module, [added('cup', 100_000), added('pot', 2)], stateAt(['total']));

    expect(lines).toEqual([null, marked(module)]);
  });

  it('is not led astray by code that meddles with what is built in', async () => {
    const module = withEvolve(
      `
  Map.prototype.get = () => ({ site: -1 });
  Array.prototype.push = () => 7;
  return { total: state.total + event.data.quantity };`,
      start,
    );

    const lines = await linesOf(module, [added('cup', 2), added('pot', 2)], stateAt(['total']));

    for (const line of lines) expect([undefined, 'Counter.ts']).toContain(line?.file);
  });
});
