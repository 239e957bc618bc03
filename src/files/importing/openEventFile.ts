import { askingWorker } from '../askingWorker.ts';
import { EventFileError } from './EventFileError.ts';
import type { EventFileFacts, ImportMapping, ImportSummary } from './EventImport.ts';
import type { ImportQuestion } from './importWorker.ts';

/** In megabytes. */
const largestFile = 100;

/** A file of events while it is looked at and imported, in a worker of its own. `close` ends whatever it is doing. */
export type EventFile = {
  facts: EventFileFacts;
  /** Null where the mapping was changed again meanwhile. */
  summarise(mapping: ImportMapping): Promise<ImportSummary | null>;
  /** Reads all events and puts them in order; answers how many there are. */
  collect(mapping: ImportMapping): Promise<number>;
  /** The JSON of a list of commits that store some of the collected events, by their place from 0 on. */
  part(from: number, to: number): Promise<string>;
  close(): void;
};

/** Reads a file of events in whatever form it is. Rejects with `EventFileError` where it holds none. */
export const openEventFile = async (file: File): Promise<EventFile> => {
  const megabytes = Math.ceil(file.size / 1_000_000);
  if (megabytes > largestFile)
    throw new EventFileError(`it has ${megabytes} MB, and files of up to ${largestFile} MB can be read`);
  const { ask, close } = startWorker();
  try {
    const facts = await ask<EventFileFacts>({ kind: 'open', file });
    if (!facts) throw new EventFileError('it was not opened');
    return {
      facts,
      summarise: (mapping) => ask<ImportSummary>({ kind: 'summarise', mapping }),
      collect: async (mapping) => (await ask<number>({ kind: 'collect', mapping })) ?? 0,
      part: async (from, to) => (await ask<string>({ kind: 'part', from, to })) ?? '[]',
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
};

const startWorker = () =>
  askingWorker<ImportQuestion>(
    new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module', name: 'import' }),
    {
      broken: new EventFileError('reading it took more memory than there is'),
      stopped: new Error('Reading was stopped.'),
    },
  );
