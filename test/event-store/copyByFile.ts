import type { EventStore } from '#event-store';
import { readModelFile, writeModelFile } from '#files';
import { emptyBoard } from '#model';
import { pagesOf, writeHistory } from '../../src/engine/run/copyHistory.ts';
import { readHistory } from '../support/readHistory.ts';

/** The text of a model file that holds all that a store has recorded. */
export const fileOf = async (store: EventStore): Promise<string> =>
  writeModelFile({ board: emptyBoard('model', 'Cases'), history: await readHistory(store) });

/** By way of the text of a file, as a model goes from one browser to another. */
export const copyByFile = async (from: EventStore, to: EventStore): Promise<void> => {
  const { file } = readModelFile(await fileOf(from));
  await writeHistory(to, pagesOf(file.history));
};

/** No file holds documents and checkpoints, which follow from the log. The cases want them as they stood. */
export const copyDerived = async (
  from: EventStore,
  to: EventStore,
  projections: string[],
  consumers: string[],
): Promise<void> => {
  const documents = await Promise.all(
    projections.map(async (projection) =>
      (await from.documents(projection)).map((stored) => ({ projection, ...stored })),
    ),
  );
  const checkpoints = await Promise.all(
    consumers.map(async (consumer) => ({ consumer, position: await from.checkpoint(consumer) })),
  );
  await to.storeDocuments(documents.flat(), { checkpoints });
};
