import { expect, it } from 'vitest';
import type { EventStore, Json } from '#event-store';
import { openTestRun } from '../support/openTestRun.ts';
import { journalCode, openTillsCode, tillProgram } from '../support/till.ts';

const events = 5_200;
const tills = 3;

/** A till is opened, then takes 1, and 1, and 1. */
const fill = async (store: EventStore, last: object = { amount: 1 }): Promise<void> => {
  const amounts = Math.floor(events / tills) - 1;
  for (let till = 1; till <= tills; till += 1) {
    const tillId = `${till}`;
    const taken = Array.from({ length: amounts }, (_, n) => ({
      type: 'AmountTaken',
      data: { tillId, ...(till === tills && n === amounts - 1 ? last : { amount: 1 }) },
    }));
    await store.appendToStream(`Till-${till}`, [{ type: 'TillOpened', data: { tillId, at: 'noon' } }, ...taken]);
  }
};

const takenOf = (documents: { documentId: string; document: Json }[]) =>
  Object.fromEntries(documents.map(({ documentId, document }) => [documentId, (document as { taken: number }).taken]));

const countingTills = openTillsCode.replace(
  'amounts: [...document.amounts, event.data.amount]',
  'amounts: [event.data.amount]',
);
const carefulTills = countingTills.replace(
  "case 'AmountTaken':",
  "case 'AmountTaken':\n      if (event.data.amount > 1) throw new Error('too much');",
);

/** Its journal grows with every event, which is not what these are about. */
const programWith = (openTills: string) =>
  tillProgram({ openTills, journal: journalCode.replace(/canHandle = .*/, 'canHandle = [];') });

const stored = async (code: string, last?: object) => {
  const { store, session, takeTurn } = await openTestRun();
  await fill(store, last);
  await session.useProgram(programWith(code));
  const head = await store.lastPosition();
  const { readModels } = await session.moment({ position: head, streams: [] });
  const documents = readModels.find(({ moduleId }) => moduleId === 'open-tills')?.documents ?? [];
  return { session, takeTurn, head, documents, perTill: head / tills - 1 };
};

it('brings a read model up to date with a long history, as event by event would', async () => {
  const { documents, perTill } = await stored(countingTills);

  expect(takenOf(documents)).toEqual({ 1: perTill, 2: perTill, 3: perTill });
});

it('counts each event of a long history once where several workers share it', async () => {
  const { store, session, takeTurn } = await openTestRun();
  await fill(store);
  const journal = `
export const canHandle = ['TillOpened', 'AmountTaken'];
export const getDocumentId = (event) => event.metadata.streamName;
export const evolve = (document) => ({ taken: (document?.taken ?? 0) + 1 });
`;
  await session.useProgram(tillProgram({ openTills: countingTills, journal }));
  await session.control('journal', { kind: 'share-out', count: 4, by: 'stream' });
  await takeTurn();

  const head = await store.lastPosition();
  const { readModels } = await session.moment({ position: head, streams: [] });
  const documents = readModels.find(({ moduleId }) => moduleId === 'journal')?.documents ?? [];
  expect(takenOf(documents)).toEqual({ 'Till-1': head / tills, 'Till-2': head / tills, 'Till-3': head / tills });
});

it('stops before the event of a long history that the code breaks at, and goes on when it is mended', async () => {
  const { session, head, documents, perTill } = await stored(carefulTills, { amount: 5 });
  expect(takenOf(documents)).toEqual({ 1: perTill, 2: perTill, 3: perTill - 1 });

  await session.useProgram(programWith(countingTills));
  const { readModels } = await session.moment({ position: head, streams: [] });

  const mended = readModels.find(({ moduleId }) => moduleId === 'open-tills')?.documents ?? [];
  expect(takenOf(mended)).toEqual({ 1: perTill, 2: perTill, 3: perTill - 1 + 5 });
});

it('rebuilds over a long history in steps, and leaves what is stored where it is stopped', async () => {
  const { session, head } = await stored(countingTills);

  await session.rebuild('open-tills', 0);
  const stopped = session.rebuild('open-tills', 50);
  session.stopRebuild();
  await stopped;

  const { readModels } = await session.moment({ position: head, streams: [] });
  expect(Object.keys(takenOf(readModels.find(({ moduleId }) => moduleId === 'open-tills')?.documents ?? []))).toEqual([
    '1',
    '2',
    '3',
  ]);
});

it('leaves a look that gives way for a newer one, and no other', async () => {
  const { session, head } = await stored(countingTills);

  const [old, other] = [true, false].map((givesWay) => session.moment({ position: head, streams: [], givesWay }));
  session.giveWay();
  const newer = session.moment({ position: 3, streams: ['Till-1'], givesWay: true });

  await expect(old).rejects.toMatchObject({ name: 'AbortError' });
  expect(await other).toMatchObject({ position: head });
  expect(await newer).toMatchObject({ position: 3, states: [{ version: 3 }] });
});

it('shows what changed code makes of a long history while it is still to be stored, and stores the same', async () => {
  const { session, takeTurn, head } = await stored(countingTills);
  const doubled = (code: string): string => code.replace('document.taken + event', 'document.taken + 2 * event');
  const takenNow = async () => {
    const { readModels } = await session.moment({ position: head, streams: [] });
    return takenOf(readModels.find(({ moduleId }) => moduleId === 'open-tills')?.documents ?? []);
  };
  expect(doubled(countingTills)).not.toBe(countingTills);

  // The first of them is given up for the second.
  const both = [session.useProgram(programWith(carefulTills)), session.useProgram(programWith(doubled(countingTills)))];
  await Promise.all(both);
  const shown = await takenNow();
  await takeTurn();

  const twice = 2 * (head / tills - 1);
  expect(shown).toEqual({ 1: twice, 2: twice, 3: twice });
  expect(await takenNow()).toEqual(shown);
});
