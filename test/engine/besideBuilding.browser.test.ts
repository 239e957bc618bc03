import { describe, expect, it } from 'vitest';
import type { ReadModelControl } from '#engine';
import { documentsAt, openSecondTab, openTillTab } from './support/openTab.ts';
import { journalCode, openTill, takeAmount, tillProgram } from './support/till.ts';

type Tab = Awaited<ReturnType<typeof openSecondTab>>;

const control = (tab: Tab, how: ReadModelControl) => tab.controlReadModel({ readModelId: 'journal', control: how });
const version2 = journalCode.replace('event.metadata.streamName, event.type', 'event.type');

const statusOf = (tab: Tab) =>
  tab.notices
    .flatMap((notice) => (notice.kind === 'read-model-statuses' ? notice.statuses : []))
    .findLast(({ readModelId }) => readModelId === 'journal');

const now = Number.MAX_SAFE_INTEGER;
const firstLine = async (tab: Tab, position = now): Promise<string | undefined> => {
  const { journal = [] } = await documentsAt(tab, position);
  return journal.map(({ document }) => (document as { lines: string[] }).lines[0]?.slice(0, 12))[0];
};

const first = '1 Till-1 Til';
const second = '1 TillOpened';

/** A till with two events, whose journal builds changed code beside. */
const openBeside = async () => {
  const { tab, modelId } = await openTillTab();
  await tab.submitCommand(openTill('1'));
  await tab.submitCommand(takeAmount('1', 500));
  await tab.settled();
  await control(tab, { kind: 'build-beside' });
  return { tab, modelId };
};

describe('a read model whose changed code is built beside what serves', () => {
  it('goes on serving the version before, which hears new events, also after a reload', async () => {
    const { tab, modelId } = await openBeside();
    await tab.useProgram(tillProgram({ journal: version2 }));
    await tab.submitCommand(takeAmount('1', 600));
    await tab.settled();

    expect([await firstLine(tab), await firstLine(tab, 1)]).toEqual([first, first]);
    await expect
      .poll(() => statusOf(tab))
      .toMatchObject({ checkpoint: 3, other: { checkpoint: 3, isOnTheWall: true } });
    tab.close();
    const reloaded = await openSecondTab(modelId, { journal: version2 });
    expect(await firstLine(reloaded)).toBe(first);
  });

  it('is held against the other version document by document', async () => {
    const { tab } = await openBeside();
    await expect(tab.compareVersions('journal')).rejects.toThrow('There is no other version');
    await tab.useProgram(tillProgram({ journal: version2 }));
    await tab.settled();

    const { readModels } = await tab.compareVersions('journal');

    expect(readModels).toMatchObject([{ readModelId: 'journal', documents: [{ documentId: 'journal' }] }]);
    expect(readModels[0]?.documents[0]?.differences[0]).toMatchObject({
      path: 'lines[0]',
      expected: expect.stringContaining('Till-1'),
      actual: expect.not.stringContaining('Till-1'),
    });
  });

  it('is rebuilt as it serves', async () => {
    const { tab } = await openBeside();
    await tab.useProgram(tillProgram({ journal: version2 }));
    await tab.settled();

    await tab.rebuild({ readModelId: 'journal', stepMs: 0 });

    const shown = tab.notices.flatMap((notice) => (notice.kind === 'rebuild-step' ? notice.documents : []));
    expect(shown.map(({ document }) => (document as { lines: string[] }).lines[0]?.slice(0, 12))).toEqual([
      first,
      first,
    ]);
    await expect
      .poll(() => statusOf(tab))
      .toMatchObject({ checkpoint: 2, other: { checkpoint: 2, isOnTheWall: true } });
  });

  it('switches once the other version has caught up, and takes it back', async () => {
    const { tab } = await openBeside();
    await control(tab, { kind: 'follow', pace: { kind: 'paused' } });
    await tab.useProgram(tillProgram({ journal: version2 }));
    await expect(control(tab, { kind: 'switch-version' })).rejects.toThrow('2 events behind');
    await control(tab, { kind: 'follow', pace: { kind: 'full' } });
    await tab.settled();

    await control(tab, { kind: 'switch-version' });
    expect(await firstLine(tab)).toBe(second);
    await expect.poll(() => statusOf(tab)).toMatchObject({ other: { isOnTheWall: false } });

    await tab.submitCommand(takeAmount('1', 600));
    await tab.settled();
    await control(tab, { kind: 'switch-version' });
    expect(await firstLine(tab)).toBe(first);
    await expect
      .poll(() => statusOf(tab))
      .toMatchObject({ checkpoint: 3, other: { checkpoint: 3, isOnTheWall: true } });
  });

  it('is what the wall says again, at once, when that is chosen', async () => {
    const { tab } = await openBeside();
    await tab.useProgram(tillProgram({ journal: version2 }));
    await tab.settled();

    await control(tab, { kind: 'replace-at-once' });

    expect(await firstLine(tab)).toBe(second);
    await expect.poll(() => statusOf(tab)).not.toHaveProperty('other');
  });

  it('serves as before while the changed code does not compile', async () => {
    const { tab } = await openBeside();

    const statuses = await tab.useProgram(tillProgram({ journal: `${version2}\nexport const` }));
    await tab.submitCommand(takeAmount('1', 600));
    await tab.settled();

    expect(statuses.filter(({ kind }) => kind === 'broken').map(({ module }) => module.id)).toEqual(['journal']);
    expect(await firstLine(tab)).toBe(first);
    await expect.poll(() => statusOf(tab)).toMatchObject({ checkpoint: 3, state: 'current' });
  });
});
