import type { DocumentChange, EventStore, Json, RecordedEvent, StreamWrite } from '#event-store';
import { type CaseState, foldCase } from './foldCase.ts';

export type ProjectOperation = {
  op: 'project';
  name: string;
  lifecycle?: 'inline' | 'async';
  keyBy?: string;
  failOn?: string;
  sideEffectOn?: string;
};

/** Read models as the cases need them, on nothing but what the store stores together: documents, checkpoints, a fence. */
export class CaseProjections {
  readonly #projections = new Map<string, ProjectOperation>();
  effects = 0;

  names(): string[] {
    return [...this.#projections.keys()];
  }

  register(projection: ProjectOperation): void {
    this.#projections.set(projection.name, projection);
  }

  /** What inline read models store together with the events of a write; undefined where there are none. */
  async documentsFor(
    store: EventStore,
    write: StreamWrite,
  ): Promise<{ documents: DocumentChange[]; fence: number } | undefined> {
    const inline = [...this.#projections.values()].filter(({ lifecycle }) => lifecycle === 'inline');
    if (inline.length === 0) return undefined;
    const fence = await store.lastPosition();
    const events = write.events.map((event) => tentative(write.stream, event));
    const folded = await Promise.all(inline.map((projection) => this.#fold(store, projection, events, 'stored')));
    if (folded.some(({ failed }) => failed)) throw new InlineProjectionFailed();
    return { documents: folded.flatMap(({ documents }) => documents), fence };
  }

  /** One that comes to an event which it cannot handle stays before it. */
  async run(store: EventStore) {
    const checkpoints: { [consumer: string]: number } = {};
    const status: { [consumer: string]: string } = {};
    for (const projection of this.#projections.values()) {
      if (projection.lifecycle === 'inline') continue;
      const consumer = `${projection.name}@1`;
      const { events } = await store.readAll({ from: (await store.checkpoint(consumer)) + 1 });
      const { documents, position, failed } = await this.#fold(store, projection, events, 'stored');
      this.effects += events.filter(({ type }) => type === projection.sideEffectOn).length;
      if (events.length > 0) await store.storeDocuments(documents, { checkpoints: [{ consumer, position }] });
      checkpoints[consumer] = await store.checkpoint(consumer);
      status[consumer] = failed ? 'paused' : 'running';
    }
    return { checkpoints, status };
  }

  async rebuild(store: EventStore, name: string): Promise<{ status: string; checkpoint: number }> {
    const projection = this.#projections.get(name);
    if (!projection) throw new Error(`There is no projection ${name}.`);
    const { events, lastPosition } = await store.readAll();
    const { documents, failed, position } = await this.#fold(store, projection, events, 'empty');
    const checkpoint = failed ? position : lastPosition;
    await store.storeDocuments(documents, {
      clear: [name],
      checkpoints: [{ consumer: `${name}@1`, position: checkpoint }],
      fence: lastPosition,
    });
    return { status: failed ? 'rebuildFailed' : 'running', checkpoint };
  }

  /** Folds up to the first event that fails. */
  async #fold(
    store: EventStore,
    { name, keyBy = 'stream', failOn }: ProjectOperation,
    events: RecordedEvent[],
    start: 'stored' | 'empty',
  ): Promise<{ documents: DocumentChange[]; position: number; failed: boolean }> {
    const documents = new Map<string, CaseState>();
    let position = 0;
    let failed = false;
    for (const event of events) {
      failed = event.type === failOn;
      if (failed) break;
      for (const key of keysOf(event, keyBy)) {
        const before = documents.has(key) || start === 'empty' ? documents.get(key) : await store.document(name, key);
        documents.set(key, foldCase((before ?? null) as CaseState, event));
      }
      position = event.metadata.globalPosition;
    }
    const changes = [...documents].map(([documentId, document]) => ({ projection: name, documentId, document }));
    return { documents: changes, position, failed };
  }
}

class InlineProjectionFailed extends Error {
  override readonly name = 'InlineProjectionFailed';
}

const tentative = (streamName: string, { type, data }: { type: string; data: Json }): RecordedEvent => ({
  type,
  data,
  metadata: { eventId: '', streamName, streamPosition: 0, globalPosition: 0, recordedAt: '', schemaVersion: 1 },
});

const keysOf = ({ data, metadata }: RecordedEvent, keyBy: string): string[] => {
  if (keyBy === 'stream') return [metadata.streamName];
  const key = (data as { [field: string]: Json })[keyBy];
  return Array.isArray(key) ? key.map(String) : [String(key)];
};
