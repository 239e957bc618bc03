import { describe, expect, it } from 'vitest';
import type { EngineClient, PolicyControl, PolicyStatus } from '#engine';
import { openSecondTab, openTillTab } from '../support/openTab.ts';
import { openTill, takeAmount } from '../support/till.ts';

const closeAtOnce = {
  id: 'policy',
  hears: ['AmountTaken'],
  code: `export const react = (event) => ({ type: 'CloseTill', data: { tillId: event.data.tillId } });`,
};
const withPolicy = { policies: [closeAtOnce] };

const control = (tab: EngineClient, how: PolicyControl) => tab.controlPolicy({ policyId: 'policy', control: how });
const typesIn = async (tab: EngineClient, modelId: string) =>
  (await tab.openModel(modelId)).history.events.map(({ type }) => type);

/** Two tills have taken money, and nobody has answered yet: two workers share the policy, which is paused. */
const openWaiting = async () => {
  const { tab, modelId } = await openTillTab(withPolicy);
  await control(tab, { kind: 'share-out', count: 2 });
  await control(tab, { kind: 'follow', pace: { kind: 'paused' } });
  for (const tillId of ['1', '2']) {
    await tab.submitCommand(openTill(tillId));
    await tab.submitCommand(takeAmount(tillId, 5));
  }
  return { tab, modelId };
};

describe('the workers of a policy', () => {
  it('go on in another tab from where they stood, once the tab that had the turn is gone', async () => {
    const { tab: first, modelId } = await openWaiting();
    await control(first, { kind: 'step' });
    await first.settled();
    const second = await openSecondTab(modelId, withPolicy);
    expect((await typesIn(second, modelId)).filter((type) => type === 'TillClosed')).toHaveLength(1);
    first.close();

    await control(second, { kind: 'follow', pace: { kind: 'full' } });
    await second.settled();

    expect((await typesIn(second, modelId)).filter((type) => type === 'TillClosed')).toHaveLength(2);
  });

  it('do what another tab asks for, which is told of where they stand', async () => {
    const { tab: first, modelId } = await openWaiting();
    const second = await openSecondTab(modelId, withPolicy);
    const told = new Promise<PolicyStatus | undefined>((resolve) => {
      second.onNotice((notice) => {
        const [status] = notice.kind === 'policy-statuses' ? notice.statuses : [];
        if (status?.workers?.killed.length === 1) resolve(status);
      });
    });

    await control(second, { kind: 'kill-worker', worker: 1 });
    await second.settled();

    expect((await told)?.partitions?.map(({ worker }) => worker)).toEqual([2, 2]);
    await control(second, { kind: 'follow', pace: { kind: 'full' } });
    await Promise.all([first.settled(), second.settled()]);
    expect((await typesIn(first, modelId)).filter((type) => type === 'TillClosed')).toHaveLength(2);
  });

  it('do all that two tabs ask for in the same moment', async () => {
    const { tab: first, modelId } = await openWaiting();
    const second = await openSecondTab(modelId, withPolicy);

    await Promise.all([control(first, { kind: 'step', worker: 1 }), control(second, { kind: 'step', worker: 2 })]);
    await Promise.all([first.settled(), second.settled()]);

    expect((await typesIn(first, modelId)).filter((type) => type === 'TillClosed')).toHaveLength(2);
  });

  it('answer nothing while a read model is rebuilt, and nothing of the past in a branch', async () => {
    const { tab, modelId } = await openWaiting();
    await tab.rebuild({ readModelId: 'open-tills', stepMs: 0 });
    expect(await typesIn(tab, modelId)).not.toContain('TillClosed');

    await tab.branchRun({ position: 4, rest: 'left-out' });
    await tab.settled();
    expect(await typesIn(tab, modelId)).not.toContain('TillClosed');
    await tab.submitCommand(takeAmount('1', 1));
    await tab.settled();

    expect((await typesIn(tab, modelId)).filter((type) => type === 'TillClosed')).toHaveLength(1);
  });
});
