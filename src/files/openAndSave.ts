import { type FileWithHandle, fileOpen, fileSave } from 'browser-fs-access';

const extension = '.json';
export const modelFileType = 'application/json';
export const eventFileType = 'application/x-ndjson';

/**
 * Asks for a file, a model or one of recorded events; null where the person closed the dialog. The file carries its
 * handle where the browser gives one.
 */
export const pickFile = async (): Promise<FileWithHandle | null> =>
  unlessCancelled(() =>
    fileOpen({
      mimeTypes: [
        modelFileType,
        eventFileType,
        'text/csv',
        'text/tab-separated-values',
        'image/png',
        'image/svg+xml',
        'text/html',
        'application/yaml',
      ],
      extensions: [extension, '.jsonl', '.ndjson', '.csv', '.tsv', '.png', '.svg', '.html', '.yaml', '.yml'],
      description: 'Replayground model, picture or page of one, other notation, or recorded events',
    }),
  );

/**
 * Writes a model to a file: the same one again where `handle` is given and the browser can, else one that the person
 * chooses, else a download. The person chooses while the text is still being made. Answers the handle to save to next
 * time; null where the person closed the dialog.
 */
export const saveModelFile = async (
  blob: Promise<Blob>,
  modelName: string,
  handle?: FileSystemFileHandle,
): Promise<{ handle?: FileSystemFileHandle } | null> => {
  const kind = { mimeTypes: [modelFileType], extensions: [extension], description: 'Replayground model' };
  return unlessCancelled(async () => {
    const saved = await fileSave(blob, { fileName: fileNameOf(modelName), ...kind }, handle ?? null);
    return saved ? { handle: saved } : {};
  });
};

/**
 * Writes what is made of a model for others, under the model's name and an ending: `shopping-cart.emlang.yaml`. Null
 * where the person closed the dialog.
 */
export const saveForOthers = (
  blob: Blob | Promise<Blob>,
  modelName: string,
  { mimeType, ending }: { mimeType: string; ending: string },
): Promise<boolean | null> =>
  unlessCancelled(async () => {
    const extensions = [ending.slice(ending.lastIndexOf('.'))];
    await fileSave(blob, { fileName: `${wordsOf(modelName)}${ending}`, mimeTypes: [mimeType], extensions });
    return true;
  });

/** `Shopping cart` → `shopping-cart.replayground.json` */
export const fileNameOf = (modelName: string): string => `${wordsOf(modelName)}.replayground${extension}`;

const wordsOf = (modelName: string): string => {
  const words = modelName
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ['model'];
  return words.join('-').slice(0, 60);
};

const unlessCancelled = async <Result>(ask: () => Promise<Result>): Promise<Result | null> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
};
