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
  type Violation,
} from '#event-store';
import { CaseProjections, type ProjectOperation } from './CaseProjections.ts';
import { byKey, claimKeys, derivedOfOptions, keptOf, type Retention, setRetention } from './caseOptions.ts';
import { copyByFile, copyDerived } from './copyByFile.ts';
import { type CaseState, foldCase } from './foldCase.ts';

type CaseEvent = {
  id: string;
  type: string;
  data: Json;
  v?: number;
  headers?: { [key: string]: Json };
  correlationId?: string;
  /** When it is recorded, in milliseconds; else when it is appended. */
  ts?: number;
};
type Generated = { repeat: number; idPrefix: string; startAt?: number; type?: string };
type CaseExpected = 'any' | 'exists' | 'noStream' | 'softDeleted' | 'tombstoned' | number;
type Write = { stream: string; events: (CaseEvent | Generated)[]; expected?: CaseExpected };

/** The operations of the cases that are played, in the words of the cases. */
export type Operation =
  | ({ op: 'append'; correlationId?: string; causationId?: string; checks?: Check[] } & Write)
  | { op: 'commit'; writes: Write[]; checks?: Check[] }
  | {
      op: 'read';
      stream: string;
      from?: number;
      to?: number;
      limit?: number;
      backwards?: boolean;
      upcast?: boolean;
      asOf?: number;
    }
  | {
      op: 'readAll';
      after?: number;
      limit?: number;
      includeArchived?: boolean;
      filter?: { category?: string; streamPrefix?: string; typeRegex?: string };
    }
  | { op: 'loadEvent'; id: string }
  | { op: 'startStream'; stream: string; events: CaseEvent[]; type: string }
  | { op: 'delete'; stream: string; mode?: 'hard'; expected?: CaseExpected }
  | { op: 'archive' | 'unarchive'; stream: string }
  | { op: 'tick'; ms: number }
  | { op: 'state'; stream: string }
  | { op: 'aggregate'; stream: string; atVersion?: number; asOf?: number; lastKnown?: boolean }
  | { op: 'setStateSchema'; version: number }
  | { op: 'snapshot'; stream: string }
  | {
      op: 'registerUpcaster';
      type: string;
      from: number;
      rename?: Renames;
      add?: JsonObject;
      toType?: string;
      drop?: true;
    }
  | { op: 'subscribe'; name: string; stream?: string; filter?: { types: string[] } }
  | { op: 'poll'; name: string; limit?: number; failOn?: string }
  | ProjectOperation
  | { op: 'run'; name?: string; version?: number }
  | { op: 'blueGreen'; name: string; to: number }
  | { op: 'switchTo'; name: string; version: number }
  | { op: 'deadLetters' }
  | { op: 'rebuild'; name: string }
  | { op: 'doc'; name: string; key: string }
  | { op: 'docKeys'; name: string }
  | { op: 'plantDoc'; name: string; key: string; doc: JsonObject }
  | { op: 'effects' }
  | ({ op: 'setRetention'; stream: string } & Retention)
  | { op: 'byKey'; key: string }
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
  readonly #clock: { now: () => number; tick: (ms: number) => void };
  /** Each tenant has a store of its own. */
  readonly #tenants = new Map<string, EventStore>();
  readonly #upcasters: Upcaster[] = [];
  readonly #subscribed = new Map<string, Of<'subscribe'>>();
  readonly #projections = new CaseProjections();
  #store: EventStore;
  #failOnType: string | undefined;
  #stateSchema = 1;

  static async start(open: OpenForCase): Promise<CaseDriver> {
    played += 1;
    const name = `case ${played}`;
    let now = 1_000_000;
    let beforeWrite: (event: RecordedEvent) => void = () => undefined;
    const openIt: OpenForCase = (storeName, options) =>
      open(storeName, { ...options, now: () => now, beforeWrite: (event) => beforeWrite(event) });
    const tick = (ms: number): void => {
      now += ms;
    };
    const driver = new CaseDriver(openIt, await openIt(name, {}), { now: () => now, tick });
    beforeWrite = (event) => {
      if (event.type === driver.#failOnType) throw new Error(`No room for a ${event.type}.`);
    };
    return driver;
  }

  private constructor(open: OpenForCase, store: EventStore, clock: { now: () => number; tick: (ms: number) => void }) {
    this.#open = open;
    this.#store = store;
    this.#clock = clock;
  }

  async reopen(): Promise<void> {
    await this.#replaceStores(async (store) => {
      store.close();
      return this.#open(store.name, {});
    });
  }

  async #replaceStores(other: (store: EventStore) => Promise<EventStore>): Promise<void> {
    this.#store = await other(this.#store);
    for (const [tenant, store] of this.#tenants) this.#tenants.set(tenant, await other(store));
  }

  /** Goes on with a store that was made of what a file held of this one. */
  async exportAndImport(): Promise<void> {
    await this.#replaceStores(async (store) => {
      const copy = await this.#open(`${store.name} imported`, {});
      await copyByFile(store, copy);
      await copyDerived(
        store,
        copy,
        [...this.#projections.names(), '$snapshots', '$deadLetters', ...derivedOfOptions],
        [...this.#subscribed.keys(), ...this.#projections.consumers()],
      );
      store.close();
      return copy;
    });
  }

  async end(): Promise<void> {
    for (const store of [this.#store, ...this.#tenants.values()]) store.close();
  }

  /** The result of an operation, or its error, in the words of the cases. */
  async outcome(operation: Operation): Promise<unknown> {
    try {
      return await this.perform(operation);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const violations =
        error instanceof ConcurrencyConflict
          ? error.violations.map(({ stream, expected, actual, status }) => ({
              stream,
              expected: toCaseWord(expected),
              actual: nameOfActual(actual, status),
            }))
          : undefined;
      return { error: error.name, violations };
    }
  }

  async perform({ tenant, ...operation }: Operation & { tenant?: string }): Promise<unknown> {
    if (tenant === undefined) return this.#perform(operation);
    const own = this.#store;
    try {
      this.#store = this.#tenants.get(tenant) ?? (await this.#open(`${own.name} of ${tenant}`, {}));
      this.#tenants.set(tenant, this.#store);
      return await this.#perform(operation);
    } finally {
      this.#store = own;
    }
  }

  async #perform(operation: Operation): Promise<unknown> {
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
        return this.#state(operation);
      case 'aggregate':
        return this.#aggregate(operation);
      case 'snapshot':
        return this.#snapshot(operation);
      case 'registerUpcaster':
        return this.#upcasters.push(toUpcaster(operation));
      case 'loadEvent':
        return this.#loadEvent(operation);
      case 'startStream':
        await this.#append({ ...operation, op: 'append', expected: 'noStream' });
        return store.describeStream(operation.stream, { type: operation.type });
      case 'delete':
        return this.#delete(operation);
      case 'archive':
        return store.archiveStream(operation.stream);
      case 'unarchive':
        return store.unarchiveStream(operation.stream);
      case 'tick':
        return this.#clock.tick(operation.ms);
      case 'setStateSchema':
        this.#stateSchema = operation.version;
        return undefined;
      case 'subscribe':
        return this.#subscribed.set(operation.name, operation);
      case 'poll':
        return this.#poll(operation);
      case 'project':
        return this.#projections.register(operation);
      case 'run':
        return this.#projections.run(store, operation);
      case 'blueGreen':
        return this.#projections.blueGreen(store, operation);
      case 'switchTo':
        return this.#projections.switchTo(store, operation);
      case 'deadLetters':
        return this.#projections.deadLetters(store);
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
        return this.#projections.effects;
      case 'setRetention': {
        const { op: _, stream, ...retention } = operation;
        return setRetention(store, stream, retention);
      }
      case 'byKey':
        return byKey(store, operation.key);
      case '$opts':
        this.#failOnType = operation.failOnType;
        return undefined;
    }
  }

  async #append({ stream, events, expected, checks, correlationId, causationId = 'command' }: Of<'append'>) {
    const dated = events.filter((event): event is CaseEvent => 'ts' in event);
    if (dated.length > 0) return this.#appendDated(stream, dated);
    const write = toWrite({ stream, events, ...(expected === undefined ? {} : { expected }) });
    const inline = (await this.#projections.documentsFor(this.#store, write)) ?? (await claimKeys(this.#store, write));
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

  async #appendDated(stream: string, events: CaseEvent[]): Promise<void> {
    for (const event of events) {
      const recordedAt = new Date(event.ts ?? 0).toISOString();
      await this.#store.append({ writes: [toWrite({ stream, events: [event] })], recordedAt });
    }
  }

  async #commit({ writes, checks = [] }: Of<'commit'>) {
    const { streams } = await this.#store.append({ writes: writes.map(toWrite), checks: checks.map(toCheck) });
    return { versions: Object.fromEntries(streams.map(({ stream, version }) => [stream, version])) };
  }

  async #read({ stream, from, to, limit, backwards = false, upcast = false, asOf }: Of<'read'>) {
    // In the cases a backward read starts at `from`; in our contract `from` and `to` are edges in either direction.
    const edges = backwards ? { to: from, from: to } : { from, to };
    const read = await this.#store.readStream(stream, {
      direction: backwards ? 'backwards' : 'forwards',
      ...(edges.from === undefined ? {} : { from: edges.from }),
      ...(edges.to === undefined ? {} : { to: edges.to }),
      ...(limit === undefined ? {} : { limit }),
      ...(asOf === undefined ? {} : { asOf: new Date(asOf).toISOString() }),
    });
    const kept = await keptOf(this.#store, stream, read.events, this.#clock.now());
    const events = upcast ? upcastEvents(kept, this.#upcasters) : kept;
    return {
      status: read.exists ? 'ok' : 'streamNotFound',
      version: read.version,
      archivedFlags: events.map(() => read.isArchived ?? false),
      ...columnsOf(events),
    };
  }

  async #state({ stream }: Of<'state'>) {
    const { version, status, createdAt, metadata } = await this.#store.streamState(stream);
    if (status === 'unknown') return null;
    const archived = status === 'archived';
    return { version, archived, hasCreated: createdAt !== undefined, type: metadata.type };
  }

  async #loadEvent({ id }: Of<'loadEvent'>) {
    const event = await this.#store.event(id);
    if (!event) return null;
    const { eventId, streamPosition, streamName } = event.metadata;
    return { id: eventId, version: streamPosition, stream: streamName };
  }

  #delete({ stream, mode, expected }: Of<'delete'>) {
    return this.#store.deleteStream(stream, {
      mode: mode === 'hard' ? 'tombstone' : 'soft',
      ...(expected === undefined ? {} : { expectedVersion: toExpectedVersion(expected) }),
    });
  }

  async #readAll({ after = 0, limit, includeArchived = false, filter = {} }: Of<'readAll'>) {
    const { typeRegex, ...names } = filter;
    const { events, isEnd } = await this.#store.readAll({
      from: after + 1,
      ...(limit === undefined ? {} : { limit }),
      ...names,
      ...(typeRegex === undefined ? {} : { typePattern: new RegExp(typeRegex) }),
      ...(includeArchived ? { archived: 'included' as const } : {}),
    });
    return { ...columnsOf(events), isEnd };
  }

  async #aggregate({ stream, atVersion, asOf, lastKnown }: Of<'aggregate'>) {
    const kept = (await this.#store.document('$snapshots', stream)) as Snapshot | undefined;
    const isOfUse =
      kept?.schema === this.#stateSchema &&
      asOf === undefined &&
      (atVersion === undefined || kept.version <= atVersion);
    const start = isOfUse ? kept : { state: null, version: 0 };
    const read = await this.#store.readStream(stream, {
      from: start.version + 1,
      ...(atVersion === undefined ? {} : { to: atVersion }),
      ...(asOf === undefined ? {} : { asOf: new Date(asOf).toISOString() }),
    });
    let state = start.state;
    for (const event of upcastEvents(read.events, this.#upcasters)) {
      const next = foldCase(state, event);
      if (!lastKnown || next !== null) state = next;
    }
    return { state, version: start.version + read.events.length, folded: read.events.length };
  }

  async #snapshot({ stream }: Of<'snapshot'>) {
    const { state, version } = await this.#aggregate({ op: 'aggregate', stream });
    const document = { state, version, schema: this.#stateSchema };
    await this.#store.storeDocuments([{ projection: '$snapshots', documentId: stream, document }]);
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

type Snapshot = { state: CaseState; version: number; schema: number };

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
    case 'softDeleted':
      return 'soft-deleted';
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
    case 'soft-deleted':
      return 'softDeleted';
    default:
      return expected;
  }
};

const nameOfActual = (actual: number, status: Violation['status']): CaseExpected => {
  if (status) return toCaseWord(status);
  return actual === 0 ? 'noStream' : actual;
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

const toUpcaster = ({ type, from, rename = {}, add = {}, toType = type, drop }: Of<'registerUpcaster'>): Upcaster => ({
  type,
  fromVersion: from,
  upcast: ({ data }) => {
    if (drop) return [];
    const renamed = Object.entries(data as JsonObject).map(([key, value]) => [rename[key] ?? key, value]);
    return { type: toType, data: { ...Object.fromEntries(renamed), ...add } };
  },
});
