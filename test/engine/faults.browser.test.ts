import { describe, expect, it } from 'vitest';
import type { Faults, ReadModelControl } from '#engine';
import { type FaultPlan, faultKinds } from '#model';
import { documentsAt, openSecondTab, openTillTab } from './support/openTab.ts';
import { journalCode, openTill, takeAmount } from './support/till.ts';

type Tab = Awaited<ReturnType<typeof openSecondTab>>;

const control = (tab: Tab, how: ReadModelControl) => tab.controlReadModel({ readModelId: 'journal', control: how });
const statusOf = (tab: Tab) =>
  tab.notices
    .flatMap((notice) => (notice.kind === 'read-model-statuses' ? notice.statuses : []))
    .findLast(({ readModelId }) => readModelId === 'journal');
const faultsOf = (tab: Tab): Faults | undefined => statusOf(tab)?.faults;

const heard = async (tab: Tab): Promise<number[]> => {
  const { journal = [] } = await documentsAt(tab, Number.MAX_SAFE_INTEGER);
  return journal.flatMap(({ document }) =>
    (document as { lines: string[] }).lines.map((line) => Number.parseInt(line, 10)),
  );
};

const plan = (kinds: FaultPlan['kinds'], oneIn = 1): FaultPlan => ({ seed: 4, kinds, oneIn, isWithinStreams: false });

/** Two tills, with six events. */
const openTwoTills = async () => {
  const { tab, modelId } = await openTillTab();
  for (const till of ['1', '2']) await tab.submitCommand(openTill(till));
  for (const amount of [10, 20]) for (const till of ['1', '2']) await tab.submitCommand(takeAmount(till, amount));
  await tab.settled();
  return { tab, modelId };
};

describe('faults on the way to a read model', () => {
  it('bring each event twice, and again in the same way; without them the read model is made anew', async () => {
    const { tab } = await openTwoTills();

    await control(tab, { kind: 'inject-faults', plan: plan(['duplicate', 'lost-acknowledgement']) });
    await expect.poll(() => faultsOf(tab)?.handedOver).toBe(12);
    const [once, documents] = [faultsOf(tab)?.handovers, await heard(tab)];
    expect(documents).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
    await expect.poll(() => statusOf(tab)?.checkpoint).toBe(6);

    await control(tab, { kind: 'inject-faults', plan: plan(['duplicate', 'lost-acknowledgement']) });
    await expect.poll(() => faultsOf(tab)?.handedOver).toBe(12);
    expect([faultsOf(tab)?.handovers, await heard(tab)]).toEqual([once, documents]);

    await control(tab, { kind: 'stop-faults' });
    await tab.settled();
    expect(await heard(tab)).toEqual([1, 2, 3, 4, 5, 6]);
    await expect.poll(() => statusOf(tab)).not.toHaveProperty('faults');
  });

  it('come to live events as they come to recorded ones, across a reload', async () => {
    const mixed = plan(['duplicate', 'delay', 'reorder', 'lost-acknowledgement'], 2);
    const { tab, modelId } = await openTwoTills();
    await control(tab, { kind: 'inject-faults', plan: mixed });
    await expect.poll(() => statusOf(tab)?.state !== undefined && (faultsOf(tab)?.handedOver ?? 0) > 0).toBe(true);
    tab.close();
    const reloaded = await openSecondTab(modelId);
    for (const amount of [30, 40])
      for (const till of ['1', '2']) await reloaded.submitCommand(takeAmount(till, amount));
    const isDone = () =>
      new Set(faultsOf(reloaded)?.handovers.map(({ position }) => position)).size +
      (faultsOf(reloaded)?.held.length ?? 0);
    await expect.poll(isDone).toBe(10);
    const live = [faultsOf(reloaded)?.handovers, await heard(reloaded)];

    await control(reloaded, { kind: 'reset' });
    await expect.poll(isDone).toBe(10);
    await expect.poll(() => faultsOf(reloaded)?.handovers).toEqual(live[0]);
    expect(await heard(reloaded)).toEqual(live[1]);
  });

  it('stop it at a poisoned delivery, which goes through when it is tried again', async () => {
    const { tab } = await openTillTab();
    await control(tab, { kind: 'inject-faults', plan: plan(['poison']) });
    await tab.submitCommand(openTill('1'));
    await expect
      .poll(() => statusOf(tab))
      .toMatchObject({ state: 'stopped', error: { name: 'InjectedFault', position: 1 } });

    await tab.retryReadModel('journal');
    await expect.poll(() => statusOf(tab)).toMatchObject({ state: 'current', checkpoint: 1 });
    await tab.submitCommand(takeAmount('1', 5));
    await expect.poll(() => statusOf(tab)?.state).toBe('stopped');
    await control(tab, { kind: 'park' });
    await expect.poll(() => statusOf(tab)).toMatchObject({ leftOut: [{ position: 2, how: 'parked' }] });
    await control(tab, { kind: 'replay-parked', position: 2 });

    expect(await heard(tab)).toEqual([1, 2]);
  });

  it('crash it behind the documents, and it hears the event again', async () => {
    const { tab } = await openTillTab();
    await control(tab, { kind: 'inject-faults', plan: plan(['crash']) });
    await tab.submitCommand(openTill('1'));
    await expect.poll(() => statusOf(tab)).toMatchObject({ checkpoint: 0, lifeCycle: { crash: 'down' } });

    await control(tab, { kind: 'restart' });
    await expect.poll(() => statusOf(tab)).toMatchObject({ checkpoint: 1, lifeCycle: { crash: 'none' } });

    expect(await heard(tab)).toEqual([1, 1]);
  });

  it('come again by their plan where it is rebuilt: what is held back comes once', async () => {
    const { tab } = await openTwoTills();
    await control(tab, { kind: 'inject-faults', plan: plan(['reorder']) });
    const isDone = () =>
      expect
        .poll(async () => {
          const { handedOver, held } = faultsOf(tab) ?? {};
          return [(await heard(tab)).length, handedOver, held?.length];
        })
        .toEqual([5, 5, 1]);
    await isDone();
    const [once, documents] = [faultsOf(tab)?.handovers, await heard(tab)];

    await tab.rebuild({ readModelId: 'journal', stepMs: 0 });

    await isDone();
    expect([faultsOf(tab)?.handovers, await heard(tab)]).toEqual([once, documents]);
  });

  it('are told of as soon as an event is held back, though nobody is handed anything', async () => {
    const policy = { id: 'listener', hears: ['TillOpened'], code: 'export const react = () => [];' };
    const { tab } = await openTillTab({ policies: [policy] });
    await control(tab, { kind: 'inject-faults', plan: plan(['reorder']) });
    await tab.controlPolicy({ policyId: 'listener', control: { kind: 'inject-faults', plan: plan(['reorder']) } });

    await tab.submitCommand(openTill('1'));

    const heldOfPolicy = () =>
      tab.notices.flatMap((notice) => (notice.kind === 'policy-statuses' ? notice.statuses : [])).at(-1)?.faults?.held;
    await expect.poll(() => [faultsOf(tab)?.held, heldOfPolicy()]).toEqual([[1], [1]]);
  });

  it('come on the way of what it hears, and of nothing else', async () => {
    const { tab } = await openTillTab({
      journal: journalCode.replace("'TillOpened', 'AmountTaken', ", "'AmountTaken', "),
    });
    await control(tab, { kind: 'inject-faults', plan: plan(['poison', 'crash']) });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(openTill('2'));
    await expect.poll(() => statusOf(tab)).toMatchObject({ checkpoint: 2, lifeCycle: { crash: 'none' } });
    expect(faultsOf(tab)).toMatchObject({ handedOver: 0, faults: 0 });

    await tab.submitCommand(takeAmount('1', 500));
    await expect.poll(() => faultsOf(tab)?.handovers).toMatchObject([{ position: 3, type: 'AmountTaken' }]);
  });

  it('are refused where the plan is none', async () => {
    const { tab } = await openTillTab();
    const given = plan([...faultKinds]);
    for (const wrong of [
      { ...given, kinds: [] },
      { ...given, oneIn: 0 },
      { ...given, seed: 0.5 },
    ])
      await expect(control(tab, { kind: 'inject-faults', plan: wrong })).rejects.toThrow();
  });
});
