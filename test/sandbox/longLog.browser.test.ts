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
});

it('has folded the streams of a category before it lets go of their events, and reads no page again for them', async () => {
  const sandbox = await openSandbox();
  const { asked, read } = storedLog();
  await sandbox.load([decider(counter), readModel(totals), decider(counter, 'other')]);
  sandbox.readLogBy(read);
  const stateOf = async (moduleId: string, position: number, stream: string) => {
    const states = [{ moduleId, stream }];
    const moment = await sandbox.moment({ position, states, readModels: ['totals'] });
    return decodeTagged(moment.states[0]?.after ?? '');
  };

  await stateOf('counter', events, 'Counter-0');
  asked.length = 0;

  for (const position of [3, 101, 350, 699])
    expect(await stateOf('counter', position, 'Counter-1')).toEqual({ total: sumOf('Counter-1', position) });
  expect(asked).toEqual([]);
  // A decider that was not looked at meanwhile reads the log once more.
  expect(await stateOf('other', 101, 'Counter-1')).toEqual({ total: sumOf('Counter-1', 101) });
  expect(asked).toContain(1);
});

it('tells which events made a value, and follows it, over more pages than are held', async () => {
  const sandbox = await openSandbox();
  const { read } = storedLog();
  await sandbox.load([decider(counter)]);
  sandbox.readLogBy(read);
  const place = { subject: { kind: 'state' as const, moduleId: 'counter', stream: 'Counter-1' }, path: ['total'] };

  const history = await sandbox.history({ ...place, position: events, most: 2 });
  const { values } = await sandbox.follow({ places: [place], head: events, position: events, most: 10 });

  const last = sumOf('Counter-1', events);
  expect(history.error).toBeUndefined();
  expect(history.total).toBe(events / 2);
  expect(history.changes[0]).toMatchObject({ position: events - 1, type: 'Added', after: { text: `${last}` } });
  expect(values[0]).toMatchObject({ total: events / 2, value: { text: `${last}` } });
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

it('tells the history of a value over more than it holds, as a plain fold does', async () => {
  const sandbox = await openSandbox();
  const { read } = storedLog();
  await sandbox.load([decider(counter), readModel(totals)]);
  sandbox.readLogBy(read);
  const subjects = [
    { kind: 'document', moduleId: 'totals', documentId: 'of Counter-0' } as const,
    { kind: 'state', moduleId: 'counter', stream: 'Counter-0' } as const,
  ];

  for (const subject of subjects) {
    const { total, changes, error } = await sandbox.history({ subject, path: [], position: events, most: 3 });

    expect(error).toBeUndefined();
    expect(total).toBe(events / 2);
    expect(changes.map(({ position }) => position)).toEqual([700, 698, 696]);
    expect(JSON.stringify(changes[0]?.after)).toContain(String(sumOf('Counter-0', events)));
  }
  const places = subjects.map((subject) => ({ subject, path: [] }));
  const { values } = await sandbox.follow({ places, head: events, position: 10, most: 1000 });
  expect(values.map(({ total }) => total)).toEqual([events / 2, events / 2]);
  for (const { value } of values) expect(JSON.stringify(value)).toContain(String(sumOf('Counter-0', 10)));
});

it('waits longer for whoever holds a long log, before it takes silence for an endless loop', async () => {
  const sandbox = await openSandbox();
  const last = 6_000;
  const endless = counter.replace('=> ({ total: state', '=> { while (event.data.isLast); return ({ total: state');
  await sandbox.load([decider(endless.replace('event.data.amount });', 'event.data.amount }); };'))]);
  sandbox.readLogBy(async (from) => {
    const positions = Array.from({ length: 1000 }, (_, index) => from + index);
    const small = positions.map((position) => ({
      ...setAt(position),
      events: [{ type: 'Added', data: { amount: position, isLast: position === last } }],
    }));
    return { text: JSON.stringify(small), lastPosition: from + 999, isEnd: from + 999 >= last };
  });
  const stateAt = async (position: number) => {
    const states = [{ moduleId: 'counter', stream: streamAt(position) }];
    const moment = await sandbox.moment({ position, states, readModels: [] });
    return moment.states[0];
  };

  expect((await stateAt(10))?.error).toBeUndefined();
  expect((await stateAt(last))?.error).toMatchObject({ name: 'TimeoutError', waitedMs: 6_000 });
});
