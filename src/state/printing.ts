import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { filesRoom } from './filesRoom.ts';
import { historyRead } from './history.ts';
import { orSay } from './messages.ts';
import { positionOf } from './timeTravel.ts';

const { getState } = appStore;

/** The read models of the wall with their documents as of the cursor. */
const readModelsNow = async () => {
  await historyRead();
  const { readModels } = await engine().moment({ position: positionOf(getState()), streams: [] });
  const { definitions } = getState().board;
  return readModels.flatMap(({ moduleId, documents }) => {
    const name = definitions[moduleId]?.name;
    return name === undefined ? [] : [{ name, documents }];
  });
};

/** A document of its own, which nobody sees but the printer; gone once it is printed. */
const printDocument = (html: string): void => {
  const frame = document.createElement('iframe');
  frame.title = 'What is printed';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.style.cssText = 'position: fixed; width: 0; height: 0; border: 0; visibility: hidden';
  frame.srcdoc = html;
  frame.addEventListener('load', () => {
    const { contentWindow } = frame;
    contentWindow?.addEventListener('afterprint', () => frame.remove());
    contentWindow?.print();
  });
  document.body.append(frame);
};

/** Prints the wall, the documents of its read models and its specifications, through the browser's dialog. */
export const printModel = async (): Promise<void> => {
  await orSay(async () => {
    const { loadHandout } = await filesRoom();
    const [{ handoutOf }, readModels] = await Promise.all([loadHandout(), readModelsNow()]);
    const state = getState();
    printDocument(handoutOf(state.board, readModels, { position: positionOf(state), last: state.events.length }));
  });
};
