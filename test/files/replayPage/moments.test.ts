import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, RecordedEvent } from '#event-store';
import type { CollectedHistory, CollectedStep } from '#files';
import { type Definition, emptyBoard } from '#model';
import { withoutFirst } from '../../../src/files/replayPage/collected.ts';
import { openMoments } from '../../../src/files/replayPage/page/moments.ts';
import { replayDataOf } from '../../../src/files/replayPage/replayDataOf.ts';
import { recordedCommand, recordedEvent } from '../../support/recorded.ts';

const board = {
  ...emptyBoard('model', 'Carts'),
  definitions: Object.fromEntries(
    [
      { id: 'cart', kind: 'decider', name: 'Cart', category: 'Cart' },
      { id: 'open', kind: 'read-model', name: 'OpenCarts' },
      { id: 'sums', kind: 'read-model', name: 'Sums' },
    ].map((definition) => [definition.id, definition as Definition]),
  ),
};

/** What an event does: adds an amount to a stream, or removes its document; and adds to the sum of all. */
type Doing = { stream: number; amount: number; removes: boolean };

type World = { states: { [stream: string]: Json }; open: { [id: string]: Json }; sums: { [id: string]: Json } };

/** The history of what was done, by going through it, with all that is there after each event. */
const gone = (doings: readonly Doing[]) => {
  let world: World = { states: {}, open: {}, sums: {} };
  const [worlds, steps, events]: [World[], CollectedStep[], RecordedEvent[]] = [[world], [], []];
  const versions = new Map<string, number>();
  for (const [index, { stream: number, amount, removes }] of doings.entries()) {
    const stream = `Cart-${number}`;
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    const type = removes ? 'CartClosed' : 'ItemAdded';
    events.push(recordedEvent(type, index + 1, { stream, streamPosition: version, data: { amount } }));
    const before = world.states[stream] ?? { total: 0 };
    const after = { total: (before as { total: number }).total + amount };
    const [cart, sum] = [world.open[stream] ?? null, world.sums.all ?? null];
    const documents = [
      { readModelId: 'open', documentId: stream, before: cart, after: removes ? null : { amount } },
      { readModelId: 'sums', documentId: 'all', before: sum, after: { events: index + 1 } },
    ];
    steps.push({ state: { moduleId: 'cart', before, after }, documents, broken: [] });
    const { [stream]: _, ...others } = world.open;
    world = {
      states: { ...world.states, [stream]: after },
      open: removes ? others : { ...others, [stream]: { amount } },
      sums: { all: { events: index + 1 } },
    };
    worlds.push(world);
  }
  return { worlds, steps, events };
};

const openFrom = ({ events }: ReturnType<typeof gone>, collected: CollectedHistory) => {
  const before = collected.from - 1;
  const countsBefore: { [type: string]: number } = {};
  for (const { type } of events.slice(0, before)) countsBefore[type] = (countsBefore[type] ?? 0) + 1;
  const shown = events.slice(before);
  return openMoments(
    replayDataOf({ board, events: shown, commands: [], total: events.length, countsBefore, collected }),
  );
};

const asList = (documents: { [id: string]: Json }) =>
  Object.entries(documents)
    .map(([documentId, document]) => ({ documentId, document }))
    .sort((one, other) => (one.documentId < other.documentId ? -1 : 1));

const doing = fc.record({
  stream: fc.integer({ min: 1, max: 4 }),
  amount: fc.integer({ min: -9, max: 9 }),
  removes: fc.boolean(),
});

const startOf = (): CollectedHistory['start'] =>
  ['open', 'sums'].map((readModelId) => ({ readModelId, documents: [], left: 0 }));

describe('the moments of a replay page', () => {
  it('are what going through the history comes to, at each position, from the first event on or from a later one', () => {
    fc.assert(
      fc.property(fc.array(doing, { minLength: 1, maxLength: 30 }), fc.nat(), (doings, someWhere) => {
        const history = gone(doings);
        const whole: CollectedHistory = { from: 1, start: startOf(), steps: history.steps };
        const moments = openFrom(history, withoutFirst(whole, someWhere % doings.length));

        expect(moments.last).toBe(doings.length);
        for (let position = moments.first; position <= moments.last; position += 1) {
          const [now, before] = [history.worlds[position], history.worlds[position - 1]];
          const event = position > moments.first ? history.events[position - 1] : undefined;
          expect(moments.eventAt(position)?.data).toEqual(event?.data);
          const own = event?.metadata.streamName ?? '';
          if (event) {
            const around = { before: before?.states[own] ?? { total: 0 }, after: now?.states[own] };
            expect(moments.stateAround(own, position)).toMatchObject({
              ...around,
              owner: 'Cart',
              version: event.metadata.streamPosition,
            });
          }
          expect(moments.documentsAt(0, position, 9).documents).toEqual(asList(now?.open ?? {}));
          expect(moments.documentsAt(1, position, 9).documents).toEqual(asList(now?.sums ?? {}));
          expect(moments.documentsAt(0, position, 9).changed).toEqual(
            event ? [{ documentId: own, before: before?.open[own] ?? null }] : [],
          );
          const { pages } = moments.documentsAt(0, position, 1);
          const turned = Array.from({ length: pages }, (_, page) => moments.documentsAt(0, position, 1, page));
          const ids = turned.flatMap(({ documents }) => documents.map(({ documentId }) => documentId));
          expect([...new Set(ids)].sort()).toEqual(Object.keys(now?.open ?? {}).sort());
          expect(moments.documentsAt(0, position, 1, pages + 3)).toEqual(turned.at(-1));
          for (const { documents, changed } of turned) {
            const touched = new Set(changed.map(({ documentId }) => documentId));
            expect(documents.filter(({ documentId }) => !touched.has(documentId)).length).toBeLessThanOrEqual(1);
          }
          const closed = history.events.slice(0, position).filter(({ type }) => type === 'CartClosed');
          expect(moments.countOf(['CartClosed'], position)).toBe(closed.length);
        }
      }),
    );
  });

  it('know the documents from before that were not told at the start, once an event changes them', () => {
    const steps = [
      { readModelId: 'open', documentId: 'Cart-2', before: null, after: { amount: 1 } },
      { readModelId: 'open', documentId: 'Cart-9', before: { amount: 7 }, after: null },
    ].map((change): CollectedStep => ({ documents: [change], broken: [] }));
    const start = [{ readModelId: 'open', documents: [{ documentId: 'Cart-1', document: 1 }], left: 3 }];
    const events = [1, 2, 3, 4].map((position) => recordedEvent('ItemAdded', position));
    const moments = openFrom({ worlds: [], steps, events }, { from: 3, start, steps });

    expect(moments.documentsAt(0, 2, 9)).toMatchObject({
      documents: [{ documentId: 'Cart-1' }, { documentId: 'Cart-9', document: { amount: 7 } }],
      left: 2,
    });
    expect(moments.documentsAt(0, 4, 9)).toMatchObject({
      documents: [{ documentId: 'Cart-1' }, { documentId: 'Cart-2' }],
      changed: [{ documentId: 'Cart-9', before: { amount: 7 } }],
      left: 2,
    });
  });

  it('have the commands that led there, and those that were refused between them', () => {
    const history = gone([{ stream: 1, amount: 2, removes: false }]);
    const refusal = { kind: 'rejected', message: 'It is closed.' } as const;
    const origin = { kind: 'policy', policyId: 'cart', eventId: 'e' } as const;
    const commands = [
      recordedCommand('AddItem', 1),
      recordedCommand('AddItem', 2, { afterPosition: 1, outcome: refusal, origin }),
    ];
    const collected = { from: 1, start: startOf(), steps: history.steps };
    const data = replayDataOf({ board, events: history.events, commands, total: 1, countsBefore: {}, collected });
    const moments = openMoments(data);

    const event = moments.eventAt(1);
    expect(event && moments.commandOf(event)).toMatchObject({ type: 'AddItem', outcome: 'appended' });
    expect(moments.refusedAfter(0)).toEqual([]);
    expect(moments.refusedAfter(1)).toMatchObject([
      { outcome: 'rejected', reason: 'It is closed.', by: { kind: 'policy', policy: 'Cart' } },
    ]);
  });

  it('say from where on the code of a read model breaks', () => {
    const history = gone([1, 2, 3].map((amount) => ({ stream: 1, amount, removes: false })));
    const broken = [{ readModelId: 'sums', message: 'x is not defined' }];
    const steps = history.steps.map((step, index) => (index === 0 ? step : { ...step, broken }));
    const moments = openFrom(history, { from: 1, start: startOf(), steps });

    expect([1, 2, 3].map((position) => moments.documentsAt(1, position, 9).broken)).toEqual([
      undefined,
      'x is not defined',
      'x is not defined',
    ]);
  });
});
