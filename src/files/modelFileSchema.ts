import * as v from 'valibot';
import type { CommandRecord, Json, RecordedEvent } from '#event-store';
import type {
  Connection,
  Definition,
  Field,
  FieldType,
  PolicyOutput,
  Specification,
  StoredBoardEvent,
  WallView,
} from '#model';
import { lenses } from '#model';
import { farthest } from './farthest.ts';
import { type FileAsRead, formatVersion, type NoteInFile } from './ModelFile.ts';

/*
 * The same rules as public/replayground-model.schema.json, as code: a test holds the two together. Records are loose:
 * what a later version adds goes through untouched.
 */

/** Everything that came out of JSON.parse is JSON. */
const json = v.custom<Json>(() => true);
const jsonRecord = v.custom<{ [key: string]: Json }>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'should be an object',
);

/** Ids become keys of records: a name that every object inherits would find something that is not there. */
const id = v.pipe(
  v.string(),
  v.nonEmpty('should not be empty'),
  v.check((value) => !(value in Object.prototype), 'is a name that cannot be an id'),
);
const timeFormat = 'should be a time such as 2026-03-02T09:00:00.000Z';
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/, timeFormat),
  v.check((value) => !Number.isNaN(Date.parse(value)), timeFormat),
);
const count = v.pipe(v.number(), v.integer('should be a whole number'), v.minValue(0, 'should not be negative'));
const coordinate = v.pipe(
  v.number(),
  v.minValue(-farthest, `should be at least -${farthest}`),
  v.maxValue(farthest, `should be at most ${farthest}`),
);
const length = v.pipe(
  v.number(),
  v.minValue(1, 'should be at least 1'),
  v.maxValue(farthest, `should be at most ${farthest}`),
);
const position = v.pipe(v.number(), v.integer('should be a whole number'), v.minValue(1, 'should be at least 1'));

const fieldType: v.GenericSchema<FieldType> = v.lazy(() =>
  v.variant('kind', [
    v.looseObject({ kind: v.picklist(['text', 'number', 'boolean', 'date']) }),
    v.looseObject({ kind: v.literal('id'), prefix: v.exactOptional(v.string()) }),
    v.looseObject({ kind: v.literal('choice'), choices: v.array(v.string()) }),
    v.looseObject({ kind: v.literal('list'), of: fieldType }),
    v.looseObject({ kind: v.literal('object'), fields: v.array(field) }),
  ]),
);
const field: v.GenericSchema<Field> = v.lazy(() =>
  v.looseObject({
    name: v.string(),
    type: fieldType,
    optional: v.exactOptional(v.boolean()),
    example: v.exactOptional(json),
  }),
);

const named = {
  id,
  name: v.string(),
  formerNames: v.exactOptional(v.array(v.string())),
  mutedAdvice: v.exactOptional(v.array(v.string())),
};
const code = v.array(v.looseObject({ path: v.string(), text: v.string() }));

const upcast = v.looseObject({
  to: position,
  formerNames: v.exactOptional(v.array(v.string())),
  rename: v.exactOptional(v.record(v.string(), v.string())),
  defaults: v.exactOptional(v.record(v.string(), json)),
  code: v.exactOptional(code),
});

const definition: v.GenericSchema<Definition> = v.variant('kind', [
  v.looseObject({
    ...named,
    kind: v.literal('event'),
    fields: v.array(field),
    schemaVersion: position,
    earlier: v.exactOptional(v.array(v.looseObject({ version: position, fields: v.array(field) }))),
    upcasts: v.exactOptional(v.array(upcast)),
  }),
  v.looseObject({ ...named, kind: v.literal('command'), fields: v.array(field) }),
  v.looseObject({ ...named, kind: v.literal('decider'), category: v.string(), idField: v.string(), code }),
  v.looseObject({
    ...named,
    kind: v.literal('policy'),
    category: v.exactOptional(v.string()),
    code,
    isOn: v.boolean(),
  }),
  v.looseObject({ ...named, kind: v.literal('read-model'), code, lifecycle: v.picklist(['inline', 'async']) }),
  v.looseObject({ ...named, kind: v.picklist(['actor', 'system', 'screen', 'hotspot']) }),
  v.looseObject({ ...named, kind: v.literal('frame'), isContext: v.exactOptional(v.literal(true)) }),
]);

const note: v.GenericSchema<NoteInFile> = v.looseObject({
  id,
  definitionId: v.string(),
  x: v.exactOptional(coordinate),
  y: v.exactOptional(coordinate),
  width: v.exactOptional(length),
  height: v.exactOptional(length),
  isLocked: v.exactOptional(v.literal(true)),
});
const connection: v.GenericSchema<Connection> = v.looseObject({ id, from: v.string(), to: v.string() });

const view: v.GenericSchema<WallView> = v.looseObject({
  id,
  name: v.string(),
  x: coordinate,
  y: coordinate,
  width: length,
  height: length,
});

const message = v.looseObject({ type: v.string(), data: json });
const specified = { id, definitionId: v.string(), name: v.string(), given: v.array(message) };

const output: v.GenericSchema<PolicyOutput> = v.variant('action', [
  v.looseObject({ action: v.picklist(['send', 'record']), type: v.string(), data: json }),
  v.looseObject({ action: v.literal('schedule'), type: v.string(), data: json, dueAt: time }),
  v.looseObject({ action: v.literal('cancel'), type: v.string() }),
  v.looseObject({ action: v.literal('complete') }),
]);

const specification: v.GenericSchema<Specification> = v.variant('subject', [
  v.looseObject({
    ...specified,
    subject: v.literal('decider'),
    now: v.exactOptional(time),
    when: message,
    then: v.variant('kind', [
      v.looseObject({ kind: v.literal('events'), events: v.array(message) }),
      v.looseObject({ kind: v.literal('refused'), message: v.string() }),
    ]),
  }),
  v.looseObject({
    ...specified,
    subject: v.literal('read-model'),
    then: v.looseObject({
      kind: v.literal('documents'),
      documents: v.array(v.looseObject({ documentId: v.string(), document: json })),
    }),
  }),
  v.looseObject({
    ...specified,
    subject: v.literal('policy'),
    now: v.exactOptional(time),
    when: message,
    isDue: v.exactOptional(v.literal(true)),
    then: v.looseObject({ kind: v.literal('outputs'), outputs: v.array(output) }),
  }),
]);

const event: v.GenericSchema<RecordedEvent> = v.looseObject({
  type: v.string(),
  data: json,
  metadata: v.objectWithRest(
    {
      eventId: id,
      streamName: v.pipe(v.string(), v.nonEmpty('should not be empty')),
      streamPosition: position,
      globalPosition: position,
      recordedAt: time,
      schemaVersion: position,
      commandId: v.exactOptional(v.string()),
      correlationId: v.exactOptional(v.string()),
      causationId: v.exactOptional(v.string()),
    },
    json,
  ),
});

const expectedVersion = v.union([
  count,
  v.picklist(['any', 'stream-exists', 'no-stream', 'soft-deleted', 'tombstoned']),
]);
const place = { line: v.exactOptional(v.number()), file: v.exactOptional(v.string()) };

const command: v.GenericSchema<CommandRecord> = v.looseObject({
  commandId: id,
  type: v.string(),
  data: json,
  metadata: jsonRecord,
  origin: v.variant('kind', [
    v.looseObject({ kind: v.picklist(['person', 'script']) }),
    v.looseObject({ kind: v.picklist(['policy', 'delivery']), policyId: v.string(), eventId: v.string() }),
  ]),
  stream: v.string(),
  decidedOnVersion: count,
  onDeleted: v.exactOptional(v.literal(true)),
  codeVersion: v.string(),
  afterPosition: count,
  sequence: position,
  receivedAt: time,
  correlationId: v.string(),
  causationId: v.exactOptional(v.string()),
  outcome: v.variant('kind', [
    v.looseObject({
      kind: v.literal('appended'),
      eventIds: v.array(v.string()),
      isUnchecked: v.exactOptional(v.literal(true)),
    }),
    v.looseObject({
      kind: v.literal('rejected'),
      message: v.string(),
      errorName: v.exactOptional(v.string()),
      ...place,
    }),
    v.looseObject({ kind: v.literal('conflict'), expected: expectedVersion, actual: count }),
    v.looseObject({ kind: v.literal('failed'), message: v.string(), ...place }),
    v.looseObject({ kind: v.literal('unknown') }),
  ]),
});

const markedStream = v.looseObject({
  stream: v.pipe(v.string(), v.nonEmpty('should not be empty')),
  archivedAt: v.exactOptional(time),
  hiddenThrough: v.exactOptional(v.pipe(count, v.minValue(1, 'should be at least 1'))),
  hiddenBefore: v.exactOptional(v.pipe(count, v.minValue(1, 'should be at least 1'))),
  isTombstoned: v.exactOptional(v.literal(true)),
  deletions: v.exactOptional(
    v.array(
      v.looseObject({
        kind: v.picklist(['deleted', 'taken-back', 'deleted-for-good']),
        position: count,
        version: count,
      }),
    ),
  ),
  metadata: v.exactOptional(jsonRecord),
});

/** Its data is not looked into here: whether the edits make sense shows when they are folded (see `repair`). */
const boardEvent = v.looseObject({
  type: v.string(),
  data: jsonRecord,
  metadata: v.looseObject({
    gesture: v.looseObject({
      id,
      label: v.string(),
      tab: v.string(),
      undoes: v.exactOptional(v.string()),
      redoes: v.exactOptional(v.string()),
      at: v.exactOptional(time),
    }),
  }),
});

const clock = v.variant('kind', [
  v.looseObject({ kind: v.literal('real') }),
  v.looseObject({ kind: v.literal('stopped'), startsAt: time, stepMs: count }),
]);

const settings = v.looseObject({
  clock,
  storeAsJson: v.boolean(),
  lens: v.exactOptional(v.picklist(lenses)),
  isStrict: v.exactOptional(v.literal(true)),
});

/** Checks what JSON.parse made of a text; what may be left out gets what an empty model has. */
export const modelFileSchema: v.GenericSchema<unknown, FileAsRead> = v.looseObject({
  $schema: v.exactOptional(v.string()),
  format: v.literal('replayground'),
  formatVersion: v.literal(formatVersion),
  modelId: id,
  name: v.string(),
  settings: v.optional(settings, { clock: { kind: 'real' }, storeAsJson: true }),
  definitions: v.array(definition),
  notes: v.array(note),
  connections: v.array(connection),
  specifications: v.optional(v.array(specification), []),
  views: v.exactOptional(v.array(view)),
  history: v.optional(
    v.looseObject({
      events: v.array(event),
      commands: v.array(command),
      streams: v.exactOptional(v.array(markedStream)),
    }),
    { events: [], commands: [] },
  ),
  boardHistory: v.exactOptional(
    v.array(v.custom<StoredBoardEvent>((value) => v.is(boardEvent, value), 'should be an edit of a board')),
  ),
});
