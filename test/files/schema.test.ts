import { describe, expect, it } from 'vitest';
import type { Json } from '#event-store';
import { readModelFile, writeModelFile } from '#files';
import { samples } from '#samples';
import schemaText from '../../public/replayground-model.schema.json?raw';
import { broken, emptyFile, fixture, pretty } from './support/fixtures.ts';
import { breaches, type JsonSchema } from './support/jsonSchema.ts';

const schema = JSON.parse(schemaText) as JsonSchema;

const isRead = (value: Json): boolean => {
  try {
    readModelFile(pretty(value));
    return true;
  } catch {
    return false;
  }
};

const ofPolicy = (output: Json): Json => ({
  id: 's',
  definitionId: 'remind',
  subject: 'policy',
  name: 'Reminds',
  given: [],
  when: { type: 'CartOpened', data: {} },
  then: { kind: 'outputs', outputs: [output] },
});

describe('the published schema', () => {
  it.each<[string, Json]>([
    ['the fixture of format 1', fixture()],
    ['an empty model', emptyFile as unknown as Json],
    ['a clock that stands still', broken(['settings', 'clock'], { kind: 'real' })],
    ['a model without a history', broken(['history'], undefined)],
    ['a lens', broken(['settings', 'lens'], 'event-modeling')],
    ['strict mode', broken(['settings', 'isStrict'], true)],
    ['advice that is muted', broken(['definitions', 0, 'mutedAdvice'], ['G2'])],
    ['a bounded context', broken(['definitions', 7], { id: 'f', kind: 'frame', name: 'Orders', isContext: true })],
    [
      'an event of several versions',
      broken(['definitions', 3, 'earlier'], [{ version: 1, fields: [{ name: 'book', type: { kind: 'text' } }] }]),
    ],
    [
      'upcasters as data and as code',
      broken(
        ['definitions', 3, 'upcasts'],
        [
          { to: 2, formerNames: ['Lent'], defaults: { days: 14 } },
          { to: 3, code: [{ path: 'BookLentV3.ts', text: 'export const upcast = (data) => data;' }] },
        ],
      ),
    ],
    ['a note that is locked', broken(['notes', 0, 'isLocked'], true)],
    ['a view', broken(['views'], [{ id: 'v', name: 'Start', x: 0, y: -8, width: 800, height: 600 }])],
    [
      'a stream that is archived',
      broken(['history', 'streams'], [{ stream: 'cart-1', archivedAt: '2026-03-02T09:00:00.000Z' }]),
    ],
    ['a specification of a policy', broken(['specifications'], [ofPolicy({ action: 'complete', why: 'later' })])],
    ['a note without a place', broken(['notes', 3, 'x'], undefined)],
    ['the address of its schema', broken(['$schema'], './replayground-model.schema.json')],
    ['fields that nobody knows', broken(['notes', 0, 'sparkles'], [1, { two: 3 }])],
  ])('takes %s, and so does the app', (_, value) => {
    expect(breaches(schema, value)).toEqual([]);
    expect(isRead(value)).toBe(true);
  });

  it.each(samples)('takes what the app writes of the sample $name', async ({ load }) => {
    const text = writeModelFile(await load());

    expect(breaches(schema, JSON.parse(text))).toEqual([]);
    expect(readModelFile(text).remarks).toEqual([]);
  });

  it.each<[(string | number)[], Json | undefined]>([
    [['format'], 'drawing'],
    [['$schema'], 1],
    [['formatVersion'], 2],
    [['modelId'], undefined],
    [['modelId'], ''],
    [['name'], 7],
    [['settings', 'clock', 'kind'], 'sun'],
    [['settings', 'clock', 'stepMs'], -1],
    [['settings', 'clock', 'startsAt'], 'noon'],
    [['settings', 'storeAsJson'], 'yes'],
    [['settings', 'lens'], 'wide'],
    [['settings', 'isStrict'], false],
    [['definitions', 0, 'mutedAdvice'], 'G2'],
    [['definitions'], {}],
    [['definitions', 0, 'id'], 'toString'],
    [['definitions', 1, 'fields'], undefined],
    [['definitions', 1, 'fields', 0, 'type', 'kind'], 'money'],
    [
      ['definitions', 1, 'fields', 5, 'type', 'choices'],
      ['fiction', 1],
    ],
    [['definitions', 1, 'fields', 6, 'type', 'of'], undefined],
    [['definitions', 1, 'fields', 7, 'type', 'fields', 0, 'name'], null],
    [['definitions', 2, 'category'], undefined],
    [['definitions', 2, 'code', 0, 'text'], ['line']],
    [['definitions', 3, 'schemaVersion'], 0],
    [['definitions', 4, 'lifecycle'], 'later'],
    [['definitions', 5, 'isOn'], undefined],
    [['definitions', 7], { id: 'f', kind: 'frame', name: 'Orders', isContext: false }],
    [['notes', 0], null],
    [['notes', 2, 'width'], 'wide'],
    [['notes', 2, 'width'], 0],
    [['notes', 2, 'x'], -1_000_001],
    [['notes', 2, 'y'], 1e300],
    [['notes', 2, 'isLocked'], false],
    [['views'], [{ id: 'v', name: 'Start', x: 0, y: 0, width: 0, height: 600 }]],
    [['history', 'streams'], [{ archivedAt: '2026-03-02T09:00:00.000Z' }]],
    [['history', 'streams'], [{ stream: 'cart-1', hiddenThrough: 0 }]],
    [['history', 'streams'], [{ stream: 'cart-1', hiddenThrough: 2, hiddenBefore: 0 }]],
    [['history', 'streams'], [{ stream: 'cart-1', deletions: [{ kind: 'gone', position: 1, version: 1 }] }]],
    [['history', 'streams'], [{ stream: 'cart-1', deletions: [{ kind: 'deleted', position: -1, version: 1 }] }]],
    [['history', 'commands', 0, 'onDeleted'], false],
    [['connections', 0, 'to'], undefined],
    [['specifications', 0, 'when'], undefined],
    [['specifications', 0, 'now'], 'now'],
    [['specifications', 0, 'then', 'kind'], 'maybe'],
    [['specifications', 2, 'then', 'documents', 0, 'documentId'], 1],
    [['specifications'], [ofPolicy({ action: 'shout', type: 'A', data: {} })]],
    [['specifications'], [ofPolicy({ action: 'schedule', type: 'A', data: {} })]],
    [['specifications'], [ofPolicy({ action: 'cancel' })]],
    [['history', 'events', 0, 'metadata', 'streamName'], ''],
    [['history', 'events', 0, 'metadata', 'streamPosition'], 1.5],
    [['history', 'commands', 0, 'metadata'], []],
    [['history', 'commands', 0, 'origin', 'kind'], 'ghost'],
    [['history', 'commands', 1, 'outcome', 'message'], undefined],
    [['history', 'commands', 2, 'outcome', 'expected'], 'some'],
    [['history', 'commands', 2, 'origin', 'eventId'], undefined],
    [['boardHistory', 0, 'metadata', 'gesture', 'label'], undefined],
    [['boardHistory'], 'yes'],
  ])('refuses %j with %j, and so does the app', (path, value) => {
    const file = broken(path, value);

    expect(breaches(schema, file)).not.toEqual([]);
    expect(isRead(file)).toBe(false);
  });

  it('describes every property that it names', () => {
    expect(undescribed(schema)).toEqual([]);
  });
});

/** Properties of which the schema does not say what they are. */
const undescribed = (value: unknown, path = ''): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const properties = (value as { properties?: { [key: string]: object } }).properties ?? {};
  const silent = Object.entries(properties).flatMap(([key, property]) =>
    'description' in property ? [] : [`${path}/${key}`],
  );
  return [...silent, ...Object.entries(value).flatMap(([key, inside]) => undescribed(inside, `${path}/${key}`))];
};
