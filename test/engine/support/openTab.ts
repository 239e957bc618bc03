import { onTestFinished } from 'vitest';
import { type EngineClient, type EngineNotice, startEngine } from '#engine';
import { type TillOptions, tillModel, tillProgram } from './till.ts';

/** An engine as one tab has it, closed with the test. */
export const openTab = async (): Promise<EngineClient & { notices: EngineNotice[] }> => {
  const engine = startEngine();
  onTestFinished(() => engine.close());
  const notices: EngineNotice[] = [];
  engine.onNotice((notice) => notices.push(notice));
  return { ...engine, notices };
};

/** A tab with a new till model, opened and running. */
export const openTillTab = async (options?: TillOptions) => {
  const tab = await openTab();
  const { modelId } = await tab.createModel(tillModel());
  await tab.openModel(modelId);
  const statuses = await tab.useProgram(tillProgram(options));
  return { tab, modelId, statuses };
};

/** Another tab on a model that is there. */
export const openSecondTab = async (modelId: string, options?: TillOptions) => {
  const tab = await openTab();
  await tab.openModel(modelId);
  await tab.useProgram(tillProgram(options));
  return tab;
};

/** The read models as the screen gets them at a position, without what is of no matter here. */
export const documentsAt = async (tab: EngineClient, position: number) => {
  const { readModels } = await tab.moment({ position, streams: [] });
  return Object.fromEntries(readModels.map(({ moduleId, documents }) => [moduleId, documents]));
};
