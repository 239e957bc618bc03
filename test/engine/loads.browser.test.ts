import { describe, expect, it } from 'vitest';
import type { LoadPlan } from '#engine';
import { openTillTab } from './support/openTab.ts';
import { openTill, takeAmount } from './support/till.ts';

/** A till that takes whatever comes, so that each command of a load is one event. */
const takesAll = `
export const initialState = () => ({ total: 0 });
export const decide = ({ data }, state) => ({ type: 'AmountTaken', data: { ...data, before: state.total } });
export const evolve = (state, { data }) => ({ total: state.total + data.amount });
`;
const totals = `
export const canHandle = ['AmountTaken'];
export const getDocumentId = ({ data }) => data.tillId;
export const evolve = (document, { data }) => ({ total: (document ? document.total : 0) + data.amount });
`;

const planOf = (changes: Partial<LoadPlan> = {}): LoadPlan => ({
  command: { type: 'TakeAmount', data: { tillId: 'any', amount: 2 }, idField: 'tillId', newIds: [] },
  users: 60,
  seconds: 1,
  hotStreams: null,
  begin: [],
  handling: 'grouped',
  ...changes,
});

const storesOfRuns = async (): Promise<string[]> =>
  (await indexedDB.databases()).flatMap(({ name = '' }) => (name.startsWith('replayground/run/') ? [name] : []));

describe('a load run', () => {
  it.each([
    ['grouped', null],
    ['grouped', 2],
    ['racing', null],
    ['racing', 2],
  ] as const)('answers every command: %s, shared streams: %s', async (handling, hotStreams) => {
    const { tab } = await openTillTab({ decider: takesAll, openTills: totals });

    const report = await tab.runLoad(planOf({ handling, hotStreams }));

    expect(report).toMatchObject({ arrived: 60, appended: 60, rejected: 0, failed: 0, isDone: true });
    expect(report.seconds.reduce((sum, { answered }) => sum + answered, 0)).toBe(60);
  });

  it.each(['grouped', 'racing'] as const)(
    'makes shared streams ready first, which is not counted: %s',
    async (handling) => {
      const { tab } = await openTillTab();
      const begin = [openTill('recorded'), takeAmount('recorded', 5)];

      const report = await tab.runLoad(planOf({ handling, hotStreams: 2, begin }));

      expect(report).toMatchObject({ arrived: 60, appended: 60, rejected: 0, failed: 0 });
    },
  );

  it('leaves nothing behind: its events are in a store of its own, which is gone afterwards', async () => {
    const { tab, modelId } = await openTillTab({ decider: takesAll, openTills: totals });
    const before = await storesOfRuns();

    await tab.runLoad(planOf());

    expect(await storesOfRuns()).toEqual(before);
    const { runs, history } = await tab.openModel(modelId);
    expect(runs).toHaveLength(1);
    expect(history.events).toEqual([]);
  });

  it('says how it stands while it goes on, and can be stopped', async () => {
    const { tab } = await openTillTab({ decider: takesAll, openTills: totals });
    tab.onNotice((notice) => {
      if (notice.kind === 'load-report') void tab.stopLoad();
    });

    const report = await tab.runLoad(planOf({ users: 5_000, seconds: 600 }));

    expect(report.arrived).toBeGreaterThan(0);
    expect(report.arrived).toBeLessThan(5_000);
  });

  it('counts what the decider refuses, and what the first one was told', async () => {
    const { tab } = await openTillTab();

    const report = await tab.runLoad(planOf({ users: 5 }));

    expect(report).toMatchObject({ appended: 0, rejected: 5, firstRefusal: 'Only an open till takes money.' });
  });

  it('counts the events that had to be folded: those of a shared stream once each, by a handler that knows it', async () => {
    const { tab } = await openTillTab({ decider: takesAll, openTills: totals });

    const report = await tab.runLoad(planOf({ hotStreams: 1 }));

    expect(report.folded).toBe(59);
    expect(report.conflicts).toBe(0);
  });

  it('is refused with a sentence where there is no decider, or nobody comes', async () => {
    const { tab } = await openTillTab();
    const unconnected = { type: 'Unconnected', data: {}, idField: 'id', newIds: [] };

    await expect(tab.runLoad(planOf({ command: unconnected }))).rejects.toThrow(/No arrow leads from Unconnected/);
    await expect(tab.runLoad(planOf({ users: 0 }))).rejects.toThrow(/between 1 and 100,000 users/);
  });
});
