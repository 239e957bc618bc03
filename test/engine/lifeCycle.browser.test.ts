import { describe, expect, it } from 'vitest';
import type { ReadModelControl } from '#engine';
import { documentsAt, openSecondTab, openTillTab } from './support/openTab.ts';
import { journalCode, openTill, takeAmount, tillProgram } from './support/till.ts';

type Tab = Awaited<ReturnType<typeof openSecondTab>>;

/** Breaks at amounts over 1000. */
const carefulJournal = journalCode.replace(
  '({\n  lines',
  "({\n  check: event.type === 'AmountTaken' && event.data.amount > 1000 ? event.data.nothing.there : 'fine',\n  lines",
);

/** Takes an amount only for what it has heard of before: as one whose order matters. */
const orderedJournal = journalCode.replace(
  '({\n  lines',
  "({\n  check: event.data.amount === 1 && document.lines.length < 3 ? event.data.nothing.there : 'fine',\n  lines",
);

const statusOf = (tab: Tab, readModelId = 'journal') =>
  tab.notices
    .flatMap((notice) => (notice.kind === 'read-model-statuses' ? notice.statuses : []))
    .findLast((status) => status.readModelId === readModelId);

const control = (tab: Tab, how: ReadModelControl) => tab.controlReadModel({ readModelId: 'journal', control: how });
const pause = (tab: Tab) => control(tab, { kind: 'follow', pace: { kind: 'paused' } });
const resume = (tab: Tab) => control(tab, { kind: 'follow', pace: { kind: 'full' } });

/** The numbers of the events that the stored document was made of, in their order. */
const heard = async (tab: Tab): Promise<number[]> => {
  const { journal = [] } = await documentsAt(tab, Number.MAX_SAFE_INTEGER);
  return journal.flatMap(({ document }) =>
    (document as { lines: string[] }).lines.map((line) => Number.parseInt(line, 10)),
  );
};

describe('an asynchronous read model', () => {
  it('waits while it is paused, also after a reload, takes a step by hand, and catches up once it goes on', async () => {
    const { tab, modelId } = await openTillTab();
    await pause(tab);
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.submitCommand(takeAmount('1', 600));
    await tab.settled();
    expect(await heard(tab)).toEqual([]);

    await control(tab, { kind: 'step' });
    expect(await heard(tab)).toEqual([1]);
    tab.close();
    const reloaded = await openSecondTab(modelId);
    await reloaded.settled();
    expect(await heard(reloaded)).toEqual([1]);
    await expect
      .poll(() => statusOf(reloaded))
      .toMatchObject({ checkpoint: 1, lifeCycle: { pace: { kind: 'paused' } } });

    await resume(reloaded);
    await reloaded.settled();
    expect(await heard(reloaded)).toEqual([1, 2, 3]);
  });

  it('takes one event after the other where it is slowed, each said when it has been', async () => {
    const { tab } = await openTillTab();
    await control(tab, { kind: 'follow', pace: { kind: 'slow', secondsPerEvent: 0.02 } });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.submitCommand(takeAmount('1', 600));

    await expect.poll(() => statusOf(tab)?.checkpoint).toBe(3);

    const checkpoints = tab.notices.flatMap((notice) =>
      notice.kind === 'read-model-statuses'
        ? notice.statuses.filter(({ readModelId }) => readModelId === 'journal').map(({ checkpoint }) => checkpoint)
        : [],
    );
    expect([...new Set(checkpoints)]).toEqual([0, 1, 2, 3]);
    await expect(control(tab, { kind: 'follow', pace: { kind: 'slow', secondsPerEvent: 0 } })).rejects.toThrow(
      'A pace is a number of seconds for each event',
    );
  });

  it('hears events twice that it had stored when it crashed before its checkpoint', async () => {
    const { tab, modelId } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.settled();

    await control(tab, { kind: 'arm-crash' });
    await tab.submitCommand(takeAmount('1', 500));
    await expect.poll(() => statusOf(tab)).toMatchObject({ checkpoint: 1, lifeCycle: { crash: 'down' } });
    expect(await heard(tab)).toEqual([1, 2]);

    tab.close();
    const reloaded = await openSecondTab(modelId);
    await reloaded.settled();
    expect(await heard(reloaded)).toEqual([1, 2]);
    await control(reloaded, { kind: 'restart' });
    await reloaded.settled();
    expect(await heard(reloaded)).toEqual([1, 2, 2]);

    await control(reloaded, { kind: 'reset' });
    await reloaded.settled();
    expect(await heard(reloaded)).toEqual([1, 2]);
  });

  it.each(['reset', 'rebuild'] as const)('has not crashed any more after a %s, and hears all once', async (how) => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.settled();
    await control(tab, { kind: 'arm-crash' });
    await tab.submitCommand(takeAmount('1', 500));
    await expect.poll(() => statusOf(tab)).toMatchObject({ lifeCycle: { crash: 'down' } });

    await (how === 'reset' ? control(tab, { kind: how }) : tab.rebuild({ readModelId: 'journal', stepMs: 0 }));
    await tab.settled();

    await expect
      .poll(() => statusOf(tab))
      .toMatchObject({ checkpoint: 2, state: 'current', lifeCycle: { crash: 'none' } });
    expect(await heard(tab)).toEqual([1, 2]);
  });

  it('is empty after a reset, and begins with the first event', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();

    await pause(tab);
    await control(tab, { kind: 'reset' });
    expect(await heard(tab)).toEqual([]);
    await expect.poll(() => statusOf(tab)).toMatchObject({ checkpoint: 0, state: 'catching-up' });
    await control(tab, { kind: 'step' });
    expect(await heard(tab)).toEqual([1]);
  });

  it('goes past its poison event when it is skipped', async () => {
    const { tab } = await openTillTab({ journal: carefulJournal });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 2000));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();
    await expect.poll(() => statusOf(tab)).toMatchObject({ state: 'stopped', checkpoint: 1, error: { position: 2 } });

    await control(tab, { kind: 'skip' });
    await tab.settled();

    expect(await heard(tab)).toEqual([1, 3]);
    await expect
      .poll(() => statusOf(tab))
      .toMatchObject({
        state: 'current',
        leftOut: [{ position: 2, how: 'skipped', type: 'AmountTaken', error: { name: 'TypeError' } }],
      });
    await expect(control(tab, { kind: 'skip' })).rejects.toThrow('It has not stopped');
    await expect(control(tab, { kind: 'replay-parked', position: 2 })).rejects.toThrow('not parked any more');
  });

  it('still says after a reload why it stopped', async () => {
    const { tab, modelId } = await openTillTab({ journal: carefulJournal });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 2000));
    await tab.settled();
    tab.close();

    const reloaded = await openSecondTab(modelId, { journal: carefulJournal });

    await expect
      .poll(() => statusOf(reloaded))
      .toMatchObject({ state: 'stopped', error: { position: 2, place: { moduleId: 'journal' } } });
  });

  it('keeps a parked event, also after a reload, until it is replayed without breaking', async () => {
    const { tab, modelId } = await openTillTab({ journal: orderedJournal });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 1));
    await tab.settled();
    await control(tab, { kind: 'park' });
    await control(tab, { kind: 'replay-parked', position: 2 });
    await tab.submitCommand(takeAmount('1', 500));
    await tab.submitCommand(takeAmount('1', 600));
    await tab.settled();
    expect(await heard(tab)).toEqual([1, 3, 4]);
    tab.close();

    const reloaded = await openSecondTab(modelId, { journal: orderedJournal });
    await expect.poll(() => statusOf(reloaded)).toMatchObject({ leftOut: [{ position: 2, how: 'parked' }] });
    await control(reloaded, { kind: 'replay-parked', position: 2 });

    expect(await heard(reloaded)).toEqual([1, 3, 4, 2]);
    await expect.poll(() => statusOf(reloaded)).not.toHaveProperty('leftOut');
  });

  it('is worked on by another tab in the way that one asked for here', async () => {
    const { tab, modelId } = await openTillTab();
    const other = await openSecondTab(modelId);
    await pause(other);
    await other.submitCommand(openTill('1'));
    await other.settled();
    expect(await heard(tab)).toEqual([]);

    await resume(other);
    await other.settled();

    expect(await heard(tab)).toEqual([1]);
    await expect.poll(() => statusOf(tab)).toMatchObject({ checkpoint: 1, lifeCycle: { pace: { kind: 'full' } } });
  });

  it('is what the events make of it again when it becomes inline', async () => {
    const { tab } = await openTillTab({ journal: carefulJournal.replace('> 1000', '> 3000') });
    await tab.submitCommand(openTill('1'));
    await tab.settled();
    await control(tab, { kind: 'arm-crash' });
    await tab.submitCommand(takeAmount('1', 500));
    await expect.poll(() => statusOf(tab)?.lifeCycle?.crash).toBe('down');
    await control(tab, { kind: 'restart' });
    await tab.settled();
    expect(await heard(tab)).toEqual([1, 2, 2]);

    const { readModels, ...program } = tillProgram({ journal: carefulJournal.replace('> 1000', '> 3000') });
    await tab.useProgram({
      ...program,
      readModels: readModels.map((readModel) => ({ ...readModel, lifecycle: 'inline' as const })),
    });

    expect(await heard(tab)).toEqual([1, 2]);
    await expect.poll(() => statusOf(tab)).not.toHaveProperty('lifeCycle');
  });
});

describe('an inline read model', () => {
  it('is not controlled: it changes with the events or not at all', async () => {
    const { tab } = await openTillTab();

    await expect(tab.controlReadModel({ readModelId: 'open-tills', control: { kind: 'reset' } })).rejects.toThrow(
      'Only an asynchronous read model',
    );
  });
});
