import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTagged, type PathStep, type ValuePlace, type ValueText } from '#sandbox';
import { logOf } from '../support/logOf.ts';
import { added, decider, openSandbox, readModel } from './support/sandboxes.ts';

const amounts = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 14 });

/** States with all that JSON has no words for, changed in place now and then. */
const collecting = `
export const initialState = {
  total: 0, big: 0n, seen: [] as number[], last: new Map<string, any>(), kinds: new Set<string>(), at: new Date(0),
};
export const evolve = (state: any, { data: { amount } }: any) => {
  if (amount === 0) return state;
  if (amount === 3) { state.total += 3; return state; }
  const kind = amount < 0 ? 'negative' : 'positive';
  const kinds = new Set(state.kinds);
  if (kinds.has(kind)) kinds.delete(kind); else kinds.add(kind);
  return {
    kinds, total: state.total + amount, big: state.big + BigInt(amount), seen: [...state.seen, amount].slice(-3),
    last: new Map([...state.last, [kind, { amount, by: [amount] }]]), at: new Date(state.total * 1000),
  };
};
export const decide = () => [];
`;
const totals = `
export const canHandle = ['Added'];
export const getDocumentId = (event: any) => ['all', event.data.amount < 0 ? 'negative' : 'positive'];
export const initialState = () => ({ sum: 0, last: [] as number[] });
export const evolve = (document: any, event: any) => {
  const sum = document.sum + event.data.amount;
  return sum === 0 ? null : { sum, last: [event.data.amount] };
};
`;

const stateOf = (path: PathStep[], stream = 'Counter-1'): ValuePlace => ({
  subject: { kind: 'state', moduleId: 'counter', stream },
  path,
});
const documentOf = (documentId: string, path: PathStep[]): ValuePlace => ({
  subject: { kind: 'document', moduleId: 'totals', documentId },
  path,
});

/** Goes along a path the slow way. */
const at = (value: unknown, path: PathStep[]): unknown =>
  path.reduce<unknown>((within, step) => {
    if (typeof within !== 'object' || within === null) return undefined;
    if (typeof step !== 'object') return (within as { [key: string]: unknown })[step];
    if (within instanceof Map) return within.get(step.key);
    return within instanceof Set && within.has(step.key) ? step.key : undefined;
  }, value);

const said = (text: ValueText | undefined): unknown => (text ? decodeTagged(text.text) : undefined);

const paths: PathStep[][] = [
  [],
  ['total'],
  ['big'],
  ['seen'],
  ['seen', 0],
  ['last', { key: 'negative' }],
  ['last', { key: 'positive' }, 'by', 0],
  ['kinds', { key: 'negative' }],
  ['at'],
  ['missing', 'further'],
];

const openCollecting = async (given: number[]) => {
  const sandbox = await openSandbox();
  await sandbox.load([decider(collecting), readModel(totals)]);
  sandbox.readLogBy(logOf(added(given)));
  return sandbox;
};

const momentAt = (sandbox: Awaited<ReturnType<typeof openSandbox>>, position: number) =>
  sandbox.moment({ position, states: [{ moduleId: 'counter', stream: 'Counter-1' }], readModels: ['totals'] });

describe('the history of a value', () => {
  it('ends, at every position, with what the plain fold shows there, and begins with what was before it', async () => {
    await fc.assert(
      fc.asyncProperty(amounts, fc.constantFrom(...paths), fc.nat(), async (given, path, cut) => {
        const sandbox = await openCollecting(given);
        for (const position of new Set([0, cut % given.length, given.length])) {
          const moment = await momentAt(sandbox, position);
          const state = decodeTagged(moment.states[0]?.after ?? '');

          const history = await sandbox.history({ ...stateOf(path), position, most: 100 });

          const [newest] = history.changes;
          expect(history.error).toBeUndefined();
          expect(said(newest ? newest.after : history.start)).toEqual(at(state, path));
          const told = history.changes.toReversed();
          for (const [index, change] of told.entries())
            expect(change.before).toEqual(index === 0 ? history.start : told[index - 1]?.after);
        }
        sandbox.close();
      }),
      { numRuns: 20 },
    );
  });

  it('is that of each document as well, also where it appears and vanishes', async () => {
    await fc.assert(
      fc.asyncProperty(amounts, fc.constantFrom<PathStep[]>([], ['sum'], ['last', 0]), async (given, path) => {
        const sandbox = await openCollecting(given);
        for (const documentId of ['all', 'negative', 'positive']) {
          const position = given.length;
          const [{ documents = [] } = {}] = (await momentAt(sandbox, position)).readModels;

          const history = await sandbox.history({ ...documentOf(documentId, path), position, most: 100 });

          const document = documents.find((one) => one.documentId === documentId)?.document;
          expect(said(history.changes[0]?.after)).toEqual(document === undefined ? undefined : at(document, path));
        }
        sandbox.close();
      }),
      { numRuns: 10 },
    );
  });

  it('names the events, the newest first, and how many there are beyond those that were asked for', async () => {
    const sandbox = await openCollecting([1, 0, 2, 0, 1]);

    const history = await sandbox.history({ ...stateOf(['total']), position: 5, most: 2 });

    expect(history).toMatchObject({
      total: 3,
      start: { text: '0' },
      changes: [
        { position: 5, type: 'Added', before: { text: '3' }, after: { text: '4' } },
        { position: 3, type: 'Added', before: { text: '1' }, after: { text: '3' } },
      ],
    });
  });

  it('is told up to where the code breaks', async () => {
    const sandbox = await openSandbox();
    const breaking = collecting.replace(
      'if (amount === 0)',
      "if (amount === 2) throw new Error('two'); if (amount === 0)",
    );
    await sandbox.load([decider(breaking)]);
    sandbox.readLogBy(logOf(added([1, 1, 2, 1])));

    const history = await sandbox.history({ ...stateOf(['total']), position: 4, most: 10 });

    expect(history).toMatchObject({ total: 2, error: { message: 'two', position: 3, place: { line: 6 } } });
  });

  it('is an error with its line where the code never ends, and the sandbox goes on', async () => {
    const sandbox = await openSandbox();
    await sandbox.load([
      decider(collecting.replace('if (amount === 0)', 'while (amount === 2) {} if (amount === 0)')),
      readModel(totals),
    ]);
    sandbox.readLogBy(logOf(added([1, 2])));

    const history = await sandbox.history({ ...stateOf([]), position: 2, most: 10 });
    const of = await sandbox.history({ ...documentOf('all', ['sum']), position: 2, most: 10 });

    expect(history).toMatchObject({ total: 0, changes: [], error: { name: 'TimeoutError', place: { line: 6 } } });
    expect(of).toMatchObject({ total: 2, changes: [{ after: { text: '3' } }, { after: { text: '1' } }] });
  });
});

describe('values that are followed', () => {
  it('have the same course whether they are followed from event to event or looked up at the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        amounts,
        fc.array(fc.constantFrom(...paths), { minLength: 1, maxLength: 3 }),
        async (given, of) => {
          const places = [...of.map((path) => stateOf(path)), documentOf('all', ['sum'])];
          const events = added(given);
          const live = await openCollecting([]);
          const log: typeof events = [];
          live.readLogBy(logOf(log));
          for (const [index, event] of events.entries()) {
            log.push(event);
            await live.follow({ places, head: index + 1, position: index + 1, most: 100 });
          }
          const late = await openCollecting(given);
          const asked = { places, head: given.length, position: Math.floor(given.length / 2), most: 100 };

          const [followed, lookedUp] = [await live.follow(asked), await late.follow(asked)];

          expect(followed.values).toEqual(lookedUp.values);
          for (const [index, place] of places.entries()) {
            const { position } = asked;
            const history = await late.history({ ...place, position, most: 100 });
            expect(followed.values[index]?.value).toEqual(
              history.changes[0] ? history.changes[0].after : history.start,
            );
            expect(followed.values[index]?.around).toMatchObject({
              at: history.changes[0]?.position ?? 0,
              before: history.changes[0]?.before ?? null,
            });
          }
          live.close();
          late.close();
        },
      ),
      { numRuns: 10 },
    );
  });

  it('say how often they changed, and show the course of many changes by few', async () => {
    const sandbox = await openCollecting(Array.from({ length: 2000 }, (_, index) => (index === 700 ? -300 : 1)));

    const { values } = await sandbox.follow({ places: [stateOf(['total'])], head: 2000, position: 700, most: 60 });

    const [{ total, value, kinks, around } = { total: 0, value: null, kinks: [], around: undefined }] = values;
    expect({ total, value }).toEqual({ total: 2000, value: { text: '700' } });
    expect(kinks.length).toBeLessThanOrEqual(60);
    expect(around).toEqual({ at: 700, before: { text: '699' }, previous: 699, next: 701 });
    expect(kinks).toContainEqual({ position: 700, value: { text: '700' }, number: 700 });
    expect(kinks).toContainEqual({ position: 701, value: { text: '400' }, number: 400 });
    expect(kinks.at(-1)).toMatchObject({ position: 2000, number: 1699 });
  });

  it('are told apart: one whose code is not there says so, the others go on', async () => {
    const sandbox = await openSandbox();
    await sandbox.load([decider(collecting)]);
    sandbox.readLogBy(logOf(added([1])));

    const { values } = await sandbox.follow({
      places: [documentOf('all', ['sum']), stateOf(['total'])],
      head: 1,
      position: 1,
      most: 10,
    });

    expect(values).toMatchObject([
      { total: 0, error: { message: 'Its code is not loaded.' } },
      { total: 1, value: { text: '1' } },
    ]);
  });
});
