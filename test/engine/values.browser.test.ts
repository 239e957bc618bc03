import { expect, it } from 'vitest';
import { openTillTab } from './support/openTab.ts';
import { openTill, takeAmount, tillCode } from './support/till.ts';

const totalOf = (till: string) => ({
  subject: { kind: 'state' as const, moduleId: 'till', stream: `Till-${till}` },
  path: ['total'],
});

it('tells which events made a value, up to a position, and follows it as events are appended', async () => {
  const { tab } = await openTillTab();
  await tab.submitCommand(openTill('1'));
  await tab.submitCommand(takeAmount('1', 500));
  const wish = { places: [totalOf('1')], position: 99, most: 10 };
  const before = await tab.followValues(wish);
  await tab.submitCommand(takeAmount('1', 50));

  const after = await tab.followValues(wish);
  const history = await tab.valueHistory({ ...totalOf('1'), position: 2, most: 10 });
  const present = await tab.valueHistory({ ...totalOf('1'), position: 99, most: 10 });

  expect(before).toMatchObject({ head: 2, values: [{ total: 1, value: { text: '500' } }] });
  expect(after).toMatchObject({ head: 3, values: [{ total: 2, value: { text: '550' } }] });
  expect(history).toMatchObject({ total: 1, changes: [{ position: 2, type: 'AmountTaken', after: { text: '500' } }] });
  expect(present).toMatchObject({ total: 2, changes: [{ position: 3 }, { position: 2 }] });
});

it('leaves code that never ends out, and says why', async () => {
  const hanging = tillCode.replace(
    "case 'AmountTaken':",
    "case 'AmountTaken': if (event.data.amount === 7) for (;;) {}",
  );
  const { tab } = await openTillTab({ decider: hanging });
  await tab.submitCommand(openTill('1'));
  await tab.submitCommand(takeAmount('1', 7));

  const wish = { places: [totalOf('1')], position: 2, most: 10 };
  const [first, again] = [
    await tab.followValues(wish),
    await tab.valueHistory({ ...totalOf('1'), position: 2, most: 10 }),
  ];

  expect(first.values).toMatchObject([{ total: 0, error: { name: 'TimeoutError', place: { moduleId: 'till' } } }]);
  expect(again).toMatchObject({ total: 0, error: { name: 'TimeoutError' } });
});
