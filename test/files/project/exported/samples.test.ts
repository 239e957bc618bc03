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

const bench = openWorkbench();
let postgres: Postgres;
const projects = new Map<string, string>();

beforeAll(async () => {
  for (const { id, load } of samples) projects.set(id, bench.unpack(projectZip(await load())));
  const [first = ''] = projects.values();
  [postgres] = await Promise.all([startPostgres(), installFor(bench, first)]);
}, 300_000);

afterAll(() => {
  postgres?.stop();
  bench.remove();
});

it('the exported projects of all samples pass the type check', async () => {
  expect(await bench.run('tsc', ['--noEmit'])).toBe('');
});

it('the specifications of all samples pass as tests of their projects', async () => {
  const specifications = (await Promise.all(samples.map(({ load }) => load()))).flatMap(({ board }) => {
    const placed = new Set(Object.values(board.notes).map(({ definitionId }) => definitionId));
    return Object.values(board.specifications).filter(({ definitionId }) => placed.has(definitionId));
  });

  const report = await bench.run('vitest', ['run', '--reporter=json']);

  expect(JSON.parse(report.slice(report.indexOf('{')))).toMatchObject({
    success: true,
    numPassedTests: specifications.length,
  });
});

describe.each(samples)('the project of $name', ({ id, load }) => {
  it('makes the recorded history in memory', async () => {
    const sample = await load();
    const running = await startProject(bench, projects.get(id) ?? '', {
      parameters: ['--seed'],
      env: { CLOCK_STARTS_AT: lastTimeOf(sample.history.events) },
    });

    expect(await factsOf(running, sample)).toEqual(await recordedFacts(id, sample));
    await running.stop();
  });

  it('makes the recorded history on PostgreSQL, where another process finds it', async () => {
    const sample = await load();
    const project = projects.get(id) ?? '';
    const env = { DATABASE_URL: postgres.createDatabase(id) };

    const said = await bench.run('tsx', ['src/seed.ts'], { cwd: project, env });
    const running = await startProject(bench, project, {
      env: { ...env, CLOCK_STARTS_AT: lastTimeOf(sample.history.events) },
    });

    expect(said).toMatch(/^\d+ recorded commands were sent\.\n$/u);
    expect(await factsOf(running, sample)).toEqual(await recordedFacts(id, sample));
    await running.stop();
  });
});

type Loaded = Awaited<ReturnType<(typeof samples)[number]['load']>>;

const lastTimeOf = (events: readonly RecordedEvent[]): string => events.at(-1)?.metadata.recordedAt ?? '';

const factsOf = async (running: RunningProject, { board }: Loaded) => {
  const events = await running.get('/events');
  const readModels = await Promise.all(
    programOf(board).readModels.map(async ({ name }) => [name, await running.get(`/read-models/${name}`)]),
  );
  return { events, readModels: Object.fromEntries(readModels) };
};

/** The sample's own events, and what its own code makes of them, folded right here. */
const recordedFacts = async (id: string, { board, history }: Loaded) => {
  const program = programOf(board);
  const readModels = await Promise.all(
    modulesOfProject(board, program).readModels.map(async ({ id: definitionId, folder, entry }) => {
      const code = await import(/* @vite-ignore */ join(projects.get(id) ?? '', 'src', folder, entry));
      const { documents } = documentsByFold(code, history.events);
      const name = program.readModels.find((readModel) => readModel.id === definitionId)?.name ?? '';
      return [name, Object.fromEntries(documents.map(({ documentId, document }) => [documentId, document]))];
    }),
  );
  return { events: history.events, readModels: Object.fromEntries(readModels) };
};
