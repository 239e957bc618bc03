import { expect, it } from 'vitest';
import type { ReadModelSpecification } from '#model';
import { openTillTab } from './support/openTab.ts';
import { openTill, openTillsCode, takeAmount, tillCode } from './support/till.ts';

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

it('tells the line that made a value, of each event that is asked for, and nothing of one that did not change it', async () => {
  const { tab } = await openTillTab();
  await tab.submitCommand(openTill('1'));
  await tab.submitCommand(takeAmount('1', 500));
  await tab.submitCommand(takeAmount('1', 50));
  const line = tillCode.split('\n').findIndex((text) => text.includes('state.total + event.data.amount')) + 1;

  const found = await tab.linesOfChanges({ ...totalOf('1'), positions: [3, 2] });
  const elsewhere = await tab.linesOfChanges({ ...totalOf('none'), positions: [2] });

  expect(found).toEqual([
    { position: 3, file: 'index.ts', line },
    { position: 2, file: 'index.ts', line },
  ]);
  expect(elsewhere).toEqual([]);
});

it('tells which given events of a specification made a value, the newest first, and the lines that did', async () => {
  const { tab } = await openTillTab();
  const taken = (amount: number) => ({ type: 'AmountTaken', data: { tillId: '1', amount } });
  const lineOf = (text: string): number => openTillsCode.split('\n').findIndex((line) => line.includes(text)) + 1;
  const specification: ReadModelSpecification = {
    id: 'taken',
    name: 'What is taken is summed up',
    definitionId: 'open-tills',
    subject: 'read-model',
    given: [{ type: 'TillOpened', data: { tillId: '1', at: 'morning' } }, taken(5), taken(0), taken(2)],
    then: { kind: 'documents', documents: [] },
  };

  const changes = await tab.givenHistory({ specification, documentId: '1', path: ['taken'] });

  const made = { file: 'index.ts', line: lineOf('document.taken + event.data.amount') };
  expect(changes).toEqual([
    { given: 4, type: 'AmountTaken', before: 5, after: 7, made },
    { given: 2, type: 'AmountTaken', before: 0, after: 5, made },
    { given: 1, type: 'TillOpened', after: 0, made: { file: 'index.ts', line: lineOf('taken: 0') } },
  ]);
});
