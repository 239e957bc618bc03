import type { KeptOfFile } from '#engine';
import { type BoardDifference, takeOverIntents } from '#model';
import type { ComparedFile } from './AppState.ts';
import { appStore } from './appStore.ts';
import { edit, saved, storedVersion, undo } from './boardEditing.ts';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { takePreviewed } from './fileActions.ts';
import { hasOtherHistory } from './hasOtherHistory.ts';
import { historyRead } from './history.ts';
import { orSay, sayNote } from './messages.ts';
import { openModel } from './models.ts';
import { openRun, showRun, untilStopped } from './running.ts';
import { currentRunOf } from './runs.ts';
import { decidersWithStreams } from './wallHistory.ts';

const { getState, setState } = appStore;

/** Brings the model that a file is one of to the screen. */
const openExisting = async (): Promise<ComparedFile | null> => {
  const taken = takePreviewed();
  if (!taken) return null;
  const { model, preview } = taken;
  try {
    if (!preview.existing) return null;
    const { modelId } = preview.existing;
    if (modelId === getState().modelId) flushCode();
    else await openModel(modelId);
    const compared = await orSay(() => model.compared());
    // Where it could not be opened, a message says why; another one may have been opened meanwhile.
    return compared && modelId === getState().modelId ? { fileName: preview.fileName, ...compared } : null;
  } finally {
    model.close();
  }
};

/** Shows what the file of the preview says otherwise than the model that is here. */
export const compareWithFile = async (): Promise<void> => {
  const comparedFile = await openExisting();
  if (comparedFile) setState({ comparedFile, view: 'file-differences', form: null });
};

export const takeOver = (label: string, difference: BoardDifference): void => {
  const { board, comparedFile } = getState();
  if (comparedFile) edit(label, takeOverIntents(board, comparedFile.board, difference, decidersWithStreams()));
};

/** Makes the open model what a file says: one edit of the wall, and a run of its own for what is recorded in it. */
export const replaceByFile = async (label: string): Promise<void> => {
  const file = getState().preview ? await openExisting() : getState().comparedFile;
  if (!file) return;
  const { modelId } = getState();
  setState({ comparedFile: null, view: 'wall' });
  await orSay(async () => {
    await historyRead();
    const { runs, events } = getState();
    if (getState().modelId !== modelId) return;
    const before = currentRunOf(runs)?.runId;
    const bringsRun = hasOtherHistory(file, events);
    // Deciders of streams that stay in sight keep the category and the id field that these carry.
    const withStreams = bringsRun ? [] : decidersWithStreams();
    const isEdited = edit(label, [{ type: 'RestoreBoard', board: file.board, withStreams }]) === 'made';
    await saved();
    const version = storedVersion();
    if (bringsRun && !(await addRun(file))) return;
    const keptBefore = await keepOf(file, modelId, version);
    sayReplaced(file.fileName, bringsRun, () => {
      if (getState().modelId !== modelId) return;
      // Whatever has been done since stays, and has an undo of its own.
      const isLatest = isEdited && getState().undoLabel === label;
      if (isLatest) undo();
      if (keptBefore && (isLatest || !isEdited)) void orSay(() => keep(modelId, keptBefore));
      if (bringsRun && before) void openRun(before);
    });
  });
};

/** From now on the model is the same as this file, as when it had been opened from it. */
const keepOf = async (
  { fileName, history, additional }: ComparedFile,
  modelId: string,
  version: number | null,
): Promise<KeptOfFile | null> => {
  const { runs, additional: here } = getState();
  const runId = currentRunOf(runs)?.runId;
  if (getState().modelId !== modelId || version === null || runId === undefined) return null;
  const lastFile = { how: 'opened' as const, at: new Date().toISOString(), fileName, version, runId };
  // What was kept of events stays with them: they are still among the runs.
  const ofEvents = here.history === undefined ? {} : { history: here.history };
  return keep(modelId, {
    lastFile: { ...lastFile, events: history.total },
    additional: { ...ofEvents, ...additional },
  });
};

const keep = (modelId: string, kept: KeptOfFile): Promise<KeptOfFile> => {
  setState({ additional: kept.additional ?? {} });
  return engine().keepOfFile({ modelId, kept });
};

/** Answers whether it was made: it may have been stopped. */
const addRun = async ({ fileName, history }: ComparedFile): Promise<boolean> => {
  const opened = await untilStopped(() => engine().addRecordedRun({ name: nameOfRun(fileName), history }));
  if (opened) await showRun(opened);
  return Boolean(opened);
};

const nameOfRun = (fileName: string): string => `From ${fileName.replace(/(\.replayground)?\.[^.]+$/, '')}`;

const sayReplaced = (fileName: string, hasBroughtRun: boolean, run: () => void): void =>
  sayNote(
    `The model is what ${fileName} says. ` +
      (hasBroughtRun ? 'What was recorded before is still among its runs.' : 'What is recorded stays as it is.'),
    [{ label: 'Undo', run }],
  );
