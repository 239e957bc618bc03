import { appStore } from './appStore.ts';
import { saved, storedVersion } from './boardEditing.ts';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { filesRoom } from './filesRoom.ts';
import { historyRead } from './history.ts';
import { orSay, sayNote, sayTrouble } from './messages.ts';
import { ownWork, stopOwnWork } from './ownWork.ts';
import { currentRunOf } from './runs.ts';
import type { SaveOptions } from './WorkspaceApi.ts';

const { getState } = appStore;

/** The file that a model was last saved to, where the browser lets us write it again. */
const handles = new Map<string, FileSystemFileHandle>();

/** What a file is written of, once all of it is here. */
export const partsToWrite = async ({ withBoardHistory = false, events: which }: SaveOptions) => {
  flushCode();
  // Where the browser has no room left, a file is the way out: it gets what is on the screen.
  await Promise.all([withBoardHistory ? saved() : saved().catch(() => undefined), historyRead()]);
  const { board, events, commands, additional, runs, markedStreams: streams } = getState();
  const runId = currentRunOf(runs)?.runId;
  const version = storedVersion();
  const boardHistory = withBoardHistory ? await engine().readBoard() : undefined;
  return {
    version,
    runId,
    board,
    additional,
    history: which === 'left-out' ? { events: [], commands: [] } : { events, commands, streams: [...streams] },
    ...(boardHistory ? { boardHistory } : {}),
  };
};

/** The text that Save writes. Rejects with a sentence where it is too long for one. */
export const modelFileText = async (): Promise<string> => {
  const { writeModelFile } = await filesRoom();
  const { version: _, runId: __, ...parts } = await partsToWrite({});
  return writeModelFile(parts);
};

/** What takes so long to write is told, and can be stopped: by a page of events for a piece. */
export const writing = async (pieces: Iterable<string>, type: string, events: number): Promise<Blob> => {
  const { blobOf } = await filesRoom();
  return ownWork('saving', events, (signal, onProgress) =>
    blobOf(pieces, type, { signal, onPiece: (piece) => onProgress(piece * 1000) }),
  );
};

/** Where the person closed the browser's dialog, nobody wants what is being written. */
export const unlessClosed = async <Result>(
  blob: Promise<Blob>,
  save: (blob: Promise<Blob>) => Promise<Result | null>,
): Promise<Result | null> => {
  blob.catch(() => undefined);
  const result = await save(blob);
  if (!result) stopOwnWork();
  return result;
};

export const saveToFile = async (options: SaveOptions = {}): Promise<void> => {
  await orSay(async () => {
    const { fileNameOf, modelFilePieces, modelFileType, saveModelFile, tooLargeToOpen } = await filesRoom();
    const { version, runId, ...parts } = await partsToWrite(options);
    // While a long file is written, another model may be opened.
    const { board } = parts;
    const { modelId } = board;
    const { events } = parts.history;
    const megabytes = options.events ? undefined : tooLargeToOpen(events);
    if (megabytes) return askWhatToSave(megabytes, options);
    const blob = writing(modelFilePieces(parts), modelFileType, events.length);
    const handle = options.asNew ? undefined : handles.get(modelId);
    const result = await unlessClosed(blob, (made) => saveModelFile(made, board.name, handle));
    if (!result) return;
    if (result.handle) handles.set(modelId, result.handle);
    if (version !== null && runId !== undefined)
      await engine().noteSaved({
        modelId,
        runId,
        version,
        events: events.length,
        fileName: result.handle?.name ?? fileNameOf(board.name),
      });
    sayNote(`Saved ${board.name} to a file${options.events === 'left-out' ? ', without its events' : ''}.`);
  });
};

/**
 * The file that a model travels in, made without being watched; null where it would be too large to be opened again, or
 * nobody wants it any more.
 */
export const modelFileBlob = async (options: SaveOptions, signal: AbortSignal): Promise<Blob | null> => {
  const { blobOf, modelFilePieces, modelFileType, tooLargeToOpen } = await filesRoom();
  const { version: _, runId: __, ...parts } = await partsToWrite(options);
  if (tooLargeToOpen(parts.history.events)) return null;
  const made = blobOf(modelFilePieces(parts), modelFileType, { signal, onPiece: () => undefined });
  return made.catch((error: unknown) => {
    if (signal.aborted) return null;
    throw error;
  });
};

/** Bytes that the file will have; null where it would be too large to be opened again. */
export const sizeOfFile = (options: SaveOptions, signal: AbortSignal): Promise<number | null> =>
  orSay(async () => (await modelFileBlob(options, signal))?.size ?? null);

const askWhatToSave = async (megabytes: number, options: SaveOptions): Promise<void> => {
  const { largestFile } = await filesRoom();
  sayTrouble(
    `With its ${getState().events.length.toLocaleString('en')} events the file would have about ${megabytes} MB. ` +
      `Files of up to ${largestFile} MB can be opened again.`,
    [
      { label: 'Save without events', run: () => void saveToFile({ ...options, events: 'left-out' }) },
      { label: 'Save all', run: () => void saveToFile({ ...options, events: 'all' }) },
    ],
  );
};

/** The events of the run in use as JSON Lines, for other tools and for import. */
export const saveEvents = async (): Promise<void> => {
  await orSay(async () => {
    await historyRead();
    const { events, board } = getState();
    const { eventFileType, eventLines, saveForOthers } = await filesRoom();
    const blob = writing(eventLines(events), eventFileType, events.length);
    if (
      await unlessClosed(blob, (made) =>
        saveForOthers(made, board.name, { mimeType: eventFileType, ending: '.events.jsonl' }),
      )
    )
      sayNote(`Saved the events of ${board.name} to a file.`);
  });
};
