import { describe, expect, it } from 'vitest';
import { eventFile, imported } from '../support/reading.ts';

describe('JSON Lines', () => {
  it('are read with the ids, times and metadata that they hold', () => {
    const { facts, events } = imported(eventFile('carts.jsonl'), 'carts.jsonl');

    expect(facts).toMatchObject({ format: 'json-lines', unit: 'line', remarks: [] });
    expect(events).toEqual([
      {
        type: 'CartOpened',
        stream: 'Cart-c-1',
        data: { cartId: 'c-1', clientId: 'ada' },
        eventId: 'a1',
        recordedAt: '2024-05-01T10:00:00.000Z',
        metadata: { correlationId: 'k1', causationId: 'k0' },
      },
      {
        type: 'ItemAdded',
        stream: 'Cart-c-1',
        data: { cartId: 'c-1', item: { sku: '007', quantity: 2 }, at: '2024-05-01T10:01:00.000Z' },
        eventId: 'a2',
        recordedAt: '2024-05-01T10:01:00.000Z',
        metadata: { correlationId: 'k1' },
      },
      {
        type: 'CartOpened',
        stream: 'Cart-c-2',
        data: { cartId: 'c-2', clientId: 'bob', note: null },
        eventId: 'a3',
        recordedAt: '2024-05-01T09:59:00.000Z',
        metadata: { channel: 'web' },
      },
    ]);
  });

  it('tell which types there are, with their fields, and which streams', () => {
    const { summary } = imported(eventFile('carts.jsonl'), 'carts.jsonl');

    expect(summary).toMatchObject({
      events: 3,
      streams: 2,
      from: '2024-05-01T09:59:00.000Z',
      to: '2024-05-01T10:01:00.000Z',
      unread: { count: 0, first: [] },
      categories: [
        {
          category: 'Cart',
          events: 3,
          streams: 2,
          examples: ['Cart-c-1', 'Cart-c-2'],
          types: ['CartOpened', 'ItemAdded'],
        },
      ],
    });
    expect(summary.types).toEqual([
      {
        type: 'CartOpened',
        count: 2,
        fields: [
          { name: 'cartId', type: { kind: 'id' }, example: 'c-1' },
          { name: 'clientId', type: { kind: 'id' }, example: 'ada' },
          { name: 'note', type: { kind: 'text' }, optional: true },
        ],
      },
      {
        type: 'ItemAdded',
        count: 1,
        fields: [
          { name: 'cartId', type: { kind: 'id' }, example: 'c-1' },
          {
            name: 'item',
            type: {
              kind: 'object',
              fields: [
                { name: 'sku', type: { kind: 'text' }, example: '007' },
                { name: 'quantity', type: { kind: 'number' }, example: 2 },
              ],
            },
          },
          { name: 'at', type: { kind: 'date' }, example: '2024-05-01T10:01:00.000Z' },
        ],
      },
    ]);
  });
});

describe('a table', () => {
  it('is read with its separator, quotes and line breaks, ids as they stand, and a guess at its columns', () => {
    const { facts, events, summary } = imported(eventFile('orders.csv'), 'orders.csv');

    expect(facts.guess).toEqual({
      type: { kind: 'at', path: ['activity'] },
      dropPrefix: '',
      category: { kind: 'text', text: 'Order' },
      streamId: ['order_id'],
      time: ['occurred_at'],
      eventId: ['event_id'],
      correlationId: null,
      causationId: null,
      data: { kind: 'fields', names: ['order_id', 'customer', 'amount', 'paid', 'zip'] },
    });
    expect(events[0]).toEqual({
      type: 'Order placed',
      stream: 'Order-00017',
      eventId: 'e-1',
      recordedAt: '2024-03-01T09:00:00.000Z',
      data: { order_id: '00017', customer: 'Meyer, "Anna"', amount: 49.9, paid: false, zip: '01067' },
    });
    expect(events[3]?.data).toEqual({ order_id: '00017', customer: 'Meyer\nAnnex 2', paid: true, zip: '01067' });
    expect(summary).toMatchObject({ events: 4, streams: 2, unread: { count: 0 } });
  });

  it('has numbers only in columns where all are plain numbers', () => {
    const { events } = imported(
      'type,orderId,whole,mixed,code,exp,comma\nA,7,10,1,5,1e5,"1,5"\nA,8,-2.5,007,6,2,2\n',
      'x.csv',
    );

    expect(events.map(({ data }) => data)).toEqual([
      { orderId: '7', whole: 10, mixed: '1', code: '5', exp: '1e5', comma: '1,5' },
      { orderId: '8', whole: -2.5, mixed: '007', code: '6', exp: '2', comma: '2' },
    ]);
  });

  it('may hold data as JSON in a column', () => {
    const { events } = imported(
      'type,stream,payload\nOpened,Till-1,"{""by"":""ada""}"\nClosed,Till-1,"{}"\n',
      'log.csv',
    );

    expect(events).toEqual([
      { type: 'Opened', stream: 'Till-1', data: { by: 'ada' } },
      { type: 'Closed', stream: 'Till-1', data: {} },
    ]);
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('may be separated by %s, with any line end and a declaration of spreadsheets', (_, delimiter) => {
    const text = [
      ['type', 'id', 'time'],
      ['A', 'x, y', '2024-01-01'],
      ['B', 'z', '2024-01-02'],
    ]
      .map((row) => row.join(delimiter))
      .join('\r\n');

    for (const whole of [text, `sep=${delimiter}\r\n${text}`, `\uFEFF${text}`, text.replaceAll('\r\n', '\r')])
      expect(imported(whole, 't.csv').events.map(({ type, recordedAt }) => [type, recordedAt])).toEqual([
        ['A', '2024-01-01T00:00:00.000Z'],
        ['B', '2024-01-02T00:00:00.000Z'],
      ]);
  });
});

describe('CloudEvents', () => {
  const expected = [
    {
      type: 'sensor-started',
      stream: 'sensors-boiler',
      eventId: '1',
      recordedAt: '2024-02-01T05:00:00.000Z',
      data: { unit: 'celsius' },
      metadata: {
        source: 'https://plant.example/sensors',
        subject: 'boiler',
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      },
    },
    {
      type: 'temperature-read',
      stream: 'sensors-boiler',
      eventId: '2',
      recordedAt: '2024-02-01T05:30:00.000Z',
      data: { value: 42 },
      metadata: { source: 'https://plant.example/sensors', subject: 'boiler' },
    },
    {
      type: 'pump-switched',
      stream: 'pumps-p-9',
      eventId: '/pumps#1',
      data: { isOn: true },
      metadata: { source: '/pumps', subject: 'p-9' },
    },
  ];

  it('become events of the streams that their subjects name, each once, also of two sources with the same ids', () => {
    const { facts, events, summary } = imported(eventFile('sensors.cloudevents.json'), 'sensors.cloudevents.json');

    expect(facts).toMatchObject({ format: 'cloud-events', unit: 'record', typePrefix: 'com.example.plant.' });
    expect(events).toEqual(expected);
    expect(summary.unread).toEqual({ count: 1, first: [{ line: 3, reason: 'repeats the event of record 2' }] });
  });

  it('may stand one a line, or alone', () => {
    const batch = JSON.parse(eventFile('sensors.cloudevents.json')) as object[];

    expect(imported(batch.map((one) => JSON.stringify(one)).join('\n')).events).toEqual(expected);
    expect(imported(JSON.stringify(batch[0], null, 2)).events).toEqual([expected[0]]);
    expect(imported(JSON.stringify({ events: batch })).events).toEqual(expected);
  });
});
