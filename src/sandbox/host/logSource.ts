import type { LogPage, ReadLogPage } from '../Sandbox.ts';
import type { WorkerMemory } from './WorkerMemory.ts';

export type LogSource = ReturnType<typeof createLogSource>;

/** Where pages of the log come from. Those behind the last are read ahead, while the worker is busy with that one. */
export const createLogSource = () => {
  let read: ReadLogPage | undefined;

  return {
    readBy: (readLogPage: ReadLogPage): void => {
      read = readLogPage;
    },
    /** The page that holds a position, and those behind it that are there already; none where the log does not reach. */
    pagesAt: async (memory: WorkerMemory, position: number): Promise<LogPage[]> => {
      if (!read) return [];
      if (memory.ahead?.next() !== position) memory.ahead = readingAhead(read, position);
      return memory.ahead.take();
    },
  };
};

export type ReadingAhead = ReturnType<typeof readingAhead>;

/** So many pages are read ahead where one after the other is asked for; after a single one, one. */
const mostAhead = 4;

const readingAhead = (read: ReadLogPage, start: number) => {
  let next = start;
  let isEnd = false;
  let depth = 0;
  let ready: LogPage[] = [];
  let reading: Promise<void> | undefined;

  const readOne = async (): Promise<void> => {
    const from = (ready.at(-1)?.lastPosition ?? next - 1) + 1;
    const page = await read(from);
    isEnd = page.isEnd || page.lastPosition < from;
    if (page.lastPosition >= from) ready.push(page);
  };

  const readOn = (): void => {
    if (reading || isEnd || ready.length >= depth) return;
    reading = readOne().finally(() => {
      reading = undefined;
    });
    // Who needs the page will ask for it again, and hear of it.
    reading.then(readOn, () => undefined);
  };

  return {
    /** The first position of what has not been taken yet. */
    next: () => next,
    take: async (): Promise<LogPage[]> => {
      depth = Math.min(2 * depth || 1, mostAhead);
      if (ready.length === 0) {
        // The log may have grown since its end was seen.
        isEnd = false;
        readOn();
        await reading;
      }
      const taken = ready;
      ready = [];
      next = (taken.at(-1)?.lastPosition ?? next - 1) + 1;
      readOn();
      return taken;
    },
  };
};
