import type { ReadModelModule } from './Model.ts';
import { asJson, copyOf, type Json, messageOf, type RecordedEvent } from './messages.ts';
import { ReadModelBroke } from './Store.ts';
import { type ReadModel, readModelIn } from './shapes.ts';

/** A document as Emmett's document databases keep it: wrapped, as it may be anything that JSON keeps. */
export type StoredDocument = { _id: string; document: Json };

/** What Pongo's collections and those in memory have in common. */
export type Collection = {
  handle(
    id: string,
    change: (stored: StoredDocument | null) => StoredDocument | null,
  ): Promise<{ successful: boolean }>;
};

/** What the code of a read model throws, told apart from what the storage does. */
const told = <Result>(run: () => Result): Result => {
  try {
    return run();
  } catch (error) {
    throw new ReadModelBroke(messageOf(error), { cause: error });
  }
};

/** One step of a document, null where there is none. */
export const evolveDocument = (readModel: ReadModel, document: Json, event: RecordedEvent): Json => {
  const before = document === null ? readModel.initialState() : structuredClone(document);
  const next = readModel.evolve(before, copyOf(event));
  if (next === undefined) throw new Error('evolve returned nothing. `null` would delete the document.');
  return next === null ? null : asJson(next);
};

/** The documents that an event touches, each once. */
export const documentIdsOf = ({ getDocumentId }: ReadModel, event: RecordedEvent): string[] => {
  const result = getDocumentId(copyOf(event));
  const ids = Array.isArray(result) ? result : result === null || result === undefined ? [] : [result];
  return [...new Set(ids.map(String))];
};

/** A read model as an inline projection of Emmett's: its documents change with the events, or neither does. */
export const projectionOf = ({ code, deafTo }: ReadModelModule) => {
  const readModel = readModelIn(code, deafTo);
  const handle = async (events: RecordedEvent[], collection: Collection): Promise<void> => {
    for (const event of events) {
      if (!readModel.hears.has(event.type)) continue;
      for (const id of told(() => documentIdsOf(readModel, event))) {
        const { successful } = await collection.handle(id, (stored) => {
          const document = told(() => evolveDocument(readModel, stored?.document ?? null, event));
          return document === null ? null : { _id: id, document };
        });
        if (!successful) throw new Error(`Document ${id} was changed by somebody else meanwhile.`);
      }
    }
  };
  return { canHandle: [...readModel.hears], handle };
};
