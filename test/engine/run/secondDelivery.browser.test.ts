import { describe, expect, it, onTestFinished } from 'vitest';
import { openMemoryStore } from '#event-store';
import { createSandbox, openFrameHost } from '#sandbox';
import { readHistory } from '../../../src/engine/run/history.ts';
import { openRunSession } from '../../../src/engine/run/runSession.ts';
import { openTill, takeAmount, tillProgram } from '../support/till.ts';

const closeAtOnce = {
  id: 'close-at-once',
  hears: ['AmountTaken'],
  code: `export const react = (event) => ({ type: 'CloseTill', data: { tillId: event.data.tillId } });`,
};

/** A run on a store in memory whose checkpoints the test can turn back, as a crash before they are kept does. */
const openTestRun = async () => {
  const store = await openMemoryStore(crypto.randomUUID());
  const turn = new AbortController();
  const session = await openRunSession({
    runId: 'run',
    store,
    sandbox: createSandbox(await openFrameHost()),
    lastWorking: [],
    keepWorking: async () => undefined,
    notify: () => undefined,
    tell: () => undefined,
    takeTurns: (work) => {
      const done = work(turn.signal);
      return {
        handOn: () => turn.abort(),
        close: () => {
          turn.abort();
          return done;
        },
      };
    },
  });
  onTestFinished(() => session.close());
  const send = ({ type, data }: { type: string; data: { tillId: string } }) =>
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
  return { store, session, send };
};

describe('an event that is delivered twice', () => {
  it('makes a policy send nothing new: the second commands answer what came of the first', async () => {
    const { store, session, send } = await openTestRun();
    await session.useProgram(tillProgram({ policies: [closeAtOnce] }));
    await send(openTill('1'));
    await send(takeAmount('1', 500));
    await session.settled();
    const before = await readHistory(store);

    await store.storeDocuments([], { checkpoints: [{ consumer: 'policy/close-at-once', position: 0 }] });
    await session.settled();

    expect(await store.checkpoint('policy/close-at-once')).toBe(4);
    expect(await readHistory(store)).toEqual(before);
  });

  it('is the same for an asynchronous read model that starts over', async () => {
    const { session, send } = await openTestRun();
    await session.useProgram(tillProgram());
    await send(openTill('1'));
    await send(takeAmount('1', 500));
    await session.settled();
    const { readModels: before } = await session.moment(2, []);

    await session.rebuild('journal', 0);
    await session.settled();

    expect((await session.moment(2, [])).readModels).toEqual(before);
  });
});
