import { describe, expect, it } from 'vitest';
import { readHistory } from '../../support/readHistory.ts';
import { openTestRun } from '../support/openTestRun.ts';
import { openTill, takeAmount, tillProgram } from '../support/till.ts';

const closeAtOnce = {
  id: 'close-at-once',
  hears: ['AmountTaken'],
  code: `export const react = (event) => ({ type: 'CloseTill', data: { tillId: event.data.tillId } });`,
};

type TestRun = Awaited<ReturnType<typeof openTestRun>>;

const send = ({ session }: TestRun, { type, data }: { type: string; data: { tillId: string } }) =>
  session.send({
    commandId: crypto.randomUUID(),
    type,
    data,
    metadata: {},
    origin: { kind: 'person' },
    correlationId: 'start',
    ...session.addressOf({ type, data }),
    expectation: 'latest',
  });

describe('an event that is delivered twice', () => {
  it('makes a policy send nothing new: its commands answer what came of them before', async () => {
    const run = await openTestRun();
    const { store, session, takeTurn } = run;
    await session.useProgram(tillProgram({ policies: [closeAtOnce] }));
    await send(run, openTill('1'));
    await send(run, takeAmount('1', 500));
    await takeTurn();
    const before = await readHistory(store);

    // As a crash does between the command and the checkpoint.
    await store.storeDocuments([], { checkpoints: [{ consumer: 'policy/close-at-once', position: 0 }] });
    await takeTurn();

    expect(await store.checkpoint('policy/close-at-once')).toBe(4);
    expect(await readHistory(store)).toEqual(before);
  });
});
