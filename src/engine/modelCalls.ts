import type { Announcements } from './announcements.ts';
import type { Catalogue } from './catalogue/Catalogue.ts';
import type { EngineApi } from './EngineApi.ts';
import { limitsHere } from './limits.ts';
import { boardOf } from './models/boardSession.ts';
import type { Library } from './models/library.ts';
import { openHistory } from './run/history.ts';
import type { LongWork } from './run/longWork.ts';
import { unpackedHistory, unpackedParts } from './run/unpacking.ts';
import { anotherIsOpen } from './sentences.ts';
import type { Workplace } from './workplace.ts';

type ModelCalls = Pick<
  EngineApi,
  | 'listModels'
  | 'createModel'
  | 'duplicateModel'
  | 'renameModel'
  | 'sketchModel'
  | 'deleteModel'
  | 'restoreModel'
  | 'openModel'
  | 'appendToBoard'
  | 'readBoard'
  | 'noteSaved'
  | 'keepOfFile'
  | 'changesSinceFile'
  | 'createPackedModel'
>;

/** What the screen may ask about models and their boards. */
export const createModelCalls = (
  catalogue: Catalogue,
  library: Library,
  workplace: Workplace,
  { modelsChanged }: Announcements,
  longWork: LongWork,
): ModelCalls => ({
  listModels: library.list,
  createModel: async (model) => {
    const summary = await library.create(model);
    modelsChanged();
    return summary;
  },
  duplicateModel: async (modelId) => {
    const summary = await longWork.run('copying', (task) => library.duplicate(modelId, task));
    modelsChanged();
    return summary;
  },
  renameModel: async (request) => {
    await library.rename(request);
    modelsChanged();
  },
  sketchModel: library.sketch,
  deleteModel: async (modelId) => {
    await library.mark(modelId, new Date().toISOString());
    if (workplace.isOpen(modelId)) await workplace.close();
    modelsChanged();
  },
  restoreModel: async (modelId) => {
    await library.mark(modelId, undefined);
    modelsChanged();
  },
  openModel: (modelId, tabs = []) =>
    workplace.openModel(modelId, async ({ board, run }) => {
      const edited = await board.read();
      const { additional } = await library.modelOf(modelId);
      return {
        modelId,
        board: boardOf(modelId, edited),
        boardVersion: edited.version,
        edits: edited.events.filter(({ metadata }) => tabs.includes(metadata.gesture.tab)),
        runs: await library.runsOf(modelId),
        ...(additional ? { additional } : {}),
        history: await openHistory(run.store),
        limits: limitsHere(),
      };
    }),
  appendToBoard: async ({ modelId, events, expectedVersion, name, notes }) => {
    const { name: nameBefore } = await library.modelOf(modelId);
    if (!workplace.isOpen(modelId)) throw new Error(anotherIsOpen);
    const answer = await workplace.current().board.append(events, expectedVersion);
    if (answer.kind === 'moved-on' || events.length === 0) return answer;
    const changedAt = new Date().toISOString();
    await catalogue.changeModel(modelId, (model) => ({ ...model, name, notes, changedAt }));
    if (name !== nameBefore) modelsChanged();
    return answer;
  },
  readBoard: async () => (await workplace.current().board.read()).events,
  noteSaved: async ({ modelId, ...file }) => {
    const lastFile = { how: 'saved' as const, at: new Date().toISOString(), ...file };
    await catalogue.changeModel(modelId, (model) => ({ ...model, lastFile }));
    modelsChanged();
  },
  keepOfFile: async ({ modelId, kept }) => {
    const { lastFile, additional } = await library.modelOf(modelId);
    await catalogue.changeModel(modelId, ({ lastFile: _, additional: __, ...model }) => ({ ...model, ...kept }));
    modelsChanged();
    return { ...(lastFile && { lastFile }), ...(additional && { additional }) };
  },
  changesSinceFile: library.changesSinceFile,
  createPackedModel: async ({ model, fileName }) => {
    const summary = await longWork.run('copying', async (task) => {
      const named = { ...(await unpackedParts(model)), ...(fileName ? { fileName } : {}) };
      return library.createFilled(named, await unpackedHistory(model.history), task);
    });
    modelsChanged();
    return summary;
  },
});
