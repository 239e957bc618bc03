import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeTagged } from '#sandbox';
import { logOf } from '../support/logOf.ts';
import { addCommand, added, counter, decider, openSandbox, readModel } from './support/sandboxes.ts';

const amounts = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 12 });
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

it('folds a stream once: what came before is not sent again, and the answer is that of a plain fold', async () => {
  const sandbox = await openSandbox();
  let number = 0;

  await fc.assert(
    fc.asyncProperty(amounts, fc.nat(), async (given, cut) => {
      number += 1;
      const stream = `Counter-${number}`;
      if (number === 1) await sandbox.load([decider(counter)]);
      const events = added(given, stream);
      const known = cut % (events.length + 1);

      await sandbox.decide({ ...addCommand(events.slice(0, known)), stream });
      const folded = sandbox.foldedVersion('counter', stream);
      const reply = await sandbox.decide({ ...addCommand(events.slice(folded)), stream, version: events.length });

      expect(folded).toBe(known);
      expect(reply).toMatchObject({ kind: 'decided', events: [{ data: { before: sum(given) } }] });
      expect(sandbox.foldedVersion('counter', stream)).toBe(events.length);
    }),
    { numRuns: 40 },
  );
});

it('decides on an earlier version without forgetting the later one', async () => {
  const sandbox = await openSandbox();
  await sandbox.load([decider(counter)]);
  const events = added([1, 2, 3]);
  await sandbox.decide(addCommand(events));

  const earlier = await sandbox.decide(addCommand(events.slice(0, 1)));
  const present = await sandbox.decide({ ...addCommand([]), version: 3 });

  expect([earlier, present]).toMatchObject([
    { events: [{ data: { before: 1 } }] },
    { events: [{ data: { before: 6 } }] },
  ]);
});

/** Keeps the same list and changes it in place: earlier moments must not notice. */
const collecting = `
export const initialState = () => ({ seen: [] as number[], last: new Map<string, bigint>() });
export const evolve = (state: any, event: any) => {
  state.seen.push(event.data.amount);
  state.last.set(event.metadata.streamName, event.metadata.streamPosition);
  return state;
};
export const decide = () => [];
`;
const totals = `
export const canHandle = ['Added'];
export const getDocumentId = (event: any) => ['all', event.data.amount < 0 ? 'negative' : 'positive'];
export const initialState = () => ({ sum: 0 });
export const evolve = (document: any, event: any) => {
  const sum = document.sum + event.data.amount;
  return sum === 0 ? null : { sum };
};
`;

it('shows every moment as a fold from the first event shows it', async () => {
  await fc.assert(
    fc.asyncProperty(amounts, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), async (given, jumps) => {
      const sandbox = await openSandbox();
      await sandbox.load([decider(collecting), readModel(totals)]);
      sandbox.readLogBy(logOf(added(given)));

      for (const jump of jumps) {
        const position = jump % (given.length + 1);
        const moment = await sandbox.moment({
          position,
          states: [{ moduleId: 'counter', stream: 'Counter-1' }],
          readModels: ['totals'],
        });

        const [state] = moment.states;
        expect(state?.version).toBe(position);
        expect(decodeTagged(state?.after ?? '')).toEqual(stateOf(given.slice(0, position)));
        expect(decodeTagged(state?.before ?? '')).toEqual(stateOf(given.slice(0, Math.max(0, position - 1))));
        const [documents] = moment.readModels;
        expect(new Map(documents?.documents.map(({ documentId, document }) => [documentId, document]))).toEqual(
          documentsOf(given.slice(0, position)),
        );
      }
    }),
    { numRuns: 15 },
  );
});

const stateOf = (given: number[]) => ({
  seen: given,
  last: new Map(given.length > 0 ? [['Counter-1', BigInt(given.length)]] : []),
});

const documentsOf = (given: number[]): Map<string, { sum: number }> => {
  const documents = new Map<string, { sum: number }>();
  for (const amount of given)
    for (const id of ['all', amount < 0 ? 'negative' : 'positive']) {
      const total = (documents.get(id)?.sum ?? 0) + amount;
      if (total === 0) documents.delete(id);
      else documents.set(id, { sum: total });
    }
  return documents;
};

it('shows what an event changed, and stops a read model at the event it breaks on', async () => {
  const sandbox = await openSandbox();
  const breaking = totals.replace('const sum', "if (event.data.amount === 9) throw new Error('Nine');\n  const sum");
  await sandbox.load([readModel(breaking)]);
  sandbox.readLogBy(logOf(added([1, 2, 9, 4])));

  const before = await sandbox.moment({ position: 2, states: [], readModels: ['totals'] });
  const after = await sandbox.moment({ position: 4, states: [], readModels: ['totals'] });

  expect(before.readModels).toEqual([
    {
      moduleId: 'totals',
      documents: [
        { documentId: 'all', document: { sum: 3 } },
        { documentId: 'positive', document: { sum: 3 } },
      ],
      changed: [
        { documentId: 'all', before: { sum: 1 } },
        { documentId: 'positive', before: { sum: 1 } },
      ],
    },
  ]);
  expect(after.readModels).toMatchObject([
    {
      documents: [{ document: { sum: 3 } }, { document: { sum: 3 } }],
      changed: [],
      error: { message: 'Nine', position: 3 },
    },
  ]);
});

it('tells of all documents only those that an event changed, where no more is wanted', async () => {
  const sandbox = await openSandbox();
  await sandbox.load([readModel(totals)]);
  sandbox.readLogBy(logOf(added([1, -3])));

  const { readModels } = await sandbox.moment({ position: 2, states: [], readModels: ['totals'], first: {} });

  expect(readModels).toEqual([
    {
      moduleId: 'totals',
      documents: [
        { documentId: 'all', document: { sum: -2 } },
        { documentId: 'negative', document: { sum: -3 } },
      ],
      changed: [
        { documentId: 'all', before: { sum: 1 } },
        { documentId: 'negative', before: null },
      ],
      left: 'not counted',
    },
  ]);
});

it('tells the first documents that are there, and how many more, however often they came and went', async () => {
  const sandbox = await openSandbox();
  const comesAndGoes = `
export const canHandle = ['Added'];
export const getDocumentId = (event) => \`number \${Math.abs(event.data.amount)}\`;
export const evolve = (document, event) => (event.data.amount > 0 ? { sum: event.data.amount } : null);
`;
  await sandbox.load([readModel(comesAndGoes)]);
  const amounts = [3, -5, 1, -3, 5, 2, -1, 3, -2, -3, 4];
  sandbox.readLogBy(logOf(added(amounts)));

  for (const position of [11, 0, 4, 7, 2, 9, 10, 1, 8, 3, 5, 6]) {
    const there = new Set<string>();
    for (const amount of amounts.slice(0, position))
      if (amount > 0) there.add(`number ${amount}`);
      else there.delete(`number ${-amount}`);
    const first = [...there].sort().slice(0, 1);
    const here = `number ${Math.abs(amounts[position - 1] ?? 0)}`;
    const shown = [...new Set([...first, ...(there.has(here) ? [here] : [])])];

    const { readModels } = await sandbox.moment({ position, states: [], readModels: ['totals'], first: { totals: 1 } });

    expect(readModels[0]?.documents.map(({ documentId }) => documentId)).toEqual(shown);
    expect(readModels[0]?.left).toBe(there.size - shown.length);
  }
});
