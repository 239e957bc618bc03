import { fileSave } from 'browser-fs-access';
import { unlessCancelled, wordsOf } from '../openAndSave.ts';

const replayPageType = 'text/html';

/** Writes a page to a file that the person chooses, or else downloads it; null where the person closed the dialog. */
export const saveReplayPageFile = (page: Blob, modelName: string): Promise<boolean | null> =>
  unlessCancelled(async () => {
    const kind = { mimeTypes: [replayPageType], extensions: ['.html'], description: 'Page that replays' };
    await fileSave(page, { fileName: `${wordsOf(modelName)}.replay.html`, ...kind });
    return true;
  });
