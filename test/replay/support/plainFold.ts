import type { Json, RecordedEvent } from '#event-store';
import { encodeTagged } from '../../../src/sandbox/codec.ts';

type Code = { [name: string]: unknown };

/** Runs the code of a test's own right here: what the sandbox makes of it is compared with this. */
export const moduleOf = async (text: string): Promise<Code> => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  try {
    return (await import(/* @vite-ignore */ address)) as Code;
  } finally {
    URL.revokeObjectURL(address);
  }
};

/** A copy of its own for each call, as the code sees it. */
export const forCode = ({ type, data, metadata }: RecordedEvent) => ({
  type,
  data: structuredClone(data),
  metadata: {
    ...metadata,
    streamPosition: BigInt(metadata.streamPosition),
    globalPosition: BigInt(metadata.globalPosition),
  },
});

type Decider = { initialState: () => unknown; evolve: (state: unknown, event: object) => unknown };

/** From the beginning, event by event, nothing kept: as text. */
export const stateByFold = (code: Code, events: readonly RecordedEvent[]): string => {
  const { initialState, evolve } = code as Decider;
  return encodeTagged(events.reduce((state, event) => evolve(state, forCode(event)), initialState()));
};

type ReadModel = {
  canHandle: string[];
  initialState?: () => Json;
  getDocumentId: (event: object) => string | string[];
  evolve: (document: Json, event: object) => Json;
};

/** The documents after some events, by id in order, up to the event at which the code breaks. */
export const documentsByFold = (code: Code, events: readonly RecordedEvent[]) => {
  const { canHandle, initialState, getDocumentId, evolve } = code as ReadModel;
  const documents = new Map<string, Json>();
  let broken: number | undefined;
  for (const event of events) {
    if (broken !== undefined || !canHandle.includes(event.type)) continue;
    const ids = new Set([getDocumentId(forCode(event))].flat().map(String));
    try {
      const next = [...ids].map((id): [string, Json] => {
        const before = documents.get(id) ?? initialState?.() ?? null;
        return [id, JSON.parse(JSON.stringify(evolve(structuredClone(before), forCode(event)))) as Json];
      });
      for (const [id, document] of next)
        if (document === null) documents.delete(id);
        else documents.set(id, document);
    } catch {
      broken = event.metadata.globalPosition;
    }
  }
  const byId = [...documents].sort(([one], [other]) => (one < other ? -1 : 1));
  return { documents: byId.map(([documentId, document]) => ({ documentId, document })), broken };
};
