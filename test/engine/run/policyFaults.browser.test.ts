import { describe, expect, it } from 'vitest';
import { closingTime } from '../support/closingTime.ts';
import { openRunWith, plan } from '../support/policyRun.ts';
import { closeTill, openTill, takeAmount } from '../support/till.ts';

const closeAtOnce = {
  id: 'policy',
  hears: ['AmountTaken'],
  code: `export const react = (event) => ({ type: 'CloseTill', data: { tillId: event.data.tillId } });`,
};

/** Two commands for each event. */
const openTwo = {
  id: 'policy',
  hears: ['TillClosed'],
  code: `export const react = (event) => ['a', 'b'].map((end) => ({ type: 'OpenTill', data: { tillId: event.data.tillId + end } }));`,
};

describe('faults on the way to a policy', () => {
  it('that bring an event twice have one effect: the second delivery is answered by the first outcome', async () => {
    const { send, control, typesIn, happened } = await openRunWith(closeAtOnce);
    await send(openTill('1'));
    await control({ kind: 'inject-faults', plan: plan('duplicate', 'lost-acknowledgement') });
    await send(takeAmount('1', 5));

    expect(await typesIn()).toEqual(['TillOpened', 'AmountTaken', 'TillCounted', 'TillClosed']);
    expect(await happened()).toEqual([
      expect.stringMatching(/^2 (duplicate|lost-acknowledgement) 1 0$/),
      '2 again 0 1',
    ]);
  });

  it('come again in the same way, and nothing is sent again', async () => {
    const { send, control, typesIn, happened, takeTurn } = await openRunWith(closeAtOnce);
    await send(openTill('1'), openTill('2'), openTill('3'));
    const mixed = { ...plan('duplicate', 'delay', 'reorder'), oneIn: 2 };
    await control({ kind: 'inject-faults', plan: mixed });
    await send(takeAmount('1', 5), takeAmount('2', 5), takeAmount('3', 5));
    const [once, types] = [await happened(), await typesIn()];

    await control({ kind: 'inject-faults', plan: mixed });
    await takeTurn();

    const placesOf = (all: string[] | undefined) => all?.map((words) => words.replace(/ \d+ \d+$/, ''));
    expect(placesOf(await happened())).toEqual(placesOf(once));
    expect((await happened())?.every((words) => words.endsWith(' 0 1'))).toBe(true);
    expect(await typesIn()).toEqual(types);
  });

  it('crash it between two commands: started again, it sends the second one alone', async () => {
    const { send, control, typesIn, happened, takeTurn } = await openRunWith(openTwo);
    await send(openTill('1'));
    await control({ kind: 'inject-faults', plan: plan('crash') });
    await send(closeTill('1'));
    expect(await typesIn()).toEqual(['TillOpened', 'TillCounted', 'TillClosed', 'TillOpened']);

    await control({ kind: 'restart' });
    await takeTurn();

    expect(await typesIn()).toEqual(['TillOpened', 'TillCounted', 'TillClosed', 'TillOpened', 'TillOpened']);
    expect(await happened()).toEqual(['3 crash 1 0', '3 again 1 1']);
  });

  it('stop it at a poisoned delivery, which goes through when it is tried again, or never comes', async () => {
    const { send, control, typesIn, takeTurn } = await openRunWith(closeAtOnce);
    await send(openTill('1'), openTill('2'));
    await control({ kind: 'inject-faults', plan: plan('poison') });
    await send(takeAmount('1', 5), takeAmount('2', 5));
    expect(await typesIn()).not.toContain('TillClosed');

    await control({ kind: 'retry' });
    await takeTurn();
    await control({ kind: 'skip' });
    await takeTurn();

    expect((await typesIn()).filter((type) => type === 'TillClosed')).toHaveLength(1);
    await expect(control({ kind: 'skip' })).rejects.toThrow('It has not stopped');
  });

  it('leave nothing behind: once they are off, what was held back is handed over', async () => {
    const { send, control, typesIn, takeTurn } = await openRunWith(closeAtOnce);
    await send(openTill('1'));
    await control({ kind: 'inject-faults', plan: plan('delay') });
    await send(takeAmount('1', 5));
    expect(await typesIn()).not.toContain('TillClosed');

    await control({ kind: 'stop-faults' });
    await takeTurn();

    expect(await typesIn()).toContain('TillClosed');
  });

  it('hand a process manager the same event twice, which it takes in once', async () => {
    const { send, control, typesIn, happened } = await openRunWith(closingTime);
    await control({ kind: 'inject-faults', plan: plan('duplicate') });
    await send(openTill('1'));

    expect((await typesIn()).filter((type) => type === 'received:TillOpened')).toHaveLength(1);
    expect(await happened()).toEqual(['1 duplicate 1 0', '1 again 0 1']);
  });

  it('are refused to what is no policy, or is switched off', async () => {
    const { session, control } = await openRunWith({ ...closeAtOnce, isOn: false });
    await expect(control({ kind: 'restart' })).rejects.toThrow('switched on');
    await expect(session.controlPolicy('till', { kind: 'restart' })).rejects.toThrow('switched on');
  });
});
