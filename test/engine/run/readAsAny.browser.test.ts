import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, RecordedEvent } from '#event-store';
import type { Program } from '#model';
import { openTestRun } from '../support/openTestRun.ts';

type Message = { type: string; data: { amount: number } };
type Made = Message['data'] | null | Message[];
type State = { sum: number; heard: string[] };

/** None, the same, events of other types, or several of its own, which go on to the next step. */
const toSecond = (data: Message['data']): Made => {
  const { amount } = data;
  if (amount % 4 === 0) return null;
  if (amount % 4 === 1) return { amount: amount * 10 };
  if (amount % 4 === 2)
    return [
      { type: 'Removed', data: { amount } },
      { type: 'Added', data: { amount: amount + 1 } },
    ];
  return [1, 2, 3].map((part) => ({ type: 'Moved', data: { amount: amount + part } }));
};
const toThird = (data: Message['data']): Made => (data.amount % 2 === 0 ? [] : { amount: data.amount + 100 });

const evolve = (state: State, event: Message): State => ({
  sum: state.sum + (event.type === 'Removed' ? -event.data.amount : event.data.amount),
  heard: [...state.heard, `${event.type} ${event.data.amount}`].slice(-5),
});
const start: State = { sum: 0, heard: [] };

/** A document of the stream, one for odd and even amounts, and none for an amount of 104. */
const documentIds = (stream: string, { data: { amount } }: Message): string[] =>
  amount === 104 ? [] : [stream, amount % 2 === 0 ? 'even' : 'odd'];
const evolveDocument = (document: State | null, event: Message): State | null => {
  const before = document ?? { sum: 0, heard: [] };
  if (event.data.amount % 7 === 0) return null;
  return { sum: before.sum + 1, heard: [...before.heard, `${event.type} ${event.data.amount}`] };
};

const file = (...texts: string[]) => [{ path: 'index.ts', text: texts.join('\n') }];

const decider = file(
  `export const initialState = ${JSON.stringify(start)};`,
  `export const evolve = (state, event) => event.type === 'Seen' ? state : (${evolve})(state, event);`,
  "export const decide = (command, state) => ({ type: 'Seen', data: { state } });",
);
/** Handed the same event twice, it says what it would have said. */
const readModel = (id: string, lifecycle: 'inline' | 'async') => ({
  id,
  name: id,
  lifecycle,
  code: file(
    "export const canHandle = ['Added', 'Removed', 'Moved'];",
    `export const getDocumentId = (event) => (${documentIds})(event.metadata.streamName, event);`,
    `export const evolve = ${evolveDocument};`,
  ),
});

const event = (type: string, upcasts: Program['events'][number]['upcasts'] = []) => ({
  id: type.toLowerCase(),
  type,
  fields: [],
  schemaVersion: upcasts.at(-1)?.to ?? 1,
  formerNames: [],
  upcasts,
});
const program: Program = {
  deciders: [{ id: 'tally', name: 'Tally', category: 'Tally', idField: 'id', code: decider }],
  readModels: [readModel('at-once', 'inline'), readModel('later', 'async')],
  policies: [],
  events: [
    event('Added'),
    event('Removed'),
    event('Seen'),
    event('Moved', [
      { to: 2, code: file(`export const upcast = ${toSecond};`) },
      { to: 3, code: file(`export const upcast = ${toThird};`) },
    ]),
  ],
  commands: [{ id: 'Look', type: 'Look', fields: [], deciderId: 'tally' }],
  clock: { kind: 'real' },
  storeAsJson: true,
};

/** What the steps above come to, told once more. */
const readAs = ({ type, data }: Message, version = 1): Message[] => {
  const step = type === 'Moved' ? [toSecond, toThird][version - 1] : undefined;
  if (!step) return [{ type, data }];
  const made = step(data);
  const events = Array.isArray(made) ? made : made === null ? [] : [{ type, data: made }];
  return events.flatMap((one) => readAs(one, version + 1));
};

const streams = ['Tally-a', 'Tally-b'];
type Stored = { message: Message; stream: string };

const stateAfter = (stored: Stored[], stream: string): State =>
  stored
    .filter((one) => one.stream === stream)
    .flatMap(({ message }) => readAs(message))
    .reduce(evolve, start);

const documentsAfter = (stored: Stored[]): { [id: string]: State } => {
  const documents = new Map<string, State>();
  for (const { message, stream } of stored)
    for (const one of readAs(message))
      for (const id of documentIds(stream, one)) {
        const next = evolveDocument(documents.get(id) ?? null, one);
        if (next) documents.set(id, next);
        else documents.delete(id);
      }
  return Object.fromEntries(documents);
};

const openTally = async (stored: Stored[]) => {
  const run = await openTestRun();
  const { session, store, takeTurn } = run;
  const append = async (more: Stored[]) => {
    for (const { message, stream } of more) await store.append({ writes: [{ stream, events: [message] }] });
  };
  await append(stored);
  await session.useProgram(program);
  const documentsAt = async (position: number) => {
    const { readModels } = await session.moment({ position, streams: [] });
    return readModels.map(({ documents }) =>
      Object.fromEntries(documents.map(({ documentId, document }) => [documentId, document])),
    );
  };
  const look = (stream: string) =>
    session.send({
      commandId: crypto.randomUUID(),
      type: 'Look',
      data: {},
      metadata: {},
      origin: { kind: 'person' },
      correlationId: 'look',
      stream,
      deciderId: 'tally',
      expectation: 'latest',
    });
  return { ...run, append, documentsAt, look, takeTurn };
};

const message = fc.record({
  type: fc.constantFrom('Added', 'Removed', 'Moved', 'Moved'),
  data: fc.record({ amount: fc.integer({ min: 0, max: 20 }) }),
});
const history = fc.array(fc.record({ message, stream: fc.constantFrom(...streams) }), { minLength: 4, maxLength: 12 });

describe('upcasters that make none or several of one', () => {
  it('come to the same in replay, for deciders, in inline and asynchronous documents, and in what made a value', async () => {
    await fc.assert(
      fc.asyncProperty(history, history, async (first, second) => {
        const { session, store, append, documentsAt, look, takeTurn } = await openTally(first);
        await append(second);
        const all = [...first, ...second];
        await takeTurn();

        // What is asked for last first: versions in between are computed from others then.
        for (let position = all.length - 1; position >= 0; position -= 1) {
          const past = all.slice(0, position);
          const { states } = await session.moment({ position, streams });
          const expected = documentsAfter(past);
          expect(await documentsAt(position)).toEqual([expected, expected]);
          for (const { stream, after, version } of states) {
            expect(JSON.parse(after)).toEqual(stateAfter(past, stream));
            expect(version).toBe(past.filter((one) => one.stream === stream).length);
          }
        }

        // What decides folds the same, and the versions are those of what is stored.
        for (const stream of streams) {
          const outcome = await look(stream);
          const version = all.filter((one) => one.stream === stream).length + 1;
          expect(outcome).toMatchObject({ kind: 'appended', version });
          expect((outcome as { events: RecordedEvent[] }).events[0]?.data).toEqual({ state: stateAfter(all, stream) });
        }
        await takeTurn();
        expect(await documentsAt(all.length + 2)).toEqual([documentsAfter(all), documentsAfter(all)]);

        const { total, changes } = await session.valueHistory({
          subject: { kind: 'state', moduleId: 'tally', stream: 'Tally-a' },
          path: ['sum'],
          position: all.length,
          most: 100,
        });
        const sums = all.map((_, index) => stateAfter(all.slice(0, index + 1), 'Tally-a').sum);
        const turns = sums.flatMap((sum, index) => (sum === (sums[index - 1] ?? 0) ? [] : [index + 1]));
        expect(total).toBe(turns.length);
        expect(changes.map(({ position }) => position)).toEqual(turns.toReversed());

        // What is stored is what was written.
        const { events } = await store.readAll();
        expect(events.slice(0, all.length).map(({ type, data }) => ({ type, data }))).toEqual(
          all.map((one): { type: string; data: Json } => one.message),
        );
      }),
      { numRuns: 6 },
    );
  });
});
