import { expect, it } from 'vitest';
import { openTab } from './support/openTab.ts';
import { openTillsCode, tillCode, tillModel, tillProgram } from './support/till.ts';

const upcast = { to: 2, formerNames: ['AmountTaken'], rename: { amount: 'paid' }, defaults: { tender: 'cash' } };

/** The same till once its event and the field are called otherwise, and the journal wants to know how was paid. */
const renamed = (code: string): string =>
  code.replaceAll("'AmountTaken'", "'Paid'").replaceAll('event.data.amount', 'event.data.paid');
const today = tillProgram({
  decider: renamed(tillCode).replace("type: 'Paid', data }", "type: 'Paid', data: { ...data, paid: data.amount } }"),
  openTills: renamed(openTillsCode),
  journal: `
export const canHandle = ['Paid'];
export const getDocumentId = () => 'journal';
export const evolve = (document, event) => [...(document ?? []), event.data.tender ?? 'unknown'];
`,
});

it('hands stored events to rules, read models and replay as the present code wants them, and leaves them as written', async () => {
  const before = tillProgram();
  const tab = await openTab();
  const { modelId } = await tab.createModel(tillModel());
  await tab.openModel(modelId);
  await tab.useProgram(before);
  await tab.submitCommand({ type: 'OpenTill', data: { tillId: '1' } });
  await tab.submitCommand({ type: 'TakeAmount', data: { tillId: '1', amount: 5 } });

  const paid = { id: 'paid', type: 'Paid', fields: [], schemaVersion: 2, formerNames: ['AmountTaken'] };
  await tab.useProgram({ ...today, events: [{ ...paid, upcasts: [upcast] }] });
  await tab.submitCommand({ type: 'TakeAmount', data: { tillId: '1', amount: 7 } });
  await tab.settled();

  const shown = async (position: number) => {
    const { states, readModels } = await tab.moment({ position, streams: ['Till-1'] });
    return [states[0]?.after, ...readModels.map(({ documents }) => documents.map(({ document }) => document))];
  };
  expect((await shown(3))[0]).toBe('{"status":"open","total":12}');
  expect(await shown(3)).toContainEqual([expect.objectContaining({ taken: 12, amounts: [5, 7] })]);
  expect(await shown(3)).toContainEqual([['cash', 'unknown']]);
  expect((await shown(2))[0]).toBe('{"status":"open","total":5}');

  // Another default for what was stored: what the first one made is made anew, although no code changed.
  const other = { ...upcast, defaults: { tender: 'card' } };
  await tab.useProgram({ ...today, events: [{ ...paid, upcasts: [other] }] });
  await tab.settled();
  expect(await shown(3)).toContainEqual([['card', 'unknown']]);

  const { history } = await tab.openModel(modelId);
  expect(history.events.map(({ type, data, metadata }) => [type, data, metadata.schemaVersion])).toMatchObject([
    ['TillOpened', {}, 1],
    ['AmountTaken', { tillId: '1', amount: 5 }, 1],
    ['Paid', { paid: 7 }, 2],
  ]);
  await tab.close();
});
