import { beforeEach, describe, expect, it } from 'vitest';
import { createStartMark } from '../../src/engine/startMark.ts';
import { openTab } from './support/openTab.ts';
import { openTill, tillCode, tillModel, tillProgram } from './support/till.ts';

beforeEach(() => sessionStorage.clear());

describe('code that was starting when the tab stopped answering', () => {
  it('is not run when the tab opens again, and everything else is there', async () => {
    createStartMark(sessionStorage).set(tillProgram());
    const tab = await openTab();
    const { modelId } = await tab.createModel(tillModel());
    await tab.openModel(modelId);

    const statuses = await tab.useProgram(tillProgram());

    expect(statuses.map(({ kind, module }) => [module.id, kind])).toEqual([
      ['till', 'broken'],
      ['open-tills', 'broken'],
      ['journal', 'broken'],
    ]);
    expect((await tab.submitCommand(openTill('1'))).kind).toBe('failed');
  });

  it('is tried once more after that', async () => {
    createStartMark(sessionStorage).set(tillProgram());
    const tab = await openTab();
    await tab.openModel((await tab.createModel(tillModel())).modelId);
    await tab.useProgram(tillProgram());

    const statuses = await tab.useProgram(tillProgram());

    expect(statuses.map(({ kind }) => kind)).toEqual(['ready', 'ready', 'ready']);
  });

  it('does not stand in the way of other code', async () => {
    createStartMark(sessionStorage).set(tillProgram({ decider: `${tillCode}\n// as it was` }));
    const tab = await openTab();
    await tab.openModel((await tab.createModel(tillModel())).modelId);

    const statuses = await tab.useProgram(tillProgram());

    expect(statuses.map(({ kind }) => kind)).toEqual(['ready', 'ready', 'ready']);
  });

  it('leaves no mark once it has come back', async () => {
    const tab = await openTab();
    await tab.openModel((await tab.createModel(tillModel())).modelId);

    await tab.useProgram(tillProgram());

    expect(createStartMark(sessionStorage).hungWith(tillProgram())).toBe(false);
  });
});
