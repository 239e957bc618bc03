import type { Json } from '#event-store';

type Arrange = (value: Json) => Json;

const isRecord = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Known keys first, in this order; others follow as they stand, since somebody else put them there. */
const record =
  (keys: string[], inside: { [key: string]: Arrange } = {}): Arrange =>
  (value) => {
    if (!isRecord(value)) return value;
    const known = keys.filter((key) => Object.hasOwn(value, key));
    const others = Object.keys(value).filter((key) => !keys.includes(key));
    return Object.fromEntries([...known, ...others].map((key) => [key, arranged(value[key] ?? null, inside[key])]));
  };

const arranged = (value: Json, arrange: Arrange | undefined): Json => (arrange ? arrange(value) : value);

const list =
  (of: Arrange): Arrange =>
  (value) =>
    Array.isArray(value) ? value.map(of) : value;

const fieldType: Arrange = (value) =>
  record(['kind', 'prefix', 'choices', 'of', 'fields'], { of: fieldType, fields: list(field) })(value);
const field = record(['name', 'type', 'optional', 'example'], { type: fieldType });

const definition = record(
  [
    'id',
    'kind',
    'name',
    'formerNames',
    'mutedAdvice',
    'schemaVersion',
    'fields',
    'earlier',
    'upcasts',
    'category',
    'idField',
    'lifecycle',
    'isOn',
    'isContext',
    'code',
  ],
  {
    fields: list(field),
    earlier: list(record(['version', 'fields'], { fields: list(field) })),
    upcasts: list(
      record(['to', 'formerNames', 'rename', 'defaults', 'code'], { code: list(record(['path', 'text'])) }),
    ),
    code: list(record(['path', 'text'])),
  },
);

const message = record(['type', 'data']);
const specification = record(['id', 'definitionId', 'subject', 'name', 'given', 'now', 'when', 'isDue', 'then'], {
  given: list(message),
  when: message,
  then: record(['kind', 'events', 'message', 'documents', 'outputs'], {
    events: list(message),
    outputs: list(record(['action', 'type', 'data', 'dueAt'])),
    documents: list(record(['documentId', 'document'])),
  }),
});

const event = record(['type', 'data', 'metadata'], {
  metadata: record([
    'eventId',
    'streamName',
    'streamPosition',
    'globalPosition',
    'recordedAt',
    'schemaVersion',
    'commandId',
    'correlationId',
    'causationId',
  ]),
});

const command = record(
  [
    'sequence',
    'commandId',
    'type',
    'data',
    'metadata',
    'origin',
    'stream',
    'decidedOnVersion',
    'onDeleted',
    'codeVersion',
    'afterPosition',
    'receivedAt',
    'correlationId',
    'causationId',
    'outcome',
  ],
  {
    origin: record(['kind', 'policyId', 'eventId']),
    outcome: record(['kind', 'eventIds', 'isUnchecked', 'message', 'errorName']),
  },
);

/** All that is said of a stream that was archived, deleted or described. */
export const streamKeys = [
  'stream',
  'archivedAt',
  'hiddenThrough',
  'hiddenBefore',
  'isTombstoned',
  'deletions',
  'metadata',
];

/** The keys of a model file in the order in which they are written, whatever order they were made in. */
export const inKeyOrder: Arrange = record(
  [
    '$schema',
    'format',
    'formatVersion',
    'modelId',
    'name',
    'settings',
    'definitions',
    'notes',
    'connections',
    'specifications',
    'views',
    'history',
    'boardHistory',
  ],
  {
    settings: record(['clock', 'storeAsJson', 'lens', 'isStrict'], { clock: record(['kind', 'startsAt', 'stepMs']) }),
    definitions: list(definition),
    notes: list(record(['id', 'definitionId', 'x', 'y', 'width', 'height', 'isLocked'])),
    connections: list(record(['id', 'from', 'to'])),
    specifications: list(specification),
    views: list(record(['id', 'name', 'x', 'y', 'width', 'height'])),
    history: record(['events', 'commands', 'streams'], {
      events: list(event),
      commands: list(command),
      streams: list(record(streamKeys, { deletions: list(record(['kind', 'position', 'version'])) })),
    }),
    boardHistory: list(record(['type', 'data', 'metadata'])),
  },
);
