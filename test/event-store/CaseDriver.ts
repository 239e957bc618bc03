import {
  ConcurrencyConflict,
  type EventStore,
  type EventStoreOptions,
  type EventToAppend,
  type ExpectedVersion,
  type Json,
  type RecordedEvent,
  type StreamCheck,
  type StreamWrite,
  type Upcaster,
  upcastEvents,
} from '#event-store';
import { CaseProjections, type ProjectOperation } from './CaseProjections.ts';
import { type CaseState, foldCase } from './foldCase.ts';

type CaseEvent = {
  id: string;
  type: string;
  data: Json;
  v?: number;
  headers?: { [key: string]: Json };
  correlationId?: string;
};
type Generated = { repeat: number; idPrefix: string; startAt?: number; type?: string };
type CaseExpected = 'any' | 'exists' | 'noStream' | number;
type Write = { stream: string; events: (CaseEvent | Generated)[]; expected?: CaseExpected };

/** The operations of the cases that are played, in the words of the cases. */
export type Operation =
  | ({ op: 'append'; correlationId?: string; causationId?: string; checks?: Check[] } & Write)
  | { op: 'commit'; writes: Write[]; checks?: Check[] }
  | { op: 'read'; stream: string; from?: number; to?: number; limit?: number; backwards?: boolean; upcast?: boolean }
  | { op: 'readAll'; after?: number; limit?: number; filter?: { category?: string } }
  | { op: 'state'; stream: string }
  | { op: 'aggregate'; stream: string; atVersion?: number }
  | { op: 'snapshot'; stream: string }
  | { op: 'registerUpcaster'; type: string; from: number; rename?: Renames; add?: JsonObject; toType?: string }
  | { op: 'subscribe'; name: string; stream?: string; filter?: { types: string[] } }
  | { op: 'poll'; name: string; limit?: number; failOn?: string }
  | ProjectOperation
  | { op: 'run' }
  | { op: 'rebuild'; name: string }
  | { op: 'doc'; name: string; key: string }
  | { op: 'docKeys'; name: string }
  | { op: 'plantDoc'; name: string; key: string; doc: JsonObject }
  | { op: 'effects' }
  | { op: '$opts'; failOnType: string };
type Check = { stream: string; expected: CaseExpected };
type Renames = { [from: string]: string };
type JsonObject = { [key: string]: Json };
type Of<Op extends Operation['op']> = Extract<Operation, { op: Op }>;

export type OpenForCase = (name: string, options: EventStoreOptions) => Promise<EventStore>;

let played = 0;

/** Plays the operations of the cases on a store. What the store does not do itself stands on its public functions. */
export class CaseDriver {
  readonly #open: OpenForCase;
  readonly #name: string;
  readonly #upcasters: Upcaster[] = [];
  readonly #subscribed = new Map<string, Of<'subscribe'>>();
  readonly #projections = new CaseProjections();
  #store: EventStore;
  #failOnType: string | undefined;

  static async start(open: OpenForCase): Promise<CaseDriver> {
    played += 1;
    const name = `case ${played}`;
    let beforeWrite: (event: RecordedEvent) => void = () => undefined;
    const openIt: OpenForCase = (storeName, options) =>
      open(storeName, { ...options, now: () => 1_000_000, beforeWrite: (event) => beforeWrite(event) });
    const driver = new CaseDriver(openIt, name, await openIt(name, {}));
    beforeWrite = (event) => {
      if (event.type === driver.#failOnType) throw new Error(`No room for a ${event.type}.`);
    };
    return driver;
  }

  private constructor(open: OpenForCase, name: string, store: EventStore) {
    this.#open = open;
    this.#name = name;
    this.#store = store;
  }

  get name(): string {
    return this.#name;
  }

  async reopen(): Promise<void> {
    this.#store.close();
    this.#store = await this.#open(this.#name, {});
  }

  async end(): Promise<void> {
    this.#store.close();
  }

  /** The result of an operation, or its error, in the words of the cases. */
  async outcome(operation: Operation): Promise<unknown> {
    try {
      return await this.perform(operation);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const violations =
        error instanceof ConcurrencyConflict
          ? error.violations.map(({ stream, expected, actual }) => ({
              stream,
              expected: toCaseWord(expected),
              actual: actual === 0 ? 'noStream' : actual,
            }))
          : undefined;
      return { error: error.name, violations };
    }
  }

  async perform(operation: Operation): Promise<unknown> {
    const store = this.#store;
    switch (operation.op) {
      case 'append':
        return this.#append(operation);
      case 'commit':
        return this.#commit(operation);
      case 'read':
        return this.#read(operation);
      case 'readAll':
        return this.#readAll(operation);
      case 'state':
        return store.readStream(operation.stream);
      case 'aggregate':
        return this.#aggregate(operation);
      case 'snapshot':
        return this.#snapshot(operation);
      case 'registerUpcaster':
        return this.#upcasters.push(toUpcaster(operation));
      case 'subscribe':
        return this.#subscribed.set(operation.name, operation);
      case 'poll':
        return this.#poll(operation);
      case 'project':
        return this.#projections.register(operation);
      case 'run':
        return this.#projections.run(store);
      case 'rebuild':
        return this.#projections.rebuild(store, operation.name);
      case 'doc':
        return (await store.document(operation.name, operation.key)) ?? null;
      case 'docKeys':
        return { keys: (await store.documents(operation.name)).map(({ documentId }) => documentId) };
      case 'plantDoc':
        return store.storeDocuments([
          { projection: operation.name, documentId: operation.key, document: operation.doc },
        ]);
      case 'effects':
        return { count: this.#projections.effects };
      case '$opts':
        this.#failOnType = operation.failOnType;
        return undefined;
    }
  }

  async #append({ stream, events, expected, checks, correlationId, causationId = 'command' }: Of<'append'>) {
    const write = toWrite({ stream, events, ...(expected === undefined ? {} : { expected }) });
    const inline = await this.#projections.documentsFor(this.#store, write);
    if (correlationId === undefined && !inline) {
      return this.#store.appendToStream(stream, write.events, {
        ...(write.expectedVersion === undefined ? {} : { expectedVersion: write.expectedVersion }),
        checks: (checks ?? []).map(toCheck),
      });
    }
    const { streams, ...committed } = await this.#store.append({
      writes: [write],
      ...inline,
      ...(correlationId === undefined ? {} : { commandRecord: commandOf(stream, causationId, correlationId) }),
    });
    return { ...committed, version: streams[0]?.version };
  }

  async #commit({ writes, checks = [] }: Of<'commit'>) {
    const { streams } = await this.#store.append({ writes: writes.map(toWrite), checks: checks.map(toCheck) });
    return { versions: Object.fromEntries(streams.map(({ stream, version }) => [stream, version])) };
  }

  async #read({ stream, from, to, limit, backwards = false, upcast = false }: Of<'read'>) {
    // In the cases a backward read starts at `from`; in our contract `from` and `to` are edges in either direction.
    const edges = backwards ? { to: from, from: to } : { from, to };
    const read = await this.#store.readStream(stream, {
      direction: backwards ? 'backwards' : 'forwards',
      ...(edges.from === undefined ? {} : { from: edges.from }),
      ...(edges.to === undefined ? {} : { to: edges.to }),
      ...(limit === undefined ? {} : { limit }),
    });
    const events = upcast ? upcastEvents(read.events, this.#upcasters) : read.events;
    return { status: read.exists ? 'ok' : 'streamNotFound', ...columnsOf(events) };
  }

  async #readAll({ after = 0, limit, filter = {} }: Of<'readAll'>) {
    const { events, isEnd } = await this.#store.readAll({
      from: after + 1,
      ...(limit === undefined ? {} : { limit }),
      ...filter,
    });
    return { ...columnsOf(events), isEnd };
  }

  async #aggregate({ stream, atVersion }: Of<'aggregate'>) {
    const kept = (await this.#store.document('$snapshots', stream)) as Snapshot | undefined;
    const start = kept && (atVersion === undefined || kept.version <= atVersion) ? kept : { state: null, version: 0 };
    const read = await this.#store.readStream(stream, {
      from: start.version + 1,
      ...(atVersion === undefined ? {} : { to: atVersion }),
    });
    const state = upcastEvents(read.events, this.#upcasters).reduce(foldCase, start.state);
    return { state, version: start.version + read.events.length, folded: read.events.length };
  }

  async #snapshot({ stream }: Of<'snapshot'>) {
    const { state, version } = await this.#aggregate({ op: 'aggregate', stream });
    await this.#store.storeDocuments([{ projection: '$snapshots', documentId: stream, document: { state, version } }]);
  }

  /** A real subscription from the consumer's checkpoint on, held until it has caught up or failed. */
  async #poll({ name, limit = Number.POSITIVE_INFINITY, failOn }: Of<'poll'>) {
    const { stream, filter } = this.#subscribed.get(name) ?? {};
    let checkpoint = await this.#store.checkpoint(name);
    const handled: RecordedEvent[] = [];
    let failedAt: number | undefined;
    const subscription = this.#store.subscribe(
      { from: checkpoint + 1, ...(stream === undefined ? {} : { stream }), onError: () => undefined },
      (events) => {
        for (const event of events) {
          if (handled.length >= limit) return;
          failedAt = event.metadata.globalPosition;
          if (event.type === failOn) throw new Error(`Cannot handle ${event.type}.`);
          if (!filter || filter.types.includes(event.type)) handled.push(event);
          checkpoint = failedAt;
          failedAt = undefined;
        }
      },
    );
    await subscription.caughtUp;
    subscription.close();
    await this.#store.storeDocuments([], { checkpoints: [{ consumer: name, position: checkpoint }] });
    return { ...columnsOf(handled), checkpoint, failedAt, caughtUp: failedAt === undefined };
  }
}

type Snapshot = { state: CaseState; version: number };

const toWrite = ({ stream, events, expected }: Write): StreamWrite => ({
  stream,
  events: events.flatMap(toEvents),
  ...(expected === undefined ? {} : { expectedVersion: toExpectedVersion(expected) }),
});

const toEvents = (event: CaseEvent | Generated): EventToAppend[] => {
  if ('repeat' in event) {
    const { repeat, idPrefix, startAt = 1, type = 'E' } = event;
    return Array.from({ length: repeat }, (_, index) => ({ type, data: {}, eventId: `${idPrefix}${startAt + index}` }));
  }
  const { id, type, data, v, headers, correlationId } = event;
  return [
    {
      type,
      data,
      eventId: id,
      ...(v === undefined ? {} : { schemaVersion: v }),
      metadata: { ...headers, ...(correlationId === undefined ? {} : { correlationId }) },
    },
  ];
};

const toCheck = ({ stream, expected }: Check): StreamCheck => ({
  stream,
  expectedVersion: toExpectedVersion(expected),
});

const toExpectedVersion = (expected: CaseExpected): ExpectedVersion => {
  switch (expected) {
    case 'exists':
      return 'stream-exists';
    case 'noStream':
      return 'no-stream';
    default:
      return expected;
  }
};

const toCaseWord = (expected: ExpectedVersion): CaseExpected => {
  switch (expected) {
    case 'stream-exists':
      return 'exists';
    case 'no-stream':
      return 'noStream';
    default:
      return expected;
  }
};

const commandOf = (stream: string, commandId: string, correlationId: string) => ({
  commandId,
  correlationId,
  type: 'Do',
  data: {},
  metadata: {},
  origin: { kind: 'script' as const },
  stream,
  decidedOnVersion: 0,
  codeVersion: 'none',
  afterPosition: 0,
  receivedAt: '2026-01-01T00:00:00.000Z',
  outcome: { kind: 'appended' as const, eventIds: [] },
});

const columnsOf = (events: RecordedEvent[]) => ({
  ids: events.map(({ metadata }) => metadata.eventId),
  versions: events.map(({ metadata }) => metadata.streamPosition),
  positions: events.map(({ metadata }) => metadata.globalPosition),
  schemaVersions: events.map(({ metadata }) => metadata.schemaVersion),
  types: events.map(({ type }) => type),
  data: events.map(({ data }) => data),
  headers: events.map(({ metadata }) => metadata),
  correlation: events.map(({ metadata }) => metadata.correlationId ?? null),
  causation: events.map(({ metadata }) => metadata.causationId ?? null),
  count: events.length,
});

const toUpcaster = ({ type, from, rename = {}, add = {}, toType = type }: Of<'registerUpcaster'>): Upcaster => ({
  type,
  fromVersion: from,
  upcast: ({ data }) => ({
    type: toType,
    data: {
      ...Object.fromEntries(Object.entries(data as JsonObject).map(([key, value]) => [rename[key] ?? key, value])),
      ...add,
    },
  }),
});
