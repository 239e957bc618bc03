import { appStore } from './appStore.ts';
import { filesRoom } from './filesRoom.ts';
import { orSay, sayNote } from './messages.ts';

const { getState } = appStore;

const written = async (): Promise<string> => {
  const { loadDocument } = await filesRoom();
  const { documentOf } = await loadDocument();
  return documentOf(getState().board);
};

/** The open model as Markdown; null where it cannot be written, which is said. */
export const documentText = (): Promise<string | null> => orSay(written);

export const saveDocument = async (): Promise<void> => {
  await orSay(async () => {
    const { saveForOthers } = await filesRoom();
    const { name } = getState().board;
    const blob = written().then((text) => new Blob([text], { type: 'text/markdown' }));
    if (await saveForOthers(blob, name, { mimeType: 'text/markdown', ending: '.md' }))
      sayNote(`Saved a document of ${name}.`);
  });
};
