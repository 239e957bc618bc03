import { expect, it } from 'vitest';
import { decodeTagged, type LoggedSet, type ReadLogPage } from '#sandbox';
import { counter, decider, openSandbox, readModel } from './support/sandboxes.ts';

const pageSize = 10;
/** More than a worker holds of the log: pages that came first are let go. */
const events = 700;
const padding = 'x'.repeat(100_000);

const totals = `
export const canHandle = ['Added'];
export const getDocumentId = (event: any) => \`of \${event.metadata.streamName}\`;
export const evolve = (document: any, event: any) => ({ sum: (document?.sum ?? 0) + event.data.amount });
`;

const streamAt = (position: number): string => `Counter-${position % 2}`;
const setAt = (position: number): LoggedSet => ({
  stream: streamAt(position),
  firstStreamPosition: Math.ceil(position / 2),
  firstPosition: position,
  recordedAt: '2026-01-01T00:00:00.000Z',
  ids: { kind: 'fresh', prefix: `p${position}`, firstNumber: 1 },
  events: [{ type: 'Added', data: { amount: position, padding } }],
});

/** Pages as they are stored, and which of them were asked for. */
const storedLog = (): { asked: number[]; read: ReadLogPage } => {
  const asked: number[] = [];
  const read: ReadLogPage = async (from) => {
    asked.push(from);
    const first = from - ((from - 1) % pageSize);
    const positions = Array.from({ length: pageSize }, (_, index) => first + index);
    const lastPosition = first + pageSize - 1;
    return { text: JSON.stringify(positions.map(setAt)), lastPosition, isEnd: lastPosition >= events };
  };
  return { asked, read };
};

const sumOf = (stream: string, upTo: number): number =>
  Array.from({ length: upTo }, (_, index) => index + 1)
    .filter((position) => streamAt(position) === stream)
    .reduce((sum, position) => sum + position, 0);

it('gets the pages that it needs, holds no more than fits, and answers as a plain fold does', async () => {
  const sandbox = await openSandbox();
  const { asked, read } = storedLog();
  await sandbox.load([decider(counter), readModel(totals)]);
  sandbox.readLogBy(read);

  const momentAt = (position: number, stream: string) =>
    sandbox.moment({ position, states: [{ moduleId: 'counter', stream }], readModels: ['totals'] });
  const present = await momentAt(events, 'Counter-0');
  const pagesOfOnePass = new Set(asked).size;
  const earlier = await momentAt(101, 'Counter-1');

  expect(pagesOfOnePass).toBe(events / pageSize);
  for (const [moment, position, stream] of [
    [present, events, 'Counter-0'],
    [earlier, 101, 'Counter-1'],
  ] as const) {
    const sums = ['Counter-0', 'Counter-1'].map((name) => ({
      documentId: `of ${name}`,
      document: { sum: sumOf(name, position) },
    }));
    const [state] = moment.states;
    expect(decodeTagged(state?.after ?? '')).toEqual({ total: sumOf(stream, position) });
    expect(moment.readModels[0]?.documents.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))).toEqual(sums);
  }
  // The first pages were let go, and are read again for a stream that has not been folded before.
  expect(asked.filter((from) => from === 1)).toHaveLength(2);
});

it('says how far it is, and keeps what it has done when it is to stop', async () => {
  const sandbox = await openSandbox();
  const { read } = storedLog();
  await sandbox.load([readModel(totals)]);
  sandbox.readLogBy(read);
  const leaving = new AbortController();
  const request = { position: events, states: [], readModels: ['totals'] };

  const left = sandbox.moment(request, { onProgress: () => leaving.abort(), signal: leaving.signal });
  await expect(left).rejects.toThrow();
  const { readModels } = await sandbox.moment(request);

  expect(readModels[0]?.documents).toHaveLength(2);
});

it('says so where the log does not reach', async () => {
  const sandbox = await openSandbox();
  await sandbox.load([readModel(totals)]);
  sandbox.readLogBy(async () => ({ text: '[]', lastPosition: 0, isEnd: true }));

  const { readModels } = await sandbox.moment({ position: 3, states: [], readModels: ['totals'] });

  expect(readModels[0]?.error?.message).toContain('does not have');
});
