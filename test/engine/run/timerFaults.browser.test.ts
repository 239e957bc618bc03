import { describe, expect, it } from 'vitest';
import { closingTime } from '../support/closingTime.ts';
import { openRunWith, plan } from '../support/policyRun.ts';
import { openTill, takeAmount } from '../support/till.ts';

/** Tills that each have a warning scheduled for 25 minutes later, and their closing for 30. */
const openProcess = async (...tills: string[]) => {
  const run = await openRunWith(closingTime);
  await run.send(...tills.map(openTill));
  const windTo = async (time: string): Promise<void> => {
    const wound = run.session.windClock(`2026-03-02T${time}:00.000Z`);
    await run.takeTurn();
    await wound;
  };
  const timesOf = async (type: string) => (await run.typesIn()).filter((one) => one === type).length;
  return { ...run, windTo, timesOf };
};

describe('faults on the way of scheduled messages to their process manager', () => {
  it('that bring one twice have one effect: the second is answered by the first outcome', async () => {
    const { control, windTo, timesOf, happened } = await openProcess('1');
    await control({ kind: 'inject-faults', plan: plan('duplicate', 'lost-acknowledgement') });

    await windTo('09:29');

    expect(await happened()).toEqual([
      expect.stringMatching(/^6 (duplicate|lost-acknowledgement) 1 0$/),
      '6 again 0 1',
    ]);
    expect([await timesOf('due:WarnCashier'), await timesOf('CashierWarned')]).toEqual([1, 1]);
  });

  it('crash it: what is due meanwhile waits, and comes once it is started again', async () => {
    const { control, takeTurn, windTo, timesOf, happened, session } = await openProcess('1');
    await control({ kind: 'inject-faults', plan: plan('crash') });

    await windTo('10:00');
    expect(await happened()).toEqual(['6 crash 1 0']);
    expect(await timesOf('sent:CloseTill')).toBe(0);
    const settled = session.settled();
    await takeTurn();
    expect(await settled).toMatchObject([{ consumerId: closingTime.id, why: 'crashed' }]);

    await control({ kind: 'restart' });
    await takeTurn();

    expect((await happened())?.slice(0, 3)).toEqual(['6 crash 1 0', '6 again 0 1', '5 crash 1 0']);
    expect([await timesOf('CashierWarned'), await timesOf('sent:CloseTill')]).toEqual([1, 1]);
  });

  it('hold one back until others have gone by; once they are off it comes by itself', async () => {
    const { control, takeTurn, windTo, timesOf } = await openProcess('1');
    await control({ kind: 'inject-faults', plan: plan('delay') });
    await windTo('10:00');
    expect(await timesOf('due:WarnCashier')).toBe(0);

    await control({ kind: 'stop-faults' });
    await takeTurn();

    expect([await timesOf('due:WarnCashier'), await timesOf('TillClosed')]).toEqual([1, 1]);
  });

  it('stop it at a poisoned one, which never comes where it is skipped', async () => {
    const { control, takeTurn, windTo, timesOf } = await openProcess('1');
    await control({ kind: 'inject-faults', plan: plan('poison') });
    await windTo('09:29');
    expect(await timesOf('due:WarnCashier')).toBe(0);

    await control({ kind: 'skip' });
    await control({ kind: 'stop-faults' });
    await takeTurn();
    await windTo('10:00');

    expect([await timesOf('due:WarnCashier'), await timesOf('TillClosed')]).toEqual([0, 1]);
  });

  it.each([1, 2, 3, 5, 8])('happen again in the same way, and nothing is sent again (seed %i)', async (seed) => {
    const mixed = { ...plan('duplicate', 'delay', 'reorder', 'lost-acknowledgement'), seed, oneIn: 2 };
    const { control, takeTurn, send, windTo, typesIn, happened } = await openProcess('1', '2');
    await control({ kind: 'inject-faults', plan: { ...mixed, isWithinStreams: seed % 2 === 0 } });
    await windTo('09:20');
    await send(takeAmount('2', 5));
    await windTo('09:28');
    await send(openTill('3'));
    await windTo('10:30');
    const [once, types] = [await happened(), await typesIn()];
    expect(once?.length).toBeGreaterThan(4);

    await control({ kind: 'inject-faults', plan: { ...mixed, isWithinStreams: seed % 2 === 0 } });
    await takeTurn();

    const placesOf = (all: string[] | undefined) => all?.map((words) => words.replace(/ \d+ \d+$/, ''));
    expect(placesOf(await happened())).toEqual(placesOf(once));
    expect(await typesIn()).toEqual(types);
  });
});
