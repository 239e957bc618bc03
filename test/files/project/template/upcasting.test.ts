import { expect, it } from 'vitest';
import { asOfToday, type DefinitionOf } from '#model';
import type { RecordedEvent } from '../../../../src/files/project/template/core/messages.ts';
import { upcasting } from '../../../../src/files/project/template/core/upcasting.ts';

const sale: DefinitionOf<'event'> = {
  id: 'sale',
  kind: 'event',
  name: 'SaleRungUp',
  formerNames: ['Sold'],
  fields: [],
  schemaVersion: 3,
  upcasts: [
    { to: 2, formerNames: ['Sold'], rename: { 'lines.qty': 'quantity' } },
    { to: 3, defaults: { taxRate: 19, 'lines.discount': 0 } },
  ],
};

const stored = (type: string, schemaVersion: number, data: RecordedEvent['data']): RecordedEvent => ({
  type,
  data,
  metadata: {
    eventId: 'event-1',
    streamName: 'Till-1',
    streamPosition: 1n,
    globalPosition: 1n,
    recordedAt: '2026-03-02T09:00:00.000Z',
    schemaVersion,
  },
});

const definitionFor = (definition: typeof sale, code?: object) => ({
  type: definition.name,
  formerNames: definition.formerNames ?? [],
  schemaVersion: definition.schemaVersion,
  upcasts: (definition.upcasts ?? []).map(({ code: _code, ...upcast }) => ({
    ...upcast,
    ...(code && upcast.to === definition.schemaVersion ? { code } : {}),
  })),
});

it('an exported project reads what is stored in earlier versions as the playground does', () => {
  const read = upcasting([definitionFor(sale)]);
  const events = [
    stored('Sold', 1, { lines: [{ qty: 2 }, { qty: 1, discount: 5 }] }),
    stored('SaleRungUp', 2, { lines: [{ quantity: 2 }], taxRate: 7 }),
    stored('SaleRungUp', 3, { lines: [] }),
  ];

  const present = events.map((event) => read(event).map(({ type, data }) => ({ type, data })));

  expect(present).toEqual(
    events.map((event) => {
      const { type, data } = asOfToday(sale, { ...event, metadata: { schemaVersion: event.metadata.schemaVersion } });
      return [{ type, data }];
    }),
  );
  expect(present[0]).toEqual([
    {
      type: 'SaleRungUp',
      data: {
        lines: [
          { quantity: 2, discount: 0 },
          { quantity: 1, discount: 5 },
        ],
        taxRate: 19,
      },
    },
  ]);
});

it('an upcaster by code is handed a copy, after what its step says as data', () => {
  const upcast = (data: { lines: object[]; taxRate: number }) => {
    const lines = data.lines.splice(0).length;
    return { lines, taxRate: data.taxRate / 100 };
  };
  const read = upcasting([definitionFor(sale, { upcast })]);
  const event = stored('SaleRungUp', 2, { lines: [{ quantity: 2 }] });

  expect(read(event)[0]?.data).toEqual({ lines: 1, taxRate: 0.19 });
  expect(event.data).toEqual({ lines: [{ quantity: 2 }] });
  expect(read(stored('Elsewhere', 1, {}))).toEqual([stored('Elsewhere', 1, {})]);
});

it('an upcaster by code reads one stored event as none, or as several', () => {
  const upcast = ({ lines }: { lines: { quantity: number }[] }) =>
    lines.length === 0
      ? null
      : lines.map((line) => ({ type: line.quantity < 0 ? 'SaleRefunded' : 'SaleRungUp', data: line }));
  const refund = {
    type: 'SaleRefunded',
    formerNames: [],
    schemaVersion: 4,
    upcasts: [{ to: 2, defaults: { old: true } }],
  };
  const read = upcasting([definitionFor({ ...sale, upcasts: [{ to: 3 }] }, { upcast }), refund]);
  const seen = (event: RecordedEvent) =>
    read(event).map(({ type, data, metadata }) => [type, data, metadata.schemaVersion, metadata.eventId]);

  expect(seen(stored('SaleRungUp', 2, { lines: [] }))).toEqual([]);
  expect(seen(stored('SaleRungUp', 2, { lines: [{ quantity: 1 }, { quantity: -1 }] }))).toEqual([
    ['SaleRungUp', { quantity: 1 }, 3, 'event-1'],
    ['SaleRefunded', { quantity: -1 }, 4, 'event-1'],
  ]);
});

it('what a process manager was handed is read as its event is', () => {
  const read = upcasting([definitionFor(sale)]);

  expect(read(stored('received:Sold', 1, { lines: [] })).map(({ type, data }) => [type, data])).toEqual([
    ['received:SaleRungUp', { lines: [], taxRate: 19 }],
  ]);
  expect(read(stored('sent:Sold', 1, { lines: [] }))).toEqual([stored('sent:Sold', 1, { lines: [] })]);
});
