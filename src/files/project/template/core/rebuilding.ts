import type { ReadModelModule } from './Model.ts';
import type { Json, RecordedEvent } from './messages.ts';
import { documentIdsOf, evolveDocument } from './readModels.ts';
import type { Store } from './Store.ts';
import { readModelIn } from './shapes.ts';

/** Events that are read in one go. */
const page = 1000;

/**
 * Makes the documents of a read model anew, of all that is stored as the present code reads it. Where the code throws,
 * those that were there stay. Answers how many there are.
 */
export const rebuild = async (
  store: Store,
  upcast: (event: RecordedEvent) => RecordedEvent[],
  { collection, code, deafTo }: ReadModelModule,
): Promise<number> => {
  const readModel = readModelIn(code, deafTo);
  const documents = new Map<string, Json>();
  await store.replaceDocuments(collection, async () => {
    for (let position = 0n; ; ) {
      const stored = await store.readAfter(position, page);
      for (const event of stored.flatMap(upcast)) {
        if (!readModel.hears.has(event.type)) continue;
        for (const id of documentIdsOf(readModel, event)) {
          const next = evolveDocument(readModel, documents.get(id) ?? null, event);
          if (next === null) documents.delete(id);
          else documents.set(id, next);
        }
      }
      const last = stored.at(-1);
      if (!last) return documents;
      position = last.metadata.globalPosition;
    }
  });
  return documents.size;
};
