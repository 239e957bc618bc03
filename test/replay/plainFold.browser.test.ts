import { describe, expect, it } from 'vitest';
import type { Commit, Json, RecordedEvent } from '#event-store';
import { categoryOf } from '#model';
import { openTestRun } from '../engine/support/openTestRun.ts';
import { randomLog, seeded, streamsOf } from './support/logs.ts';
import { documentsByFold, forCode, moduleOf, stateByFold } from './support/plainFold.ts';
import { deciders, programOfShapes, readModels } from './support/programs.ts';

type TestRun = Awaited<ReturnType<typeof openTestRun>>;

const length = 110;

/** The same log in a store and a sandbox of their own; read models have caught up as far as they can. */
const openRun = async (log: readonly Commit[], program = programOfShapes('first')): Promise<TestRun> => {
  const run = await openTestRun();
  for (const commit of log) await run.store.append(commit);
  await run.session.useProgram(program);
  await run.takeTurn();
  return run;
};

/** States that are large are looked at where something happens to them, and now and then. */
const streamsAt = (events: readonly RecordedEvent[], position: number): string[] => {
  const here = events[position - 1]?.metadata.streamName;
  return streamsOf(events).filter((stream) => !stream.startsWith('Growing') || stream === here || position % 20 === 0);
};

/** All that a moment says, in an order that does not depend on the way one came there, as bytes. */
const bytesAt = async ({ session }: TestRun, events: readonly RecordedEvent[], position: number): Promise<string> => {
  const { states, readModels: shown } = await session.moment({ position, streams: streamsAt(events, position) });
  return JSON.stringify({
    states: states.map(({ stream, version, before, after, error }) => [stream, version, before, after, error?.message]),
    readModels: shown.map(({ moduleId, documents, changed, error }) => [
      moduleId,
      documents,
      changed.toSorted((one, other) => (one.documentId < other.documentId ? -1 : 1)),
      error?.message,
      error?.position,
    ]),
  });
};

type Code = Awaited<ReturnType<typeof moduleOf>>;
type Codes = { [id: string]: Code };

const codesOf = async (texts: { [id: string]: string }): Promise<Codes> =>
  Object.fromEntries(await Promise.all(Object.entries(texts).map(async ([id, text]) => [id, await moduleOf(text)])));

type ShownDocuments = NonNullable<Parameters<TestRun['session']['moment']>[0]['shows']>;
type Shown = Awaited<ReturnType<TestRun['session']['moment']>>['readModels'];

/** What the screen is to hold where it shows a part: cut from a whole moment. */
const partOf = (whole: Shown, { readModelId, documents: atMost }: ShownDocuments): Shown => {
  const isShown = whole.some(({ moduleId }) => moduleId === readModelId) ? readModelId : whole[0]?.moduleId;
  return whole.map((readModel) => {
    const first = readModel.moduleId === isShown ? atMost : 0;
    const touched = new Set(readModel.changed.map(({ documentId }) => documentId));
    const documents = readModel.documents.filter(({ documentId }, index) => index < first || touched.has(documentId));
    const left = first === 0 ? ('not counted' as const) : readModel.documents.length - documents.length;
    return { ...readModel, documents, left };
  });
};

/** The same by folding everything from zero, here. */
const bytesByFold = (events: readonly RecordedEvent[], position: number, codes: Codes): string => {
  const [before, now] = [events.slice(0, Math.max(0, position - 1)), events.slice(0, position)];
  const codeOf = (id: string): Code => codes[id] ?? {};
  const states = streamsAt(events, position).map((stream) => {
    const own = (all: readonly RecordedEvent[]) => all.filter(({ metadata }) => metadata.streamName === stream);
    const code = codeOf(categoryOf(stream));
    return [stream, own(now).length, stateByFold(code, own(before)), stateByFold(code, own(now)), undefined];
  });
  const shown = Object.keys(readModels).map((id) => {
    const [was, is] = [documentsByFold(codeOf(id), before), documentsByFold(codeOf(id), now)];
    const changed = is.broken === undefined ? changedBy(codeOf(id), events[position - 1], was.documents) : [];
    return [id, is.documents, changed, ...errorOf(is.broken)];
  });
  return JSON.stringify({ states, readModels: shown });
};

/** What an event touches stands there with what it was. */
const changedBy = (
  code: Code,
  event: RecordedEvent | undefined,
  documents: { documentId: string; document: Json }[],
) => {
  const { canHandle, getDocumentId } = code as { canHandle: string[]; getDocumentId: (event: object) => unknown };
  if (!event || !canHandle.includes(event.type)) return [];
  const ids = new Set([getDocumentId(forCode(event))].flat().map(String));
  return [...ids].sort().map((documentId) => ({
    documentId,
    before: documents.find((one) => one.documentId === documentId)?.document ?? null,
  }));
};

const errorOf = (broken: number | undefined) =>
  broken === undefined ? [undefined, undefined] : ['I cannot handle that.', broken];

const positions = Array.from({ length: length + 1 }, (_, position) => position);

describe.each([1, 2])('a log made by chance, number %i', (seed) => {
  it('gives the same bytes at every position: step by step, by jumps over restarts, and by a plain fold', async () => {
    const log = randomLog(seed, length);
    const [steps, jumps, codes] = [
      await openRun(log),
      await openRun(log),
      await codesOf({ ...deciders, ...readModels }),
    ];
    const { events } = await steps.store.readAll({ limit: 1000 });
    expect((await jumps.store.readAll({ limit: 1000 })).events).toEqual(events);

    const byStep = new Map<number, string>();
    for (const position of positions) byStep.set(position, await bytesAt(steps, events, position));

    for (const [index, position] of seeded(seed + 100)
      .shuffled(positions)
      .entries()) {
      // Other code, as far as the sandbox knows: it starts again and has to forget what it kept.
      if (index % 40 === 20) await jumps.session.useProgram(programOfShapes(`restart ${index}`));
      if (index % 40 === 20) await jumps.takeTurn();
      const bytes = await bytesAt(jumps, events, position);
      expect(bytes === byStep.get(position), `position ${position}`).toBe(true);
    }
    for (const position of positions)
      expect(byStep.get(position), `position ${position}`).toBe(bytesByFold(events, position, codes));
    for (const position of seeded(seed).shuffled(positions).slice(0, 30))
      expect((await bytesAt(steps, events, position)) === byStep.get(position), `back at ${position}`).toBe(true);
  });
});

it('forgets all that it kept once code changes: the past is what the present code makes of it', async () => {
  const run = await openRun(randomLog(3, length));
  const { events } = await run.store.readAll({ limit: 1000 });
  const some = seeded(3).shuffled(positions).slice(0, 25);
  for (const position of some) await bytesAt(run, events, position);

  const changed = {
    Immutable: (deciders.Immutable ?? '').replace('+ data.amount', '- data.amount'),
    Growing: (deciders.Growing ?? '').replace("'growing '", "'changed '"),
    totals: (readModels.totals ?? '').replace('+ event.data.amount', '+ 2 * event.data.amount'),
  };
  await run.session.useProgram(programOfShapes('changed', changed));
  await run.takeTurn();

  const codes = await codesOf({ ...deciders, ...readModels, ...changed });
  for (const position of some)
    expect(await bytesAt(run, events, position), `position ${position}`).toBe(bytesByFold(events, position, codes));
});

it('brings of the documents what the screen shows, and never anything else than a whole moment does', async () => {
  const run = await openRun(randomLog(4, length));
  const { events } = await run.store.readAll({ limit: 1000 });
  const chance = seeded(4);
  const ids = [...Object.keys(readModels), 'unknown', null];
  const jumps = [...chance.shuffled(positions), length, length, length];

  for (const [index, position] of jumps.entries()) {
    if (index % 40 === 20) await run.session.useProgram(programOfShapes(`restart ${index}`));
    if (index % 40 === 20) await run.takeTurn();
    const shows = { readModelId: ids[index % ids.length] ?? null, documents: index % 5 };
    const streams = streamsAt(events, position);
    const [part, whole] = [
      await run.session.moment({ position, streams, shows }),
      await run.session.moment({ position, streams }),
    ];
    expect(part.states).toEqual(whole.states);
    expect(part.readModels, `position ${position}, ${JSON.stringify(shows)}`).toEqual(partOf(whole.readModels, shows));
  }
});
