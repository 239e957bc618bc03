import { describe, expect, it } from 'vitest';
import {
  type DeciderSpecification,
  differences,
  differencesBetween,
  type Json,
  judge,
  type PolicyOutput,
  type PolicySpecification,
  type ReadModelSpecification,
  specificationFromReaction,
  specificationFromRecorded,
} from '#model';
import { cartWall } from './support/wall.ts';

const specification = (then: DeciderSpecification['then']): DeciderSpecification => ({
  id: 's',
  subject: 'decider',
  definitionId: 'ShoppingCart',
  name: 'A rule',
  given: [],
  when: { type: 'OpenCart', data: {} },
  then,
});

const greeting = 'Whenever CartOpened, then GreetClient';

const opened = (data: Json) => ({ type: 'CartOpened', data });
const added = (data: Json) => ({ type: 'ProductItemAdded', data });

describe('judging a specification', () => {
  const expected = specification({ kind: 'events', events: [opened({ cartId: 'a', lines: [1, 2] }), added({})] });

  it('passes the same events with the same data, in any order of keys', () => {
    const events = [opened({ lines: [1, 2], cartId: 'a' }), added({})];
    expect(judge(expected, { kind: 'events', events })).toEqual({ kind: 'passed' });
  });

  it('looks beside metadata', () => {
    const events = [{ ...opened({ cartId: 'a', lines: [1, 2] }), metadata: { by: 'anna' } }, added({})];
    expect(judge(expected, { kind: 'events', events })).toEqual({ kind: 'passed' });
  });

  it('says where data differs, to any depth', () => {
    const events = [opened({ cartId: 'a', lines: [2, 1] }), added({ more: true })];
    expect(judge(expected, { kind: 'events', events })).toEqual({
      kind: 'failed',
      message: 'The events are right, their data is not.',
      differences: [
        { path: 'events[0].data.lines[0]', expected: 1, actual: 2 },
        { path: 'events[0].data.lines[1]', expected: 2, actual: 1 },
        { path: 'events[1].data.more', actual: true },
      ],
    });
  });

  it('is strict in order', () => {
    const events = [added({}), opened({ cartId: 'a', lines: [1, 2] })];
    expect(judge(expected, { kind: 'events', events })).toMatchObject({
      kind: 'failed',
      message: 'CartOpened, ProductItemAdded was expected, ProductItemAdded, CartOpened came.',
    });
  });

  it('tells a refusal that was not expected', () => {
    expect(judge(expected, { kind: 'refused', message: 'It is closed.' })).toEqual({
      kind: 'failed',
      message: 'CartOpened, ProductItemAdded was expected, but the command was refused: It is closed.',
      differences: [],
    });
  });

  it('passes a refusal whose message holds the text, any where there is none', () => {
    const refused = { kind: 'refused', message: 'A confirmed cart cannot change.' } as const;
    const verdicts = ['cannot change', '', 'is empty'].map((message) =>
      judge(specification({ kind: 'refused', message }), refused),
    );
    expect(verdicts).toEqual([
      { kind: 'passed' },
      { kind: 'passed' },
      {
        kind: 'failed',
        message: 'It was refused for another reason.',
        differences: [{ path: 'message', expected: 'is empty', actual: 'A confirmed cart cannot change.' }],
      },
    ]);
  });

  it('does not pass events, or none, for a refusal', () => {
    expect(judge(specification({ kind: 'refused', message: '' }), { kind: 'events', events: [] })).toMatchObject({
      message: 'A refusal was expected, no event came.',
    });
  });

  it('is neither green nor red where the code broke', () => {
    const broken = { kind: 'broken', message: 'Line 3: x is not defined.', line: 3 } as const;
    expect(judge(expected, broken)).toEqual(broken);
  });

  it('wants exactly the documents of a read model, in any order', () => {
    const documents = (...ids: string[]) => ids.map((documentId) => ({ documentId, document: { of: documentId } }));
    const wanted: ReadModelSpecification = {
      id: 's',
      subject: 'read-model',
      definitionId: 'CartDetails',
      name: 'Shows carts',
      given: [],
      then: { kind: 'documents', documents: documents('a', 'b') },
    };
    expect([
      judge(wanted, { kind: 'documents', documents: documents('b', 'a') }),
      judge(wanted, { kind: 'documents', documents: documents('a') }),
    ]).toEqual([
      { kind: 'passed' },
      {
        kind: 'failed',
        message: 'The documents are not those that were expected.',
        differences: [{ path: 'documents.b', expected: { of: 'b' } }],
      },
    ]);
  });
});

describe('judging a specification of a policy', () => {
  const send = (type: string, data: Json = {}): PolicyOutput => ({ action: 'send', type, data });
  const later = (dueAt: string): PolicyOutput => ({ action: 'schedule', type: 'Reminder', data: {}, dueAt });
  const expected: PolicySpecification = {
    id: 's',
    subject: 'policy',
    definitionId: greeting,
    name: 'Reminds',
    given: [],
    when: { type: 'CartOpened', data: {} },
    then: { kind: 'outputs', outputs: [later('2026-01-01T00:30:00.000Z'), send('OpenCart'), { action: 'complete' }] },
  };
  const { outputs } = expected.then;

  it('passes the same answers in the same order', () => {
    expect(judge(expected, { kind: 'outputs', outputs: structuredClone(outputs) })).toEqual({ kind: 'passed' });
  });

  it('says what else came, and that nothing did', () => {
    const verdicts = [[outputs[0], send('CloseCart'), outputs[2]], []].map((came) =>
      judge(expected, { kind: 'outputs', outputs: came.filter((output) => output !== undefined) }),
    );
    expect(verdicts.map((verdict) => 'message' in verdict && verdict.message)).toEqual([
      'schedule Reminder, send OpenCart, complete was expected, schedule Reminder, send CloseCart, complete came.',
      'schedule Reminder, send OpenCart, complete was expected, nothing came.',
    ]);
  });

  it('says where a time or data differs', () => {
    const came = [later('2026-01-01T01:00:00.000Z'), ...outputs.slice(1)];
    expect(judge(expected, { kind: 'outputs', outputs: came })).toMatchObject({
      kind: 'failed',
      message: 'It answers with the right things, their data is not.',
      differences: [{ path: 'outputs[0].dueAt' }],
    });
  });
});

describe('differences', () => {
  it('compare what storage keeps: a Date is its text, what is not there is absent', () => {
    const date = new Date('2030-05-17T09:00:00.000Z');
    expect(differences({ at: '2030-05-17T09:00:00.000Z' }, { at: date, gone: undefined })).toEqual([]);
  });

  it('tell null, nothing, 0 and an empty text apart', () => {
    expect(differences({ a: null, b: 0, c: '' }, { b: '', c: null })).toEqual([
      { path: 'a', expected: null },
      { path: 'b', expected: 0, actual: '' },
      { path: 'c', expected: '', actual: null },
    ]);
  });

  it('do not mistake inherited members for values', () => {
    expect(differences({}, { toString: 'x' })).toEqual([{ path: 'toString', actual: 'x' }]);
  });

  it('put keys that are no words into brackets', () => {
    expect(differences({ 'cart-1': { 'a b': 1 } }, { 'cart-1': { 'a b': 2 } })).toEqual([
      { path: '["cart-1"]["a b"]', expected: 1, actual: 2 },
    ]);
  });

  it('between two moments say what was added, removed and changed', () => {
    expect(differencesBetween({ status: 'open', lines: [1, 2] }, { status: 'closed', lines: [1], total: 3 })).toEqual([
      { path: 'status', kind: 'changed', before: 'open', after: 'closed' },
      { path: 'lines[1]', kind: 'removed', before: 2 },
      { path: 'total', kind: 'added', after: 3 },
    ]);
  });

  it('begin from nothing where a document is new', () => {
    expect(differencesBetween(undefined, { a: 1 })).toEqual([{ path: '', kind: 'added', after: { a: 1 } }]);
  });
});

describe('a specification of what was recorded', () => {
  const stored = (type: string, streamName: string, streamPosition: number, eventId: string) => ({
    type,
    data: { cartId: streamName },
    metadata: { streamName, streamPosition, eventId },
  });
  const events = [
    stored('CartOpened', 'ShoppingCart-1', 1, 'a/1'),
    stored('CartOpened', 'ShoppingCart-2', 1, 'b/1'),
    stored('ProductItemAdded', 'ShoppingCart-1', 2, 'c/1'),
    stored('ProductItemAdded', 'ShoppingCart-1', 3, 'd/1'),
  ];
  const command = {
    receivedAt: '2026-01-01T09:00:00.000Z',
    commandId: 'c',
    type: 'AddProductItem',
    data: { cartId: '1' },
    stream: 'ShoppingCart-1',
    decidedOnVersion: 1,
    origin: { kind: 'person' },
    metadata: {},
  };
  const from = (outcome: Parameters<typeof specificationFromRecorded>[0]['command']['outcome'], type = command.type) =>
    specificationFromRecorded({ id: 's', board: cartWall(), command: { ...command, type, outcome }, events });

  it('holds the events that were decided on, the command, and what came of it', () => {
    expect(from({ kind: 'appended', eventIds: ['c/1'] })).toEqual({
      id: 's',
      subject: 'decider',
      definitionId: 'ShoppingCart',
      name: 'AddProductItem on ShoppingCart-1',
      given: [{ type: 'CartOpened', data: { cartId: 'ShoppingCart-1' } }],
      when: { type: 'AddProductItem', data: { cartId: '1' } },
      now: '2026-01-01T09:00:00.000Z',
      then: { kind: 'events', events: [{ type: 'ProductItemAdded', data: { cartId: 'ShoppingCart-1' } }] },
    });
  });

  it('begins where a deleted stream began again', () => {
    const lives = events.map((event, index) =>
      index === 2 ? { ...event, metadata: { ...event.metadata, beginsAgain: true } } : event,
    );
    const given = (about: { decidedOnVersion: number; onDeleted?: true }) =>
      specificationFromRecorded({
        id: 's',
        board: cartWall(),
        command: { ...command, ...about, outcome: { kind: 'rejected', message: 'No.' } },
        events: lives,
      })?.given.map(({ type }) => type);

    expect(given({ decidedOnVersion: 1, onDeleted: true })).toEqual([]);
    expect(given({ decidedOnVersion: 3 })).toEqual(['ProductItemAdded', 'ProductItemAdded']);
  });

  it('holds a refusal with its reason', () => {
    expect(from({ kind: 'rejected', message: 'It is full.' })).toMatchObject({
      name: 'AddProductItem is refused: It is full.',
      then: { kind: 'refused', message: 'It is full.' },
    });
  });

  it('is none where the rules had no say or no decider takes the command', () => {
    expect([
      from({ kind: 'conflict' }),
      from({ kind: 'failed' }),
      from({ kind: 'appended', eventIds: [] }, 'Unknown'),
    ]).toEqual([null, null, null]);
  });

  it('of a delivery specifies the process manager, on what it has heard and recorded before', () => {
    const board = cartWall();
    const stream = 'Restock-1';
    const delivered = [
      stored('received:CartOpened', stream, 1, 'e/1'),
      stored('scheduled:Reminder', stream, 2, 'e/2'),
      stored('CartForgotten', stream, 3, 'f/1'),
      stored('due:Reminder', stream, 4, 'g/1'),
      stored('sent:OpenCart', stream, 5, 'g/2'),
    ];
    expect(
      specificationFromRecorded({
        id: 's',
        board,
        command: {
          ...command,
          type: 'Reminder',
          stream,
          decidedOnVersion: 3,
          origin: { kind: 'delivery', policyId: greeting },
          metadata: { dueAt: '2026-01-01T09:00:00.000Z' },
          outcome: { kind: 'appended', eventIds: ['g/1', 'g/2'] },
        },
        events: delivered,
      }),
    ).toEqual({
      id: 's',
      subject: 'policy',
      definitionId: greeting,
      name: 'Reminder on Restock-1',
      given: [
        { type: 'CartOpened', data: { cartId: stream } },
        { type: 'CartForgotten', data: { cartId: stream } },
      ],
      when: { type: 'Reminder', data: { cartId: '1' } },
      isDue: true,
      now: '2026-01-01T09:00:00.000Z',
      then: { kind: 'outputs', outputs: [{ action: 'send', type: 'OpenCart', data: { cartId: stream } }] },
    });
  });

  it('of a policy without state holds the event and the commands that it asked for', () => {
    const event = { type: 'CartOpened', data: {}, metadata: { recordedAt: '2026-01-01T09:00:00.000Z' } };
    const asked = { id: 's', board: cartWall(), event, commands: [{ type: 'OpenCart', data: { cartId: '2' } }] };
    expect(specificationFromReaction({ ...asked, policyId: greeting })).toMatchObject({
      name: 'CartOpened: OpenCart',
      given: [],
      when: { type: 'CartOpened', data: {} },
      then: { outputs: [{ action: 'send', type: 'OpenCart', data: { cartId: '2' } }] },
    });
    expect(specificationFromReaction({ ...asked, policyId: 'ShoppingCart' })).toBeNull();
  });
});
