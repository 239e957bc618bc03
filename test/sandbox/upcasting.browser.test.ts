import { expect, it } from 'vitest';
import type { ModelModule } from '#sandbox';
import { added, openSandbox, readModel } from './support/sandboxes.ts';

const upcaster = (text: string): ModelModule => ({
  id: 'added-v2',
  kind: 'upcaster',
  name: 'The upcaster of Added from v1 to v2',
  files: [{ path: 'AddedV2.ts', text }],
});

const upcast = async (text: string, amounts = [1, 2, 3]) => {
  const sandbox = await openSandbox();
  const statuses = await sandbox.load([upcaster(text)]);
  const { results } = await sandbox.upcast({ moduleId: 'added-v2', events: added(amounts) });
  return { statuses, results, errors: results.map((result) => ('error' in result ? result.error : null)) };
};

it('makes new data of stored data and what stands beside it', async () => {
  const { results } = await upcast(
    'export const upcast = (data, metadata) => ({ sum: data.amount, at: metadata.globalPosition });',
  );

  expect(results).toEqual([{ data: { sum: 1, at: 1 } }, { data: { sum: 2, at: 2 } }, { data: { sum: 3, at: 3 } }]);
});

it('reads an event as none, or as the events of a list', async () => {
  const { results } = await upcast(
    `export const upcast = (data) => {
      if (data.amount === 1) return null;
      if (data.amount === 2) return [];
      return [{ type: 'Added', data, metadata: { mine: 1 } }, { type: 'Counted', data: { list: [data.amount] } }];
    };`,
  );

  expect(results).toEqual([
    { events: [] },
    { events: [] },
    {
      events: [
        { type: 'Added', data: { amount: 3 } },
        { type: 'Counted', data: { list: [3] } },
      ],
    },
  ]);
});

it('says at which event and on which line it breaks, and goes on with the others', async () => {
  const { results, errors } = await upcast(
    'export const upcast = (data) => {\n  if (data.amount === 2) throw new TypeError("two");\n  return data;\n};',
  );

  expect(results[0]).toEqual({ data: { amount: 1 } });
  expect(errors[1]).toMatchObject({
    message: 'two',
    phase: 'upcast',
    position: 2,
    place: { file: 'AddedV2.ts', line: 2 },
  });
  expect(results[2]).toEqual({ data: { amount: 3 } });
});

it.each([
  [
    'returns nothing',
    'export const upcast = () => undefined;',
    'upcast returned nothing. Did you forget `return`? Return null to read the event as none.',
  ],
  [
    'returns no data',
    'export const upcast = () => 7;',
    'upcast returned a number. It returns the data of the event, a list of events, or null for none.',
  ],
  [
    'remembers something',
    'let calls = 0;\nexport const upcast = () => ({ calls: (calls += 1) });',
    'upcast gave two different results for the same event. Look for variables outside of the function that change.',
  ],
  [
    'never ends',
    'export const upcast = () => {\n  while (true) {}\n};',
    'No answer within 1.5 s: this looks like an endless loop.',
  ],
])('tells in a sentence that an upcaster %s', async (_what, text, sentence) => {
  const { errors } = await upcast(text);

  expect(errors.map((error) => error?.message)).toEqual([sentence, sentence, sentence]);
});

it('refuses the time, which would be another one on every replay', async () => {
  const { errors } = await upcast('export const upcast = () => ({ at: Date.now() });', [1]);

  expect(errors[0]).toMatchObject({ name: 'DeterminismError' });
});

it('answers for code that turns its surroundings upside down', async () => {
  const { errors, results } = await upcast(
    'Array.prototype.map = () => []; JSON.stringify = () => "{";\nexport const upcast = (data) => ({ ...data, on: true });',
  );

  expect(results).toHaveLength(3);
  expect(errors.every((error) => error === null || error.message.length > 0)).toBe(true);
});

it('hands no code an event that could not be read', async () => {
  const sandbox = await openSandbox();
  await sandbox.load([
    readModel(
      'export const canHandle = ["Added"]; export const getDocumentId = () => "all"; export const evolve = () => ({});',
    ),
  ]);
  const [event] = added([1]);
  if (!event) throw new Error('There is no event.');

  const { errors } = await sandbox.route({
    moduleIds: ['totals'],
    events: [{ ...event, metadata: { ...event.metadata, '#unread': 'It breaks.' } }],
  });

  expect(errors).toMatchObject([
    { moduleId: 'totals', error: { name: 'UpcastError', message: 'It breaks.', position: 1 } },
  ]);
  expect(errors[0]?.error.place).toBeUndefined();
});
