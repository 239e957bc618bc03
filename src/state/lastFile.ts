import type { SinceFile } from '#engine';
import { appStore } from './appStore.ts';
import { saved } from './boardEditing.ts';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { orSay } from './messages.ts';

/** What has become of a model since it was saved to a file or opened from one; null where it never was. */
export const changesSinceFile = async (modelId: string): Promise<SinceFile | null> =>
  orSay(async () => {
    if (modelId === appStore.getState().modelId) {
      flushCode();
      await saved();
    }
    return engine().changesSinceFile(modelId);
  });
