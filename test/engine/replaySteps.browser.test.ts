import { expect, it } from 'vitest';
import type { EngineClient } from '#engine';
import { programOf } from '#model';
import { samples } from '#samples';
import { openTab, openTillTab } from './support/openTab.ts';
import { openTill, openTillsCode, takeAmount } from './support/till.ts';

/** All steps of a history, page by page, as whoever wants them asks for them. */
const allSteps = async (tab: EngineClient, limit: number) => {
  const steps: Awaited<ReturnType<EngineClient['replaySteps']>> = [];
  for (;;) {
    const more = await tab.replaySteps({ from: steps.length + 1, limit });
    if (more.length === 0) return steps;
    steps.push(...more);
  }
};

it.each(samples)('tells of $name, event by event, what looking at each moment tells', async ({ load }) => {
  const { board, history } = await load();
  const tab = await openTab();
  const { modelId } = await tab.createModel({ board: { ...board, modelId: crypto.randomUUID() }, history });
  await tab.openModel(modelId);
  await tab.useProgram(programOf(board));
  await tab.settled();

  const steps = await allSteps(tab, 7);

  expect(steps.map(({ position }) => position)).toEqual(history.events.map((_, index) => index + 1));
  const documents = new Map<string, unknown>();
  for (const [index, step] of steps.entries()) {
    const streams = [history.events[index]?.metadata.streamName ?? ''];
    const moment = await tab.moment({ position: step.position, streams });
    const [state] = moment.states;
    expect(step.state?.before).toBe(state?.before);
    expect(step.state?.after).toBe(state?.after);
    for (const { readModelId, documentId, before, after } of step.documents) {
      const key = JSON.stringify([readModelId, documentId]);
      expect(before).toEqual(documents.get(key) ?? null);
      if (after === null) documents.delete(key);
      else documents.set(key, after);
    }
    const shown = moment.readModels.flatMap(({ moduleId, documents: all }) =>
      all.map(({ documentId, document }) => [JSON.stringify([moduleId, documentId]), document] as const),
    );
    expect(new Map(documents)).toEqual(new Map(shown));
  }
});

it('tells what stands in read models at a position, so many of each, and how many there are besides', async () => {
  const { tab } = await openTillTab();
  for (const till of ['1', '2', '3']) await tab.submitCommand(openTill(till));
  await tab.submitCommand(takeAmount('1', 5));
  await tab.settled();

  const at = (position: number) => tab.replayDocuments({ position, most: 2 });

  expect(await at(3)).toMatchObject([
    { readModelId: 'open-tills', documents: [{ document: { taken: 0 } }, { documentId: '2' }], left: 1 },
    { readModelId: 'journal', documents: [{ documentId: 'journal' }], left: 0 },
  ]);
  expect(await at(4)).toMatchObject([{ documents: [{ document: { taken: 5 } }, { documentId: '2' }], left: 1 }, {}]);
});

it('goes on past code that breaks or never ends, and says why', async () => {
  const broken = openTillsCode.replace("case 'AmountTaken':", "case 'AmountTaken': missing();");
  const hanging = openTillsCode.replace("case 'AmountTaken':", "case 'AmountTaken': for (;;) {}");
  const { tab } = await openTillTab({ openTills: broken, journal: hanging });
  await tab.submitCommand(openTill('1'));
  await tab.submitCommand(takeAmount('1', 500));

  const steps = await allSteps(tab, 10);

  expect(steps).toMatchObject([
    { documents: [{ readModelId: 'open-tills' }, { readModelId: 'journal' }], broken: [] },
    {
      state: { after: '{"status":"open","total":500}' },
      documents: [],
      broken: [
        { readModelId: 'open-tills', error: { message: 'missing is not defined' } },
        { readModelId: 'journal', error: { name: 'TimeoutError' } },
      ],
    },
  ]);
});
