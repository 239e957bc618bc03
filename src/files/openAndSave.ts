import { type FileWithHandle, fileOpen, fileSave } from 'browser-fs-access';

const extension = '.json';
const mimeType = 'application/json';

/** Asks for a file, a model or one of recorded events; null where the person closed the dialog. The file carries its handle where the browser gives one. */
export const pickFile = async (): Promise<FileWithHandle | null> =>
  unlessCancelled(() =>
    fileOpen({
      mimeTypes: [mimeType, 'application/x-ndjson', 'text/csv', 'text/tab-separated-values'],
      extensions: [extension, '.jsonl', '.ndjson', '.csv', '.tsv'],
      description: 'Replayground model, or recorded events',
    }),
  );

/**
 * Writes a model to a file: the same one again where `handle` is given and the browser can, else one that the person
 * chooses, else a download. Answers the handle to save to next time; null where the person closed the dialog.
 */
export const saveModelFile = async (
  text: string,
  modelName: string,
  handle?: FileSystemFileHandle,
): Promise<{ handle?: FileSystemFileHandle } | null> => {
  const blob = new Blob([text], { type: mimeType });
  const options = { fileName: fileNameOf(modelName), extensions: [extension], description: 'Replayground model' };
  return unlessCancelled(async () => {
    const saved = await fileSave(blob, options, handle ?? null);
    return saved ? { handle: saved } : {};
  });
};

/** `Shopping cart` → `shopping-cart.replayground.json` */
export const fileNameOf = (modelName: string): string => {
  const words = modelName
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ['model'];
  return `${words.join('-').slice(0, 60)}.replayground${extension}`;
};

const unlessCancelled = async <Result>(ask: () => Promise<Result>): Promise<Result | null> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
};
