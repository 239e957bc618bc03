import { describe, expect, it } from 'vitest';
import { type FaultKind, faultKinds } from '#model';
import { faultsOf } from '#runtime';
import { plan } from '../support/policyRun.ts';
import { categoryOf, openTales, type TalePolicy, tales, twoOf } from '../support/tales.ts';

const [one, other] = twoOf('Tale');
const follow = { kind: 'follow', pace: { kind: 'full' } } as const;
const again = ['duplicate', 'lost-acknowledgement', 'delay', 'reorder'] as const;

/** Several workers, and faults on the way of events to them. */
const openWithFaults = async (
  kind: TalePolicy['kind'],
  kinds: readonly FaultKind[],
  count: 2 | 4 | 8 = 2,
  oneIn = 1,
) => {
  const run = await openTales({ kind });
  await run.controlled({ kind: 'share-out', count });
  const inject = () => run.controlled({ kind: 'inject-faults', plan: { ...plan(...kinds), oneIn } });
  await inject();
  const happened = async () =>
    ((await faultsOf(run.store, 'shared'))?.handovers ?? []).map(({ position, partition, fault, isAgain }) =>
      [partition, position, fault ?? (isAgain ? 'again' : 'delivered')].join(' '),
    );
  return { ...run, inject, happened };
};

describe('faults on the way to a policy that several workers share', () => {
  it('meet each event where one worker would meet them, in the partition that it belongs to, and have one effect', async () => {
    const { tell, takeTurn, happened, notes } = await openWithFaults('stateless', ['duplicate']);
    for (const tale of [one, other, one]) await tell(tale);
    await takeTurn();

    expect((await happened()).toSorted()).toEqual(
      ['1 1 duplicate', '1 1 again', '2 2 duplicate', '2 2 again', '1 3 duplicate', '1 3 again'].toSorted(),
    );
    expect((await notes()).toSorted()).toEqual(
      [`${one} 1`, `${other} 2`, `${one} 3`].flatMap((note) => [`${note}.1`, `${note}.2`]).toSorted(),
    );
  });

  it('crash one worker in the middle of an answer: another takes over, and sends the rest alone', async () => {
    const { session, tell, takeTurn, controlled, notes } = await openWithFaults('stateless', ['crash'], 2, 2);
    for (let told = 0; told < 8; told += 1) await tell([one, other][told % 2] ?? one);
    await takeTurn();
    for (const worker of [1, 2, 1, 2, 1, 2]) await controlled({ kind: 'revive-worker', worker });

    expect(await session.settled()).toEqual([]);
    expect((await notes()).toSorted()).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8]
        .flatMap((at) => [1, 2].map((part) => `${at % 2 ? one : other} ${at}.${part}`))
        .toSorted(),
    );
  });

  it('stop one partition at a poisoned delivery, which goes through when it is tried again', async () => {
    const { session, tell, takeTurn, controlled, notes } = await openWithFaults('stateless', ['poison']);
    for (const tale of [one, other]) await tell(tale);
    await takeTurn();
    expect(await notes()).toEqual([]);
    expect(await session.settled()).toContainEqual({ consumerId: 'shared', why: 'stopped' });

    await controlled({ kind: 'retry' });

    expect(await notes()).toHaveLength(4);
    expect(await session.settled()).toEqual([]);
  });

  it('come again in the same way, and nothing is sent again', async () => {
    const { tell, takeTurn, inject, happened, notes } = await openWithFaults('stateless', again, 4, 2);
    for (const tale of [...tales, ...tales, ...tales, ...tales]) {
      await tell(tale);
      await takeTurn();
    }
    const [once, noted] = [await happened(), await notes()];
    expect(once.length).toBeGreaterThan(10);

    await inject();

    expect(await happened()).toEqual(once);
    expect(await notes()).toEqual(noted);
  });

  it('go on by the same plan where it is shared out anew: nothing is lost, and nothing is sent twice', async () => {
    const { tell, takeTurn, controlled, notes } = await openWithFaults('stateless', again, 2, 2);
    for (const count of [4, 1, 8] as const) {
      for (const tale of tales) await tell(tale);
      await takeTurn();
      await controlled({ kind: 'share-out', count });
    }
    await controlled({ kind: 'stop-faults' });

    expect(new Set(await notes()).size).toBe(30);
    expect(await notes()).toHaveLength(30);
  });

  it.each([
    [8, 4],
    [8, 2],
  ] as const)('reach each event where another tab shares it out anew meanwhile, %i to %i', async (before, after) => {
    const run = await openWithFaults('stateless', ['delay'], before, 1_000_000);
    const { session } = await run.openOtherTab();
    const many = Array.from({ length: 16 }, (_, index) => `${index}`);
    for (const tale of many) await run.tell(tale);
    run.whileAsked('shared', () => session.controlPolicy('shared', { kind: 'share-out', count: after }));
    await run.takeTurn();

    expect((await run.notes()).toSorted()).toEqual(
      many.flatMap((tale, index) => [1, 2].map((part) => `${tale} ${index + 1}.${part}`)).toSorted(),
    );
  });

  it('meet messages whose time has come in the partition of their workflow', async () => {
    const [story, another] = twoOf(categoryOf('shared'));
    const { session, tell, takeTurn, inject, happened, notes } = await openWithFaults('process', ['duplicate']);
    for (const of of [story, another]) {
      await tell(one, { story: of });
      await takeTurn();
    }
    const wound = session.windClock('2026-03-02T10:00:00.000Z');
    await takeTurn();
    await wound;
    const once = await happened();
    // What was told, the message, and what is sent for each: twice, in each partition.
    for (const number of [1, 2]) expect(once.filter((words) => words.startsWith(`${number} `))).toHaveLength(8);
    expect(await notes()).toHaveLength(4);

    await inject();

    expect(await happened()).toEqual(once);
    expect(await notes()).toHaveLength(4);
  });

  it('wait while it is paused, and come worker by worker where that is asked for', async () => {
    const { tell, takeTurn, controlled, happened } = await openWithFaults('stateless', ['duplicate']);
    await controlled({ kind: 'follow', pace: { kind: 'paused' } });
    for (const tale of [one, other]) await tell(tale);
    await takeTurn();
    expect(await happened()).toEqual([]);

    await controlled({ kind: 'step', worker: 2 });
    expect(await happened()).toEqual(['2 2 duplicate']);
    await controlled(follow);
    expect(await happened()).toHaveLength(4);
  });
});

describe('an event that a policy with faults breaks at, and that is left out', () => {
  const stops = async ({ session }: Awaited<ReturnType<typeof openWithFaults>>) =>
    (await session.settled()).filter(({ consumerId, why }) => consumerId === 'shared' && why === 'stopped');

  it('does not come the second time either', async () => {
    const run = await openWithFaults('stateless', ['duplicate']);
    await run.tell(one, { poison: true });
    await run.tell(one);
    await run.takeTurn();
    expect(await stops(run)).toHaveLength(1);

    await run.controlled({ kind: 'skip' });

    expect(await stops(run)).toEqual([]);
    expect(await run.notes()).toEqual([`${one} 2.1`, `${one} 2.2`]);
  });

  it('is left out once where two tabs say so: what comes next does come', async () => {
    const run = await openWithFaults('stateless', ['duplicate']);
    const { session } = await run.openOtherTab();
    await run.tell(one, { poison: true });
    await run.tell(one);
    await run.takeTurn();
    const skips = [run.session, session].map((tab) => tab.controlPolicy('shared', { kind: 'skip' }));

    const outcomes = await Promise.allSettled(skips);
    await run.takeTurn();

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: 'It has not stopped: there is no event to leave out.' },
    });
    expect(await run.notes()).toEqual([`${one} 2.1`, `${one} 2.2`]);
  });

  it.each([{ kind: 'stop-faults' }, { kind: 'share-out', count: 4 }] as const)(
    'does not come again where an earlier one that was held back still comes, by $kind',
    async (how) => {
      const run = await openTales({ kind: 'stateless' });
      // By this seed the first event is held back until after the second.
      const held = { ...plan('delay'), seed: 3, oneIn: 2 };
      await run.controlled({ kind: 'inject-faults', plan: held });
      await run.tell(one);
      await run.tell(other, { poison: true });
      await run.takeTurn();
      await run.controlled({ kind: 'skip' });
      expect(await run.notes()).toEqual([]);

      await run.controlled(how);
      await run.controlled({ kind: 'stop-faults' });

      expect((await run.session.settled()).map(({ consumerId }) => consumerId)).toEqual(['alone']);
      expect(await run.notes()).toEqual([`${one} 1.1`, `${one} 1.2`]);
    },
  );
});

describe('faults of every kind', () => {
  it('are dealt with by several workers, and in the end each has been answered once', async () => {
    const { session, tell, takeTurn, controlled, notes } = await openWithFaults('process', faultKinds, 4, 2);
    for (const tale of [...tales, ...tales]) await tell(tale, { story: tale });
    await takeTurn();
    for (let round = 0; (await session.settled()).length > 0 && round < 40; round += 1) {
      await controlled({ kind: 'retry' });
      for (const worker of [1, 2, 3, 4]) await controlled({ kind: 'revive-worker', worker });
      if ((await session.settled()).every(({ why }) => why === 'faults')) await controlled({ kind: 'stop-faults' });
    }

    expect((await notes()).filter((note) => note.endsWith('.1')).toSorted()).toEqual(
      [...tales, ...tales].map((story, index) => `${story} ${index + 1}.1`).toSorted(),
    );
  });
});
