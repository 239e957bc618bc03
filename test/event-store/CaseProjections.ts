import type { DocumentChange, EventStore, Json, RecordedEvent, StreamWrite } from '#event-store';
import { type CaseState, foldCase } from './foldCase.ts';

export type ProjectOperation = {
  op: 'project';
  name: string;
  lifecycle?: 'inline' | 'async';
  keyBy?: string;
  failOn?: string;
  /** An event that cannot be handled is put aside as a dead letter; not in a rebuild. */
  skipApplyErrors?: boolean;
  sideEffectOn?: string;
  version?: number;
};

const consumerOf = ({ name, version = 1 }: Pick<ProjectOperation, 'name' | 'version'>): string => `${name}@${version}`;

/** Where a version's documents stand: those of the first under the name alone. */
const placeOf = ({ name, version = 1 }: ProjectOperation): string => (version === 1 ? name : `${name}@${version}`);

const deadLetters = '$deadLetters';

/** Read models as the cases need them, on nothing but what the store stores together: documents, checkpoints, a fence. */
export class CaseProjections {
  readonly #projections = new Map<string, ProjectOperation>();
  /** Side effects of a version are wanted behind this position only: what came before, another one has seen. */
  readonly #gates = new Map<string, number>();
  readonly #effects: number[] = [];

  get effects() {
    return { count: this.#effects.length, positions: this.#effects };
  }

  names(): string[] {
    return [...this.#projections.values()].map(placeOf);
  }

  consumers(): string[] {
    return [...this.#projections.keys()];
  }

  register(projection: ProjectOperation): void {
    this.#projections.set(consumerOf(projection), projection);
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
  async run(store: EventStore, only: { name?: string; version?: number } = {}) {
    const checkpoints: { [consumer: string]: number } = {};
    const status: { [consumer: string]: string } = {};
    for (const [consumer, projection] of this.#projections) {
      const isMeant = only.name === undefined || consumer === consumerOf({ ...only, name: only.name });
      if (projection.lifecycle === 'inline' || !isMeant) continue;
      const { events } = await store.readAll({ from: (await store.checkpoint(consumer)) + 1 });
      const { documents, position, failed } = await this.#fold(store, projection, events, 'stored');
      const gate = this.#gates.get(consumer) ?? 0;
      for (const { type, metadata } of events)
        if (type === projection.sideEffectOn && metadata.globalPosition > gate)
          this.#effects.push(metadata.globalPosition);
      if (events.length > 0) await store.storeDocuments(documents, { checkpoints: [{ consumer, position }] });
      checkpoints[consumer] = await store.checkpoint(consumer);
      status[consumer] = failed ? 'paused' : 'running';
    }
    return { checkpoints, status };
  }

  async rebuild(store: EventStore, name: string): Promise<{ status: string; checkpoint: number }> {
    const projection = this.#projections.get(consumerOf({ name }));
    if (!projection) throw new Error(`There is no projection ${name}.`);
    const { events, lastPosition } = await store.readAll();
    const strict = { ...projection, skipApplyErrors: false };
    const { documents, failed, position } = await this.#fold(store, strict, events, 'empty');
    const checkpoint = failed ? position : lastPosition;
    await store.storeDocuments(documents, {
      clear: [name],
      checkpoints: [{ consumer: consumerOf({ name }), position: checkpoint }],
      fence: lastPosition,
    });
    return { status: failed ? 'rebuildFailed' : 'running', checkpoint };
  }

  /** Another version builds beside the one that serves. */
  async blueGreen(store: EventStore, { name, to }: { name: string; to: number }): Promise<void> {
    this.#gates.set(consumerOf({ name, version: to }), await store.checkpoint(consumerOf({ name })));
  }

  async switchTo(store: EventStore, which: { name: string; version: number }): Promise<void> {
    if ((await store.checkpoint(consumerOf(which))) < (await store.lastPosition())) throw new ProjectionNotCaughtUp();
  }

  async deadLetters(store: EventStore): Promise<{ list: Json[] }> {
    return { list: (await store.documents(deadLetters)).map(({ document }) => document) };
  }

  /** Folds up to the first event that fails. */
  async #fold(
    store: EventStore,
    operation: ProjectOperation,
    events: RecordedEvent[],
    start: 'stored' | 'empty',
  ): Promise<{ documents: DocumentChange[]; position: number; failed: boolean }> {
    const { keyBy = 'stream', failOn, skipApplyErrors = false } = operation;
    const name = placeOf(operation);
    const letters: DocumentChange[] = [];
    const documents = new Map<string, CaseState>();
    let position = 0;
    let failed = false;
    for (const event of events) {
      const cannot = event.type === failOn;
      failed = cannot && !skipApplyErrors;
      if (failed) break;
      if (cannot) letters.push(deadLetter(name, event));
      for (const key of cannot ? [] : keysOf(event, keyBy)) {
        const before = documents.has(key) || start === 'empty' ? documents.get(key) : await store.document(name, key);
        documents.set(key, foldCase((before ?? null) as CaseState, event));
      }
      position = event.metadata.globalPosition;
    }
    const changes = [...documents].map(([documentId, document]) => ({ projection: name, documentId, document }));
    return { documents: [...changes, ...letters], position, failed };
  }
}

const deadLetter = (projection: string, { metadata: { globalPosition: position } }: RecordedEvent): DocumentChange => ({
  projection: deadLetters,
  documentId: `${projection}/${position}`,
  document: { projection, position },
});

class ProjectionNotCaughtUp extends Error {
  override readonly name = 'ProjectionNotCaughtUp';
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
