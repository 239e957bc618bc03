import type { ModelSummary, NewModel, OpenedModel } from '#engine';
import { newUuid } from '#engine';
import { type Board, emptyBoard } from '#model';
import { samples } from '#samples';
import { appStore } from './appStore.ts';
import { openStoredBoard } from './boardEditing.ts';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { orSay, sayTrouble, sentenceOf } from './messages.ts';
import { keepPreferences, readPreferences } from './preferences.ts';
import { forgetProgram, programInForce, syncProgram } from './programSync.ts';
import { showRun } from './running.ts';
import { readStops } from './stops.ts';
import { untilPainted } from './whenIdle.ts';

const { getState, setState } = appStore;

export const refreshModels = async (): Promise<void> => {
  const models = await orSay(() => engine().listModels());
  if (models) setState({ models });
};

/** Puts a model of the catalogue on the screen; what was open before is stored first. */
const openStoredModel = async (modelId: string): Promise<void> => {
  flushCode();
  await openStoredBoard(modelId, showOpened);
  await programInForce();
};

/** The wall is there at once; its code comes into force behind it, and whoever sends a command waits for that. */
const showOpened = (
  { modelId, runs, history, limits, additional = {} }: OpenedModel,
  showItsBoard: () => void,
): Promise<void> => {
  setState({
    modelId,
    additional,
    limits,
    selection: { noteIds: [], connectionIds: [] },
    renaming: null,
    modules: {},
    readModelStatus: {},
    policyStatus: {},
    verdicts: {},
    form: null,
    codeTarget: null,
    isInspectorOpen: false,
    preview: null,
    comparedFile: null,
    view: 'wall',
    ...readStops(modelId),
  });
  showItsBoard();
  const historyShown = showRun({ runs, history });
  setState({ phase: 'ready' });
  keepPreferences({ lastModelId: modelId });
  forgetProgram();
  syncProgram(untilPainted());
  return historyShown;
};

/** Opens a model that was stored just now. */
export const openAdded = async ({ modelId }: ModelSummary): Promise<void> => {
  await openStoredModel(modelId);
  await refreshModels();
};

/** Stores a new model and opens it. */
export const addModel = async (model: NewModel): Promise<void> => openAdded(await engine().createModel(model));

/** The same content under an id of its own, so that a sample or a file never overwrites what is here. */
export const asOwnCopy = (board: Board): Board => ({ ...board, modelId: newUuid() });

const untitled = 'Untitled model';

/** "Untitled model 2" where "Untitled model" is there. */
export const freeName = (wanted: string, taken: string[]): string => {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
};

const emptyModel = (name?: string): NewModel => {
  const taken = getState().models.map((model) => model.name);
  return { board: emptyBoard(newUuid(), name ?? freeName(untitled, taken)) };
};

export const newModel = async (name?: string): Promise<void> => {
  await orSay(() => addModel(emptyModel(name)));
};

export const openModel = async (modelId: string): Promise<void> => {
  await orSay(() => openStoredModel(modelId));
};

const addSample = async (sampleId: string): Promise<void> => {
  const sample = samples.find(({ id }) => id === sampleId);
  if (!sample) throw new Error(`There is no sample named ${sampleId}.`);
  const { board, history } = await sample.load();
  await addModel({ board: asOwnCopy(board), history, sample: sampleId });
};

export const openSample = async (sampleId: string): Promise<void> => {
  await orSay(() => addSample(sampleId));
};

/** `lost`: there was a visit before, and nothing of it is stored any more. */
export type Visit = 'first-visit' | 'returning' | 'lost';

/** The model of the last visit, else any that is there, else the sample that a first visitor meets. */
export const openFirstModel = async (): Promise<Visit> => {
  const stored = await engine().listModels();
  const models = stored.filter(({ deletedAt }) => !deletedAt);
  setState({ models });
  const { lastModelId } = readPreferences();
  const last = models.filter(({ modelId }) => modelId === lastModelId);
  const isThere = await openAnyOf([...last, ...models.filter((model) => !last.includes(model))]);
  if (!isThere) await addSample('shopping-cart');
  if (stored.length === 0 && lastModelId !== null) return 'lost';
  return models.length > 0 ? 'returning' : 'first-visit';
};

/** One model that cannot be opened (written by a newer version, say) keeps nobody from the others. */
const openAnyOf = async (models: ModelSummary[]): Promise<boolean> => {
  for (const { modelId, name } of models)
    try {
      await openStoredModel(modelId);
      return true;
    } catch (error) {
      sayTrouble(`${name} could not be opened: ${sentenceOf(error)}`);
    }
  return false;
};
