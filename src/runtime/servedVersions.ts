import type { DocumentChange, EventStore, Json } from '#event-store';
import type { CodeFile } from '#model';

/**
 * What serves a read model whose changed code is built beside it, and a version that was switched away from. Whichever
 * of the two the wall does not hold is run as the other version.
 */
export type ServedVersion = { served: CodeFile[]; previous?: CodeFile[] };

const servedVersions = 'served-versions';

/** By read model; the code on the wall replaces what was before it where nothing stands here. */
export const readServedVersions = async (store: EventStore): Promise<ReadonlyMap<string, ServedVersion>> =>
  new Map(
    (await store.documents(servedVersions)).map(
      ({ documentId, document }) => [documentId, document as unknown as ServedVersion] as const,
    ),
  );

export const changeOfServedVersion = (readModelId: string, version: ServedVersion | null): DocumentChange => ({
  projection: servedVersions,
  documentId: readModelId,
  document: version as Json,
});
