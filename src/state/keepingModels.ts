import { appStore } from './appStore.ts';
import { saved } from './boardEditing.ts';
import { engine } from './engineAccess.ts';
import { orSay, sayNote, sayTrouble } from './messages.ts';
import { openFirstModel, refreshModels } from './models.ts';
import { untilStopped } from './running.ts';
import { tabId } from './tabId.ts';

const { getState, setState } = appStore;

/** Deleted by this tab, which need not be told of it. */
const deletedHere = new Set<string>();

/** Another tab has added, renamed or deleted models; it may have been the one that is open here. */
export const followModels = async (): Promise<void> => {
  await refreshModels();
  const { models, modelId } = getState();
  const open = models.find((model) => model.modelId === modelId);
  if (!open?.deletedAt || deletedHere.has(modelId)) return;
  sayTrouble(`${open.name} was deleted in another tab. Unless you bring it back, what you do here is lost with it.`, [
    { label: 'Bring it back', run: () => void restoreModel(modelId) },
  ]);
};

/** One that is not open is renamed where it lies. */
export const renameClosedModel = async (name: string, modelId: string): Promise<void> => {
  await orSay(() => engine().renameModel({ modelId, name, tab: tabId }));
  await refreshModels();
};

export const duplicateModel = async (modelId: string): Promise<void> => {
  if (modelId === getState().modelId) await orSay(saved);
  await orSay(() => untilStopped(() => engine().duplicateModel(modelId)));
  await refreshModels();
};

export const deleteModel = async (modelId: string): Promise<void> => {
  const model = getState().models.find((candidate) => candidate.modelId === modelId);
  deletedHere.add(modelId);
  const isDone = await orSay(() =>
    engine()
      .deleteModel(modelId)
      .then(() => true),
  );
  await refreshModels();
  if (!isDone) return;
  sayNote(`Deleted ${model?.name ?? 'the model'}.`, [{ label: 'Undo', run: () => void restoreModel(modelId) }]);
  if (modelId === getState().modelId) await openAnother();
};

const openAnother = async (): Promise<void> => {
  await orSay(openFirstModel);
  setState({ view: 'models' });
};

export const restoreModel = async (modelId: string): Promise<void> => {
  deletedHere.delete(modelId);
  await orSay(() => engine().restoreModel(modelId));
  await refreshModels();
};
