import { describe, expect, it } from 'vitest';
import { changeLife } from '../../../src/runtime/lifeCycle.ts';
import { categoryOf, following, type Noted, openTales, type TalePolicy, taleProgram, twoOf } from '../support/tales.ts';

const [one, other] = twoOf('Tale');

const openTwo = async (kind: TalePolicy['kind'] = 'stateless', code?: string) => {
  const run = await openTales({ kind, ...(code === undefined ? {} : { code }) });
  await run.controlled({ kind: 'share-out', count: 2 });
  await run.controlled({ kind: 'follow', pace: { kind: 'paused' } });
  return run;
};

const follow = { kind: 'follow', pace: { kind: 'full' } } as const;

describe('a policy that several workers share', () => {
  it('answers the events of one stream in their order, and those of two streams as the workers get to them', async () => {
    const { tell, controlled, notes } = await openTwo();
    for (const tale of [one, other, one, other]) await tell(tale);
    await controlled({ kind: 'step', worker: 2 });
    await controlled({ kind: 'step', worker: 2 });
    expect(await notes()).toEqual([`${other} 2.1`, `${other} 2.2`, `${other} 4.1`, `${other} 4.2`]);

    await controlled(follow);

    expect((await notes()).slice(4)).toEqual([`${one} 1.1`, `${one} 1.2`, `${one} 3.1`, `${one} 3.2`]);
  });

  it('has its workers take turns while all of them live', async () => {
    const { tell, controlled, notes } = await openTwo();
    for (const tale of [one, one, other]) await tell(tale);

    await controlled(follow);

    expect((await notes()).filter((note) => note.endsWith('.1'))).toEqual([`${one} 1.1`, `${other} 3.1`, `${one} 2.1`]);
  });

  it('sends the rest of an answer in whose middle a worker died, from the one that takes over, and nothing twice', async () => {
    const { tell, controlled, notes } = await openTwo();
    for (const tale of [one, other, one]) await tell(tale);

    await controlled({ kind: 'kill-worker', worker: 1 });
    expect(await notes()).toEqual([`${one} 1.1`]);
    await controlled(follow);

    const all = await notes();
    expect(all.filter((note) => note.startsWith(`${one} `))).toEqual([1.1, 1.2, 3.1, 3.2].map((at) => `${one} ${at}`));
    expect(all).toHaveLength(6);
  });

  it('does what another tab asks for while it does what was asked before, also where that was taken back', async () => {
    const { store, tell, control, takeTurn, notes } = await openTwo();
    for (const tale of [one, other]) await tell(tale);
    await control({ kind: 'step', worker: 1 });
    const meanwhile = store.subscribe({ from: 3 }, async (events) => {
      if (!events.some(({ data }) => (data as Noted).id === `shared-${one}`)) return;
      meanwhile.close();
      await changeLife(store, 'shared', (life) => ({ ...life, asked: [{ id: 'later', kind: 'step', worker: 2 }] }));
    });
    await takeTurn();

    expect(await notes()).toEqual([`${one} 1.1`, `${one} 1.2`, `${other} 2.1`, `${other} 2.2`]);
  });

  it('waits where all workers were killed, and goes on once one is back', async () => {
    const { session, tell, controlled, takeTurn, notes } = await openTwo();
    await controlled(follow);
    for (const worker of [1, 2]) await controlled({ kind: 'kill-worker', worker });
    await tell(one);
    await takeTurn();
    expect(await notes()).toEqual([]);
    expect(await session.settled()).toEqual([{ consumerId: 'shared', why: 'all-killed' }]);

    await controlled({ kind: 'revive-worker', worker: 2 });

    expect(await notes()).toEqual([`${one} 1.1`, `${one} 1.2`]);
  });

  it('loses and repeats nothing where it is shared out anew while events wait', async () => {
    const { session, tell, controlled, notes } = await openTwo();
    for (const tale of [one, other, one, other]) await tell(tale);
    await controlled({ kind: 'step', worker: 2 });
    expect(await session.settled()).toContainEqual({ consumerId: 'shared', why: 'paused' });

    for (const count of [8, 4, 1] as const) {
      await controlled({ kind: 'share-out', count });
      await controlled({ kind: 'step' });
    }
    await controlled(follow);

    expect((await notes()).toSorted()).toEqual(
      [`${one} 1`, `${other} 2`, `${one} 3`, `${other} 4`].flatMap((note) => [`${note}.1`, `${note}.2`]).toSorted(),
    );
  });

  it('goes on in other partitions where one breaks, which tries once more, or never hears of the event', async () => {
    const { session, tell, control, controlled, takeTurn, notes } = await openTwo();
    await controlled(follow);
    await tell(one, { poison: true });
    for (const tale of [other, one]) await tell(tale);
    await takeTurn();
    expect(await notes()).toEqual([`${other} 2.1`, `${other} 2.2`]);
    expect(await session.settled()).toContainEqual({ consumerId: 'shared', why: 'stopped' });
    await controlled({ kind: 'retry' });
    expect(await notes()).toHaveLength(2);

    await controlled({ kind: 'skip' });

    expect((await notes()).slice(2)).toEqual([`${one} 3.1`, `${one} 3.2`]);
    await expect(control({ kind: 'skip' })).rejects.toThrow('It has not stopped');
  });

  it('never hears of an event that was skipped, however it is shared out afterwards', async () => {
    const { session, tell, controlled, takeTurn, notes } = await openTwo();
    await tell(other);
    await tell(one, { poison: true });
    await controlled({ kind: 'step', worker: 1 });
    await controlled({ kind: 'skip' });

    for (const count of [4, 1] as const) await controlled({ kind: 'share-out', count });
    await controlled(follow);
    await tell(one);
    await takeTurn();

    expect(await notes()).toEqual([`${other} 1.1`, `${other} 1.2`, `${one} 3.1`, `${one} 3.2`]);
    expect(await session.settled()).toContainEqual({ consumerId: 'alone', why: 'stopped' });
    expect(await session.settled()).toHaveLength(1);
  });

  it('goes on with one worker where it broke with one before, once the event was skipped by several', async () => {
    const { session, tell, controlled, takeTurn, notes } = await openTwo();
    await controlled({ kind: 'share-out', count: 1 });
    await controlled(follow);
    await tell(one, { poison: true });
    await takeTurn();
    for (const how of [{ kind: 'share-out', count: 2 }, { kind: 'skip' }, { kind: 'share-out', count: 1 }] as const)
      await controlled(how);
    await tell(one);
    await takeTurn();

    expect(await notes()).toEqual([`${one} 2.1`, `${one} 2.2`]);
    expect((await session.settled()).filter(({ consumerId }) => consumerId === 'shared')).toEqual([]);
  });

  it('tries once more with other code where a partition stopped', async () => {
    const { session, tell, controlled, takeTurn, notes } = await openTwo();
    await controlled(follow);
    await tell(one, { poison: true });
    await takeTurn();

    const code = `export const react = ({ data: { id, at } }) => ({ type: 'Note', data: { id: 'shared-' + id, at, part: 1 } });`;
    await session.useProgram(taleProgram({ kind: 'stateless', code }));
    await takeTurn();

    expect(await notes()).toEqual([`${one} 1.1`]);
  });

  it('starts at the end of the log once it is switched on again, in all of its partitions', async () => {
    const { session, tell, controlled, takeTurn, notes } = await openTwo();
    await tell(one);
    const program = taleProgram({ kind: 'stateless' });
    const policies = program.policies.map((policy) => ({ ...policy, isOn: false }));
    await session.useProgram({ ...program, policies });
    await tell(other);
    await session.useProgram(program);
    await controlled(follow);
    await tell(one);
    await takeTurn();

    expect(await notes()).toEqual([`${one} 3.1`, `${one} 3.2`]);
  });
});

it('is not put back to what came while it was switched off, where another tab switches it while it answers', async () => {
  const { session, tell, takeTurn, notes, whileAsked, openOtherTab } = await openTales({ kind: 'stateless' });
  const program = taleProgram({ kind: 'stateless' });
  const otherTab = (await openOtherTab()).session;
  await tell(one);
  whileAsked('shared', async () => {
    await otherTab.useProgram({ ...program, policies: program.policies.map((policy) => ({ ...policy, isOn: false })) });
    await tell(other);
    await otherTab.useProgram(program);
  });
  await takeTurn();

  expect(await notes()).toEqual([`${one} 1.1`, `${one} 1.2`]);
  expect(await session.settled()).toEqual([]);
});

describe('a process manager that several workers share', () => {
  const [story, another] = twoOf(categoryOf('shared'));

  it('has all that one workflow is handed in one partition, whichever streams it comes from', async () => {
    const { tell, controlled, eventsOf } = await openTwo('process');
    for (const [tale, of] of [
      [one, story],
      [other, story],
      [one, another],
    ] as const)
      await tell(tale, { story: of });

    await controlled({ kind: 'step', worker: 1 });
    await controlled({ kind: 'step', worker: 1 });
    await controlled({ kind: 'step', worker: 1 });

    const received = (await eventsOf('received:Told')).filter(({ metadata }) =>
      metadata.streamName.startsWith(categoryOf('shared')),
    );
    expect(received.map(({ data, metadata }) => [metadata.streamName, data])).toEqual([
      [`${categoryOf('shared')}-${story}`, { id: one, at: 1, story }],
      [`${categoryOf('shared')}-${story}`, { id: other, at: 2, story }],
    ]);
  });

  it('has a message whose time has come wait for the worker of its workflow, and is handed it once', async () => {
    const { session, tell, controlled, takeTurn, notes } = await openTwo('process');
    await controlled(follow);
    await tell(one, { story });
    await takeTurn();
    for (const worker of [1, 2]) await controlled({ kind: 'kill-worker', worker });
    const wound = session.windClock('2026-03-02T10:00:00.000Z');
    await takeTurn();
    await wound;
    expect(await notes()).toEqual([`${story} 1.1`]);
    expect(await session.settled()).toEqual([{ consumerId: 'shared', why: 'all-killed' }]);

    await controlled({ kind: 'revive-worker', worker: 2 });

    expect(await notes()).toEqual([`${story} 1.1`, `${story} 1.2`]);
  });

  it('stops one partition at a message that it breaks at, while others go on, and never gets it once it is skipped', async () => {
    const breaking = `if (input.type === 'Remind' && story === '${story}') throw new Error('Not this one.');`;
    const code = following('shared').replace('const note =', `${breaking} const note =`);
    const { session, tell, controlled, takeTurn, notes } = await openTwo('process', code);
    await controlled(follow);
    for (const of of [story, another]) await tell(one, { story: of });
    await takeTurn();
    const wound = session.windClock('2026-03-02T10:00:00.000Z');
    await takeTurn();
    await wound;
    expect((await notes()).toSorted()).toEqual([`${story} 1.1`, `${another} 2.1`, `${another} 2.2`].toSorted());
    expect(await session.settled()).toContainEqual({ consumerId: 'shared', why: 'stopped' });

    await controlled({ kind: 'skip' });

    expect(await session.settled()).toEqual([]);
    expect(await notes()).toHaveLength(3);
  });

  it('asks once which workflow an event goes to, however many workers share it', async () => {
    const { tell, controlled, takeTurn, timesAddressed } = await openTwo('process');
    await controlled({ kind: 'share-out', count: 8 });
    await controlled(follow);
    for (const of of [story, another, story]) await tell(one, { story: of });
    await takeTurn();

    // Each event once more as it is handed over, and that of the one worker beside.
    expect(timesAddressed()).toBe(3 + 3 + 3);
  });

  it('stops in all partitions where nobody can tell which workflow an event goes to, and skips it in all of them', async () => {
    const { tell, controlled, takeTurn, notes } = await openTwo('process');
    await controlled(follow);
    await tell(one, { poison: true });
    for (const of of [story, another]) await tell(other, { story: of });
    await takeTurn();
    expect(await notes()).toEqual([]);

    await controlled({ kind: 'skip' });

    expect((await notes()).filter((note) => note.endsWith('.1'))).toEqual([`${story} 2.1`, `${another} 3.1`]);
  });
});
