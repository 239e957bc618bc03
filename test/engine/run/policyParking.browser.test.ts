import { describe, expect, it } from 'vitest';
import { leftOutOfPolicy } from '#runtime';
import { openTestRun } from '../support/openTestRun.ts';
import { openTales, passingOn, type TalePolicy, taleProgram, twoOf } from '../support/tales.ts';

const [one, other] = twoOf('Tale');

const mended = passingOn('shared').replace(`if (event.data.poison) throw new Error('This event is poison.');`, '');

/** It has been told two tales, and breaks at the first one. */
const openBroken = async (count: 1 | 2) => {
  const run = await openTales({ kind: 'stateless' });
  await run.controlled({ kind: 'share-out', count });
  await run.tell(one, { poison: true });
  await run.tell(other);
  await run.tell(one);
  await run.takeTurn();
  const mend = async () => {
    const policy: TalePolicy = { kind: 'stateless', code: mended };
    await run.session.useProgram(taleProgram(policy));
    await run.takeTurn();
  };
  const leftOut = async () =>
    (await leftOutOfPolicy(run.store, 'shared')).map(({ position, how, error }) => [position, how, error?.message]);
  return { ...run, mend, leftOut };
};

const withoutPoison = [`${one} 3.1`, `${one} 3.2`, `${other} 2.1`, `${other} 2.2`].toSorted();
const poisoned = [`${one} 1.1`, `${one} 1.2`];

describe.each([1, 2] as const)('a policy with %i of its workers, that breaks at an event', (count) => {
  it('waits there, for every tab and the next visit, and tries once more where it is told to', async () => {
    const { session, controlled, notes } = await openBroken(count);
    expect(await notes()).not.toContain(`${one} 3.1`);
    expect(await session.settled()).toContainEqual({ consumerId: 'shared', why: 'stopped' });

    await controlled({ kind: 'retry' });

    expect(await session.settled()).toContainEqual({ consumerId: 'shared', why: 'stopped' });
  });

  it('does not come back to where it stopped once its code changes, and is as it was again', async () => {
    const { session, tell, mend, takeTurn, notes } = await openBroken(count);
    await mend();
    expect(await notes()).toHaveLength(6);

    await session.useProgram(taleProgram({ kind: 'stateless' }));
    await tell(one);
    await takeTurn();

    expect((await notes()).slice(6)).toEqual([`${one} 4.1`, `${one} 4.2`]);
    expect(await session.settled()).toEqual([{ consumerId: 'alone', why: 'stopped' }]);
  });

  it('does not come back to where it stopped where its code changed while another run was open', async () => {
    const { storeName, tell, notes } = await openBroken(count);
    const { session, takeTurn } = await openTestRun(storeName);
    await session.useProgram(taleProgram({ kind: 'stateless', code: mended }));
    await takeTurn();
    await session.useProgram(taleProgram({ kind: 'stateless' }));
    await tell(one);
    await takeTurn();

    expect((await notes()).slice(6)).toEqual([`${one} 4.1`, `${one} 4.2`]);
    expect(await session.settled()).toEqual([{ consumerId: 'alone', why: 'stopped' }]);
  });

  it('goes on without it where it is parked, and answers it once it is replayed on mended code', async () => {
    const { controlled, mend, leftOut, notes } = await openBroken(count);
    await controlled({ kind: 'park' });
    expect((await notes()).toSorted()).toEqual(withoutPoison);
    expect(await leftOut()).toEqual([[1, 'parked', 'This event is poison.']]);
    await mend();

    await controlled({ kind: 'replay-parked', position: 1 });

    expect((await notes()).slice(4)).toEqual(poisoned);
    expect(await leftOut()).toEqual([]);
  });

  it('keeps what is parked where the code breaks at it again, and never gets what was skipped', async () => {
    const { control, controlled, mend, leftOut, notes } = await openBroken(count);
    await controlled({ kind: 'park' });
    await controlled({ kind: 'replay-parked', position: 1 });
    expect(await leftOut()).toEqual([[1, 'parked', 'This event is poison.']]);
    expect((await notes()).toSorted()).toEqual(withoutPoison);

    await mend();
    await controlled({ kind: 'share-out', count: 4 });
    await expect(control({ kind: 'replay-parked', position: 2 })).rejects.toThrow('not parked');
    await expect(control({ kind: 'park' })).rejects.toThrow('It has not stopped');
    expect((await notes()).toSorted()).toEqual(withoutPoison);
  });
});
