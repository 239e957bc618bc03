import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordedEvent } from '#event-store';
import { programOf } from '#model';
import { samples } from '#samples';
import { modulesOfProject } from '../../../../src/files/project/modulesOfProject.ts';
import { projectZip } from '../../../../src/files/project/projectZip.ts';
import { documentsByFold } from '../../../replay/support/plainFold.ts';
import { installFor, openWorkbench, type RunningProject, startProject } from '../../../support/exportedProjects.ts';
import { type Postgres, startPostgres } from '../../../support/postgres.ts';
import { otherShapes } from '../support/otherShapes.ts';

type Model = Awaited<ReturnType<(typeof samples)[number]['load']>>;

const exported = [
  ...samples.map(({ id, name, load }) => ({ id, name, load })),
  { id: 'other-shapes', name: 'Other shapes', load: otherShapes },
];
const bench = openWorkbench();
let postgres: Postgres;
const projects = new Map<string, string>();
const projectOf = (id: string): string => projects.get(id) ?? '';

beforeAll(async () => {
  for (const { id, load } of exported) projects.set(id, bench.unpack(projectZip(await load())));
  // Of all projects it is the one that lists most: Emmett by its short name too.
  [postgres] = await Promise.all([startPostgres(), installFor(bench, projectOf('other-shapes'))]);
});

afterAll(() => {
  postgres?.stop();
  bench.remove();
});

it('the exported projects pass the type check', async () => {
  expect(await bench.run('tsc', ['--noEmit'])).toBe('');
});

it('the specifications pass as tests of the projects', async () => {
  const specifications = (await Promise.all(exported.map(({ load }) => load()))).flatMap(({ board }) => {
    const placed = new Set(Object.values(board.notes).map(({ definitionId }) => definitionId));
    return Object.values(board.specifications).filter(({ definitionId }) => placed.has(definitionId));
  });

  const report = await bench.run('vitest', ['run', '--no-isolate', '--reporter=json']);

  expect(JSON.parse(report.slice(report.indexOf('{')))).toMatchObject({
    success: true,
    numPassedTests: specifications.length,
  });
});

describe.each(exported)('the project of $name', ({ id, load }) => {
  it('makes the recorded history in memory', async () => {
    const model = await load();
    const running = await startProject(bench, projectOf(id), {
      parameters: ['--seed'],
      env: { CLOCK_STARTS_AT: lastTimeOf(model) },
    });

    expect(await factsOf(running, model)).toEqual(await recordedFacts(id, model));
    await running.stop();
  });

  it('makes the recorded history on PostgreSQL, where another process finds it', async () => {
    const model = await load();
    const env = { DATABASE_URL: postgres.createDatabase(id) };

    const said = await bench.run('tsx', ['src/seed.ts'], { cwd: projectOf(id), env });
    const running = await startProject(bench, projectOf(id), {
      env: { ...env, CLOCK_STARTS_AT: lastTimeOf(model) },
    });

    expect(said).toMatch(/^\d+ recorded commands were sent\.\n$/u);
    expect(await factsOf(running, model)).toEqual(await recordedFacts(id, model));
    await running.stop();
  });
});

describe('a rebuild', () => {
  it('takes read models that have come later through all that is stored, or leaves what its code throws at', async () => {
    const model = await otherShapes();
    const env = { DATABASE_URL: postgres.createDatabase('rebuild') };
    const rebuild = (project: string, ...names: string[]) =>
      bench.run('tsx', ['src/rebuild.ts', ...names], { cwd: project, env });
    const deaf = bench.unpack(projectZip(withReadModels(model, 'Deaf', deafCode)));
    const throwing = bench.unpack(projectZip(withReadModels(model, 'Throwing', throwingCode)));
    await bench.run('tsx', ['src/seed.ts'], { cwd: deaf, env });

    const [first, ...others] = programOf(model.board).readModels.map(({ name }) => name);
    const one = await rebuild(projectOf('other-shapes'), first ?? '');
    const all = await rebuild(projectOf('other-shapes'));
    await expect(rebuild(throwing)).rejects.toThrow('broken');
    await expect(rebuild(projectOf('other-shapes'), 'Nothing')).rejects.toThrow('There is no read model Nothing.');
    const running = await startProject(bench, projectOf('other-shapes'), { env });

    expect(one).toMatch(new RegExp(`^${first}: \\d+ documents\n$`, 'u'));
    expect(all.trimEnd().split('\n')).toHaveLength(1 + others.length);
    expect(await factsOf(running, model)).toEqual(await recordedFacts('other-shapes', model));
    await running.stop();
  });
});

describe('two processes on one PostgreSQL', () => {
  it('let one of many create a stream, and lose no change of a document that all of them touch', async () => {
    const env = { DATABASE_URL: postgres.createDatabase('two-processes') };
    const first = await startProject(bench, projectOf('shopping-cart'), { env });
    const second = await startProject(bench, projectOf('shopping-cart'), { env });
    const both = [first, second, first, second, first, second, first, second];
    const open = (running: RunningProject, cartId: string) =>
      running.post('/commands/OpenCart', { data: { cartId, clientId: 'client-1' }, expectedVersion: 0 });

    const same = await Promise.all(both.map((running) => open(running, 'cart-1')));
    const others = await Promise.all(both.map((running, index) => open(running, `cart-${index + 2}`)));

    const created = same.filter(({ status }) => status === 200);
    expect(created).toHaveLength(1);
    expect(same.filter(({ status }) => [409, 422].includes(status))).toHaveLength(7);
    expect(others.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await first.get('/read-models/ClientSummary/client-1')).toMatchObject({ open: 9 });
    await Promise.all([first.stop(), second.stop()]);
  });
});

describe('the HTTP interface of a project', () => {
  it('checks fields, answers a command that it has handled with what came of it, and says why one is refused', async () => {
    const running = await startProject(bench, projectOf('shopping-cart'), {});
    const open = { commandId: 'open-1', data: { cartId: 'cart-1', clientId: 'client-1' } };

    const answers = [
      await running.post('/commands/OpenCart', { data: { cartId: 5, owner: 'Ada' } }),
      await running.post('/commands/OpenCart', open),
      await running.post('/commands/OpenCart', open),
      await running.post('/commands/ConfirmCart', { data: { cartId: 'cart-1' } }),
      await running.post('/commands/ConfirmCart', { data: { cartId: 'cart-1' }, expectedVersion: 7 }),
      await running.post('/commands/Nothing', { data: {} }),
      await running.post('/commands/OpenCart', open, 'text/plain'),
      await running.post('/commands/ConfirmCart', { data: { cartId: '' } }),
    ];

    const problems = [
      'cartId should be a text.',
      'clientId is required and missing.',
      'owner is not among the fields.',
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 200, 200, 422, 409, 404, 400, 400]);
    expect(answers[0]?.value).toEqual({ problems });
    expect(answers[2]).toEqual(answers[1]);
    expect(answers[3]?.value).toMatchObject({ kind: 'rejected', message: 'an empty cart cannot be confirmed' });
    expect(answers[4]?.value).toMatchObject({ kind: 'conflict', expected: 7, actual: 1 });
    expect(answers[7]?.value).toEqual({
      problems: ['ConfirmCart does not say in `cartId` which stream it is for.'],
    });
    expect(await running.get('/streams/ShoppingCart-cart-1/state')).toMatchObject({ version: 1, state: { lines: [] } });
    await running.stop();
  });
});

describe.each(['in memory', 'on PostgreSQL'])('a read model of a project %s', (where) => {
  it('refuses a command whose events it throws at: nothing is stored', async () => {
    const env: { [name: string]: string } =
      where === 'in memory' ? {} : { DATABASE_URL: postgres.createDatabase('throwing') };
    const running = await startProject(bench, projectOf('other-shapes'), { env });

    const data = { cartId: 'cart-1', clientId: 'nobody' };
    const { status, value } = await running.post('/commands/OpenCart', { data });

    expect({ status, value }).toMatchObject({ status: 500, value: { message: 'nobody has no summary' } });
    expect(await running.get('/events')).toEqual([]);
    expect(await running.get('/read-models/CartDetails')).toEqual({});
    await running.stop();
  });
});

const deafCode = `export const canHandle = [];
export const getDocumentId = () => null;
export const evolve = (document: object | null) => document;`;
const throwingCode = `export const canHandle = ['CartOpened'];
export const getDocumentId = () => 'all';
export const evolve = () => {
  throw new Error('broken');
};`;

/** The same model under another name, with other code in its read models. */
const withReadModels = ({ board, history }: Model, name: string, text: string): Model => {
  const definitions = Object.entries(board.definitions).map(([id, definition]) => [
    id,
    definition.kind === 'read-model' ? { ...definition, code: [{ path: 'Other.ts', text }] } : definition,
  ]);
  return { board: { ...board, name, definitions: Object.fromEntries(definitions) }, history };
};

const lastTimeOf = ({ history }: Model): string => history.events.at(-1)?.metadata.recordedAt ?? '';

type Facts = { events: RecordedEvent[]; readModels: { [name: string]: unknown } };

const factsOf = async (running: RunningProject, { board }: Model): Promise<Facts> => {
  const events = (await running.get('/events')) as RecordedEvent[];
  const readModels = await Promise.all(
    programOf(board).readModels.map(async ({ name }) => [name, await running.get(`/read-models/${name}`)]),
  );
  return { events, readModels: Object.fromEntries(readModels) };
};

/** The model's own events, and what its own code makes of them, folded right here. */
const recordedFacts = async (id: string, { board, history }: Model): Promise<Facts> => {
  const program = programOf(board);
  const readModels = await Promise.all(
    modulesOfProject(board, program).readModels.map(async ({ id: definitionId, files }) => {
      const code = await import(/* @vite-ignore */ join(projectOf(id), files.at(-1)?.path ?? ''));
      const { documents } = documentsByFold(code, history.events);
      const name = program.readModels.find((readModel) => readModel.id === definitionId)?.name ?? '';
      return [name, Object.fromEntries(documents.map(({ documentId, document }) => [documentId, document]))];
    }),
  );
  return { events: history.events, readModels: Object.fromEntries(readModels) };
};
