import { newUuid } from '#event-store';
import type { Board } from '#model';
import type { Catalogue, CatalogueModel, CatalogueRun } from '../catalogue/Catalogue.ts';
import type { ModelSummary, NewModel, RunSummary } from '../ModelsAndRuns.ts';
import { type PagedHistory, pagesOf, wholeHistory, writeHistory } from '../run/copyHistory.ts';
import type { Task } from '../run/longWork.ts';
import type { Storage } from '../storage.ts';
import { addingBranches, newRunOf } from './addingBranches.ts';
import { completedHistory, filledBoard, writeBoard } from './boardSession.ts';
import { closedModels } from './closedModels.ts';
import { deletingIn } from './deleting.ts';
import { addHiddenRun, dropHiddenRun } from './hiddenRun.ts';

export type Library = ReturnType<typeof createLibrary>;

/** All models and runs of this browser: adding, copying, deleting with a way back. */
export const createLibrary = (catalogue: Catalogue, storage: Storage) => {
  const modelOf = async (modelId: string): Promise<CatalogueModel> => {
    const model = await catalogue.model(modelId);
    if (!model || model.deletedAt) throw new Error('This model is not there any more: it was deleted.');
    return model;
  };

  const closed = closedModels(catalogue, storage, modelOf);

  const list = async (): Promise<ModelSummary[]> =>
    (await catalogue.models()).map(summaryOf).sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));

  /** `imported` is a run whose events are stored already. */
  const create = async (
    { board, boardHistory, history, sample, additional, fileName }: NewModel,
    imported?: Pick<CatalogueRun, 'runId' | 'events'>,
  ): Promise<ModelSummary> => {
    const isTaken = (await catalogue.model(board.modelId)) !== undefined;
    const modelId = isTaken || board.modelId === '' ? newUuid() : board.modelId;
    const now = new Date().toISOString();
    const run = { ...newRunOf(modelId, 'Run 1', history?.events.length ?? 0), ...imported };

    const boardStore = await storage.openBoard(modelId);
    const edits = boardHistory ? completedHistory(boardHistory, board) : filledBoard({ ...board, modelId });
    await writeBoard(boardStore, edits).finally(boardStore.close);
    const runStore = await storage.openRunToFill(run.runId);
    await (history ? writeHistory(runStore, pagesOf(history)) : Promise.resolve()).finally(runStore.close);

    const notes = Object.keys(board.notes).length;
    const added: CatalogueModel = {
      ...{ modelId, name: board.name, createdAt: now, changedAt: now, notes, currentRunId: run.runId },
      ...(sample === undefined ? {} : { sample }),
      ...(additional ? { additional } : {}),
      ...(fileName ? { lastFile: openedFrom(fileName, now, edits.length, run) } : {}),
    };
    await catalogue.add(added, run);
    return summaryOf(added);
  };

  /** A model that comes with a long history: it is in the list once all of it is there, and what is stopped leaves nothing. */
  const createFilled = async (model: NewModel, history: PagedHistory, task: Task): Promise<ModelSummary> => {
    const runId = await addHiddenRun(catalogue);
    try {
      const store = await storage.openRunToFill(runId);
      await writeHistory(store, history, task).finally(store.close);
      return await create(model, { runId, events: history.total });
    } catch (error) {
      await dropHiddenRun(catalogue, storage, runId);
      throw error;
    }
  };

  const duplicate = async (modelId: string, task: Task): Promise<ModelSummary> => {
    const { currentRunId, additional } = await modelOf(modelId);
    const board = await closed.board(modelId);
    const from = await storage.openRun(currentRunId);
    const model = { board: copyOf(board), ...(additional ? { additional } : {}) };
    try {
      return await createFilled(model, await wholeHistory(from), task);
    } finally {
      from.close();
    }
  };

  const runsOf = async (modelId: string): Promise<RunSummary[]> => {
    const { currentRunId } = await modelOf(modelId);
    const runs = await catalogue.runs(modelId);
    return runs
      .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
      .map(({ modelId: _, ...run }) => ({ ...run, isCurrent: run.runId === currentRunId }));
  };

  const addRun = async (modelId: string): Promise<CatalogueRun> => {
    const runs = await catalogue.runs(modelId);
    const run = newRunOf(modelId, `Run ${runs.length + 1}`, 0);
    await catalogue.addRun(run);
    return run;
  };

  const { board: _, ...ofClosed } = closed;
  return {
    list,
    modelOf,
    create,
    createFilled,
    duplicate,
    ...ofClosed,
    runsOf,
    addRun,
    addBranch: addingBranches(catalogue, storage),
    changeRun: catalogue.changeRun,
    ...deletingIn(catalogue, storage),
  };
};

const openedFrom = (
  fileName: string,
  at: string,
  version: number,
  { runId, events }: CatalogueRun,
): NonNullable<CatalogueModel['lastFile']> => ({ how: 'opened', at, fileName, version, runId, events });

const summaryOf = ({
  createdAt: _,
  currentRunId: __,
  additional: ___,
  lastFile,
  ...summary
}: CatalogueModel): ModelSummary => {
  if (!lastFile) return summary;
  const { version: _version, runId: _runId, events: _events, ...file } = lastFile;
  return { ...summary, lastFile: file };
};

const copyOf = (board: Board): Board => ({ ...board, modelId: newUuid(), name: `${board.name} (copy)` });
