import type { LogPage, ReadLogPage } from '../Sandbox.ts';
import type { WorkerMemory } from './WorkerMemory.ts';

export type LogSource = ReturnType<typeof createLogSource>;

/** Where pages of the log come from. The one behind the last is read ahead, while the worker is busy with that one. */
export const createLogSource = () => {
  let read: ReadLogPage | undefined;

  const readPage = async (memory: WorkerMemory, from: number): Promise<LogPage | undefined> => {
    const ahead = memory.nextPage;
    memory.nextPage = undefined;
    const known = ahead?.from === from ? await ahead.page : undefined;
    // The log may have grown since it was read ahead.
    return known && known.lastPosition >= from ? known : read?.(from);
  };

  return {
    readBy: (readLogPage: ReadLogPage): void => {
      read = readLogPage;
    },
    /** The page that holds a position; undefined where there is none. */
    pageAt: async (memory: WorkerMemory, position: number): Promise<LogPage | undefined> => {
      const page = await readPage(memory, position);
      if (!page || page.lastPosition < position) return undefined;
      if (!page.isEnd && read) {
        const from = page.lastPosition + 1;
        memory.nextPage = { from, page: read(from) };
        // Who needs it will hear of it.
        memory.nextPage.page.catch(() => undefined);
      }
      return page;
    },
  };
};
