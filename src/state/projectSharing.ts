import { appStore } from './appStore.ts';
import { saved } from './boardEditing.ts';
import { flushCode } from './codeTyping.ts';
import { filesRoom } from './filesRoom.ts';
import { historyRead } from './history.ts';
import { orSay, sayNote } from './messages.ts';

const { getState } = appStore;

/** What the present model is as a project, once all of it is here. */
export const projectOfModel = async () => {
  flushCode();
  const [{ loadProject }] = await Promise.all([filesRoom(), saved(), historyRead()]);
  const { leftBehind, projectZip } = await loadProject();
  const { board, events, commands, markedStreams: streams } = getState();
  const source = { board, history: { events: [...events], commands, streams: [...streams] } };
  return { zip: projectZip(source), leftBehind: leftBehind(source) };
};

export const saveProject = async (zip: Uint8Array<ArrayBuffer>): Promise<void> => {
  await orSay(async () => {
    const { saveZipFile } = await filesRoom();
    const { name } = getState().board;
    if (await saveZipFile(zip, name)) sayNote(`Saved ${name} as a project.`);
  });
};
