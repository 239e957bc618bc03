import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineClient } from '#engine';
import { documentsAt, openSecondTab, openTillTab } from './support/openTab.ts';
import { closeTill, journalCode, openTill, openTillsCode, takeAmount, tillProgram } from './support/till.ts';

/** Breaks at amounts over 1000, which the mended code takes. */
const carefulJournal = journalCode.replace(
  '({\n  lines',
  "({\n  check: event.type === 'AmountTaken' && event.data.amount > 1000 ? event.data.nothing.there : 'fine',\n  lines",
);

const lastStatus = (tab: Awaited<ReturnType<typeof openSecondTab>>, readModelId: string) =>
  tab.notices
    .flatMap((notice) => (notice.kind === 'read-model-statuses' ? notice.statuses : []))
    .findLast((status) => status.readModelId === readModelId);

describe('a read model', () => {
  it('is filled from stored events when its code comes, or changes', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));

    await tab.useProgram(tillProgram({ openTills: openTillsCode.replace('taken: 0', 'taken: 10000') }));

    expect((await documentsAt(tab, 2))['open-tills']).toEqual([
      { documentId: '1', document: { taken: 10500, amounts: [500], since: '2026-03-02T09:00:00.000Z' } },
    ]);
  });

  it('keeps its last working code in force while somebody is typing, and after a reload', async () => {
    const { tab, modelId } = await openTillTab();
    await tab.submitCommand(openTill('1'));

    const typing = { openTills: `${openTillsCode}\nexport const` };
    const statuses = await tab.useProgram(tillProgram(typing));
    await tab.submitCommand(takeAmount('1', 500));
    const reloaded = await openSecondTab(modelId, typing);

    expect(statuses.find(({ module }) => module.id === 'open-tills')).toMatchObject({ kind: 'broken' });
    const documents = [
      { documentId: '1', document: { taken: 500, amounts: [500], since: '2026-03-02T09:00:00.000Z' } },
    ];
    expect((await documentsAt(tab, 2))['open-tills']).toEqual(documents);
    expect((await documentsAt(reloaded, 2))['open-tills']).toEqual(documents);
  });

  it('serves what it knew before a poison event, goes on once its code is mended', async () => {
    const { tab } = await openTillTab({ journal: carefulJournal });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 2000));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();

    const stopped = lastStatus(tab, 'journal');
    const served = (await documentsAt(tab, 3)).journal;
    await tab.useProgram(tillProgram());
    await tab.settled();
    const mended = (await documentsAt(tab, 3)).journal;

    expect(stopped).toMatchObject({ state: 'stopped', checkpoint: 1, error: { name: 'TypeError', position: 2 } });
    expect(served).toMatchObject([{ document: { lines: ['1 Till-1 TillOpened 2026-03-02T09:00:00.000Z'] } }]);
    expect(mended).toMatchObject([
      { document: { lines: [/^1 /, /^2 /, /^3 /].map((line) => expect.stringMatching(line)) } },
    ]);
  });

  it('stops again at the same event when it is tried again without having changed', async () => {
    const { tab } = await openTillTab({ journal: carefulJournal });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 2000));
    await tab.settled();

    await tab.retryReadModel('journal');

    expect(lastStatus(tab, 'journal')).toMatchObject({ state: 'stopped', checkpoint: 1 });
  });

  it('is rebuilt for everyone to see, step by step, and ends with the documents that it had', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();
    const before = await documentsAt(tab, 2);

    await tab.rebuild({ readModelId: 'open-tills', stepMs: 0 });

    const steps = tab.notices.flatMap((notice) => (notice.kind === 'rebuild-step' ? [notice] : []));
    expect(steps.map(({ position, of, documents }) => [position, of, documents.length])).toEqual([
      [0, 2, 0],
      [1, 2, 1],
      [2, 2, 1],
    ]);
    expect(await documentsAt(tab, 2)).toEqual(before);
  });

  it('is at any moment what it was then', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.submitCommand(closeTill('1'));

    const taken = async (position: number) => {
      const { 'open-tills': documents = [] } = await documentsAt(tab, position);
      return documents.map(({ document }) => (document as { taken: number }).taken);
    };

    expect(await Promise.all([0, 1, 2, 3, 4, 99].map(taken))).toEqual([[], [0], [500], [500], [], []]);
  });

  it('has the same documents live, rebuilt and replayed, whatever has happened', async () => {
    const tills = fc.constantFrom('1', '2', '3');
    const command = fc.oneof(
      tills.map(openTill),
      fc.tuple(tills, fc.integer({ min: 1, max: 999 })).map(([till, amount]) => takeAmount(till, amount)),
      tills.map(closeTill),
    );
    const commands = fc.array(command, { minLength: 1, maxLength: 25 });

    await fc.assert(
      fc.asyncProperty(commands, async (submissions) => {
        const { tab } = await openTillTab();
        for (const submission of submissions) await tab.submitCommand(submission);
        await tab.settled();
        const head = await headOf(tab);
        const live = await documentsAt(tab, head);

        await tab.rebuild({ readModelId: 'open-tills', stepMs: 0 });
        await tab.rebuild({ readModelId: 'journal', stepMs: 0 });
        const rebuilt = await documentsAt(tab, head);
        // A further event makes the head of before a moment of the past, which the sandbox replays.
        await tab.submitCommand(openTill('one more'));
        const replayed = await documentsAt(tab, head);
        tab.close();

        expect(rebuilt).toEqual(live);
        expect(replayed).toEqual(live);
      }),
      { numRuns: 8 },
    );
  });
});

const headOf = async (tab: EngineClient): Promise<number> =>
  (await tab.moment({ position: Number.MAX_SAFE_INTEGER, streams: [] })).position;
