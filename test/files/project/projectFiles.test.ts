import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { MarkedStream } from '#event-store';
import type { Board, CodeFile } from '#model';
import { samples } from '#samples';
import { leftBehind } from '../../../src/files/project/leftBehind.ts';
import { projectFiles } from '../../../src/files/project/projectFiles.ts';
import { projectZip } from '../../../src/files/project/projectZip.ts';
import { otherShapes } from './support/otherShapes.ts';

const sampleOf = async (id: string) => {
  const sample = await samples.find((one) => one.id === id)?.load();
  if (!sample) throw new Error(`There is no sample ${id}.`);
  return sample;
};

const filesOf = (source: Parameters<typeof leftBehind>[0]) => projectFiles(source, leftBehind(source));

const textAt = (files: readonly CodeFile[], path: string): string => {
  const file = files.find((one) => one.path === path);
  if (!file) throw new Error(`There is no ${path}.`);
  return file.text;
};

const withCode = (board: Board, id: string, code: CodeFile[]): Board => {
  const definition = board.definitions[id];
  if (definition?.kind !== 'decider') throw new Error(`${id} is no decider.`);
  return { ...board, definitions: { ...board.definitions, [id]: { ...definition, code } } };
};

describe('an exported project', () => {
  it('holds the code as it was written, byte for byte, beside the types of its notes', async () => {
    const sample = await sampleOf('shopping-cart');
    const decider = sample.board.definitions['shopping-cart'];
    const files = filesOf(sample);

    expect(textAt(files, 'src/deciders/ShoppingCart/code/ShoppingCart.ts')).toBe(
      decider?.kind === 'decider' && decider.code[0]?.text,
    );
    expect(textAt(files, 'src/deciders/ShoppingCart/model.ts')).toContain('export type ShoppingCartEvent =');
    expect(JSON.parse(textAt(files, 'src/deciders/ShoppingCart/package.json')).imports).toEqual({
      '#model': './model.ts',
    });
  });

  it('tells in its README what is a policy and what a process manager', async () => {
    const readme = textAt(filesOf(await sampleOf('group-checkout-process')), 'README.md');
    expect(readme).toContain('`src/policies/GroupCheckoutProcess/code/GroupCheckoutProcess.ts`: process manager\n');
  });

  it('holds the code of upcasters beside the types of both versions', async () => {
    const sample = await sampleOf('shopping-cart');
    const opened = sample.board.definitions['cart-opened'];
    if (opened?.kind !== 'event') throw new Error('There is no CartOpened.');
    const text = 'export const upcast = (data: object) => ({ ...data });';
    const upcasts = [{ to: 2, defaults: { channel: 'web' }, code: [{ path: 'CartOpenedV2.ts', text }] }];
    const definitions = { ...sample.board.definitions, 'cart-opened': { ...opened, schemaVersion: 2, upcasts } };

    const files = filesOf({ ...sample, board: { ...sample.board, definitions } });

    expect(textAt(files, 'src/upcasters/CartOpenedV2/code/CartOpenedV2.ts')).toBe(text);
    expect(textAt(files, 'src/upcasters/CartOpenedV2/model.ts')).toContain('export type CartOpenedV2 =');
    expect(textAt(files, 'src/model.ts')).toContain(
      "upcasts: [{ ...{ to: 2, defaults: { channel: 'web' } }, code: CartOpenedV2Upcaster }],",
    );
  });

  it('lists exact versions alone, and Emmett by its short name only where code asks for that', async () => {
    const [plain, short] = await Promise.all([sampleOf('shopping-cart'), otherShapes()]);
    const dependenciesOf = (source: typeof plain) =>
      JSON.parse(textAt(filesOf(source), 'package.json')).dependencies as { [name: string]: string };

    expect(dependenciesOf(plain)).toMatchObject({
      '@event-driven-io/emmett': '0.42.0',
      '@event-driven-io/emmett-postgresql': '0.42.0',
      'async-retry': '1.3.3',
      commander: '12.1.0',
      uuid: '10.0.0',
    });
    expect(Object.values(dependenciesOf(plain)).filter((version) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
    expect(dependenciesOf(plain)).not.toHaveProperty('emmett');
    expect(dependenciesOf(short)).toHaveProperty('emmett', 'npm:@event-driven-io/emmett@0.42.0');
  });

  it('is the same bytes for the same model', async () => {
    const sample = await sampleOf('group-checkout');

    expect(projectZip(sample)).toEqual(projectZip(structuredClone(sample)));
  });

  it('keeps files of code in their folder, whatever a stranger has called them', async () => {
    const sample = await sampleOf('shopping-cart');
    const text = 'export {};';
    const hostile = [
      '../../../../package.json',
      '/etc/passwd',
      'C:\\nul.ts',
      'con.ts',
      'a/../../b.ts',
      '',
      'A.ts',
      'a.ts',
    ];
    const board = withCode(
      sample.board,
      'shopping-cart',
      hostile.map((path) => ({ path, text })),
    );

    const paths = Object.keys(unzipSync(projectZip({ ...sample, board })));

    const inFolder = paths.filter((path) => path.startsWith('shopping-cart/src/deciders/ShoppingCart/code/'));
    expect(inFolder).toHaveLength(hostile.length);
    expect(paths.filter((path) => /(?:^|\/)(?:\.\.?|con\.ts|)(?:\/|$)|\\|:/u.test(path))).toEqual([]);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });

  it('writes names and texts of a stranger as data, never as code', async () => {
    const sample = await sampleOf('shopping-cart');
    const name = "'; process.exit(); //\n";
    const board = { ...sample.board, name };

    const model = textAt(filesOf({ ...sample, board }), 'src/model.ts');

    expect(model).toContain(String.raw`name: '\'; process.exit(); //\n',`);
  });

  it('seeds what people sent, with their times, and leaves to policies what is theirs', async () => {
    const sample = await sampleOf('shopping-cart');
    const group = await sampleOf('group-checkout');
    const recorded = (source: typeof sample) => JSON.parse(textAt(filesOf(source), 'seed/recorded.json'));

    expect(recorded(sample).steps).toHaveLength(21);
    expect(recorded(sample).steps[0]).toEqual({
      commandId: 'command-1',
      type: 'OpenCart',
      data: { cartId: 'cart-1', clientId: 'client-1' },
      metadata: {},
      correlationId: 'command-1',
      now: '2026-03-02T09:00:00.000Z',
      outcome: 'appended',
    });
    expect(
      recorded(sample).steps.filter(({ expected }: { expected?: number }) => expected !== undefined),
    ).toMatchObject([{ type: 'AddProductItem', expected: 4, outcome: 'conflict' }]);
    const ofPolicies = group.history.commands.filter(({ origin }) => origin.kind === 'policy');
    expect(Object.keys(recorded(group).times)).toEqual(ofPolicies.map(({ commandId }) => commandId));
  });
});

describe('what an exported project leaves behind', () => {
  it('is said: what stands on no note, what no command made, and what is otherwise there', async () => {
    const { board, history } = await sampleOf('shopping-cart');
    const summary = board.definitions['client-summary'];
    if (summary?.kind !== 'read-model') throw new Error('There is no ClientSummary.');
    const [event] = history.events;
    if (!event) throw new Error('There is no event.');
    const { commandId: _command, ...metadata } = event.metadata;

    expect(
      leftBehind({
        board: {
          ...board,
          settings: { ...board.settings, storeAsJson: false },
          definitions: { ...board.definitions, 'client-summary': { ...summary, lifecycle: 'async' } },
        },
        history: { ...history, events: [{ ...event, metadata }] },
      }),
    ).toEqual([
      'On no note, and so not in the project: RemovedProducts.',
      'Asynchronous here, inline there: ClientSummary.',
      'Events that no command made, which the seed leaves out: 1.',
      'Date, Map, Set and bigint in events: there they are what JSON keeps of them.',
      'The picture of the wall, its history, branches and bookmarks.',
    ]);
  });

  it('is said of streams that were deleted, where the seed may come to other events', async () => {
    const source = await sampleOf('shopping-cart');
    const saidOf = (streams: MarkedStream[]) =>
      leftBehind({ ...source, history: { ...source.history, streams } }).filter((line) => /stream/i.test(line));
    const described = { stream: 'ShoppingCart-1', metadata: { note: 'mine' } };
    const deletions = [
      { kind: 'deleted', position: 3, version: 2 },
      { kind: 'taken-back', position: 4, version: 2 },
    ] as const;
    const count = 'Streams that are archived, deleted or described here, and ordinary ones there: 1.';

    expect(saidOf([described])).toEqual([count]);
    expect(saidOf([{ stream: 'ShoppingCart-1', deletions: [...deletions] }])).toEqual([
      count,
      'Archiving and deleting these streams: the seed does neither, so that commands behind it may come to other events there.',
    ]);
  });
});
