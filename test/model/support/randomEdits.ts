import fc from 'fast-check';
import { type BoardIntent, lenses, type NoteKind, newDefinition, newNote, noteKinds } from '#model';

/** Few ids, so that random intents meet: the same note moved, connected, removed, placed again. */
const id = (prefix: string) => fc.integer({ min: 1, max: 5 }).map((number) => `${prefix}-${number}`);
const coordinate = fc.integer({ min: -100, max: 100 });
const place = fc.record({ x: coordinate, y: coordinate });
const text = fc.constantFrom('One', 'Two', 'Three', 'Four');

/** Like real ids, that of a definition goes with one kind. */
const kindOf = (definitionId: string): NoteKind => noteKinds[Number(definitionId.at(-1)) % 5] ?? 'event';

const fieldList = fc
  .uniqueArray(text, { maxLength: 3 })
  .map((names) => names.map((name) => ({ name, type: { kind: 'text' as const } })));
const code = text.map((content) => [{ path: 'code.ts', text: content }]);
const message = fc.record({ type: text, data: fc.constant({}) });

const addNote = fc.tuple(id('note'), id('definition'), text, place).map(
  ([noteId, definitionId, name, at]): BoardIntent => ({
    type: 'AddNote',
    definition: newDefinition(kindOf(definitionId), definitionId, name),
    note: newNote(noteId, definitionId, at),
  }),
);

const specification = fc.record({
  id: id('specification'),
  subject: fc.constant('decider' as const),
  definitionId: id('definition'),
  name: text,
  given: fc.array(message, { maxLength: 2 }),
  when: message,
  then: fc.record({ kind: fc.constant('refused' as const), message: text }),
});

const of = <T extends BoardIntent['type'], R extends object>(type: T, record: fc.Arbitrary<R>) =>
  record.map((rest) => ({ type, ...rest }));

const connect = fc
  .record({ id: id('connection'), from: id('note'), to: id('note') })
  .map((connection): BoardIntent => ({ type: 'ConnectNotes', connection }));

export const intents: fc.Arbitrary<BoardIntent> = fc.oneof(
  { weight: 6, arbitrary: addNote },
  of('NameModel', fc.record({ name: text })),
  of(
    'SetClock',
    fc.record({ clock: fc.record({ kind: fc.constant('stopped' as const), startsAt: text, stepMs: fc.nat(9) }) }),
  ),
  of('SetStorageEncoding', fc.record({ storeAsJson: fc.boolean() })),
  of(
    'PlaceNote',
    fc.record({ note: fc.record({ id: id('note'), definitionId: id('definition'), x: coordinate, y: coordinate }) }),
  ),
  of(
    'MoveNotes',
    fc.record({
      moves: fc.uniqueArray(fc.record({ noteId: id('note'), to: place }), {
        selector: ({ noteId }) => noteId,
        maxLength: 3,
      }),
    }),
  ),
  of(
    'ResizeNote',
    fc.record({
      noteId: id('note'),
      to: fc.record({ width: fc.integer({ min: 24, max: 99 }), height: fc.integer({ min: 24, max: 99 }) }),
      at: place,
    }),
  ),
  of('LockNotes', fc.record({ noteIds: fc.array(id('note'), { maxLength: 2 }), isLocked: fc.boolean() })),
  of('RenameDefinition', fc.record({ definitionId: id('definition'), name: text })),
  of(
    'RemoveNotes',
    fc.record({
      noteIds: fc.array(id('note'), { maxLength: 2 }),
      connectionIds: fc.array(id('connection'), { maxLength: 1 }),
    }),
  ),
  { weight: 4, arbitrary: connect },
  of('ChangeFields', fc.record({ definitionId: id('definition'), fields: fieldList })),
  of('ChangeCode', fc.record({ definitionId: id('definition'), code })),
  of(
    'NameStreams',
    fc.record({ definitionId: id('definition'), naming: fc.record({ category: text, idField: text }) }),
  ),
  of('SetLens', fc.record({ lens: fc.constantFrom(...lenses) })),
  of('SetStrictness', fc.record({ isStrict: fc.boolean() })),
  of('MuteAdvice', fc.record({ definitionId: id('definition'), rule: text, isMuted: fc.boolean() })),
  of(
    'SetLifecycle',
    fc.record({ definitionId: id('definition'), lifecycle: fc.constantFrom('inline' as const, 'async' as const) }),
  ),
  of('SwitchPolicy', fc.record({ definitionId: id('definition'), isOn: fc.boolean() })),
  of(
    'KeepView',
    fc.record({
      view: fc.record({
        id: id('view'),
        name: text,
        x: coordinate,
        y: coordinate,
        width: fc.constant(80),
        height: fc.constant(60),
      }),
    }),
  ),
  of('RemoveView', fc.record({ viewId: id('view') })),
  of('AddSpecification', fc.record({ specification })),
  of('ChangeSpecification', fc.record({ specification })),
  of('RemoveSpecification', fc.record({ specificationId: id('specification') })),
);
