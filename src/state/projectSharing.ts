import { appStore } from './appStore.ts';
import { saved } from './boardEditing.ts';
import { flushCode } from './codeTyping.ts';
import { filesRoom } from './filesRoom.ts';
import { historyRead } from './history.ts';
import { orSay, sayNote } from './messages.ts';

const { getState } = appStore;

/** The present model as a project for production, packed, and what does not go along; null where it could not be made. */
export const projectOfModel = () =>
  orSay(async () => {
    flushCode();
    await Promise.all([saved(), historyRead()]);
    const { exportProject } = await (await filesRoom()).loadProject();
    const { board, events, commands, markedStreams } = getState();
    return exportProject({ board, history: { events, commands, streams: [...markedStreams] } });
  });

export const saveProject = async (zip: Uint8Array<ArrayBuffer>): Promise<void> => {
  await orSay(async () => {
    const { saveForOthers } = await filesRoom();
    const { name } = getState().board;
    const blob = new Blob([zip], { type: 'application/zip' });
    if (await saveForOthers(blob, name, { mimeType: blob.type, ending: '.zip' }))
      sayNote(`Saved ${name} as a project.`);
  });
};
