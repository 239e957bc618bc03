import { expect, it } from 'vitest';
import { decodeTagged } from '#engine';
import { openTab } from './support/openTab.ts';
import { tillModel, tillProgram } from './support/till.ts';

/** Its events hold what JSON has no word for; everything that folds them answers with what it was given. */
const decider = `
export const initialState = () => ({ openings: [] });
export const decide = (command, state) => ({
  type: 'TillOpened',
  data: {
    tillId: command.data.tillId,
    at: command.metadata.now,
    coins: new Map([[50n, 2]]),
    before: state.openings.map((at) => at.getTime()),
  },
});
export const evolve = (state, event) => ({ openings: [...state.openings, event.data.at] });
`;

const openTills = `
export const canHandle = ['TillOpened'];
export const getDocumentId = (event) => event.data.tillId;
export const evolve = (document, { data }) => ({
  kinds: [data.at instanceof Date, data.coins instanceof Map],
  at: data.at.toISOString(),
  halves: data.coins.get(50n),
  before: data.before,
});
`;

const journal = openTills;

it('with "store as JSON" off, what was decided comes back as it was: to rules, read models and replay, also in a copy', async () => {
  const program = { ...tillProgram({ decider, openTills, journal }), storeAsJson: false };
  const tab = await openTab();
  const { modelId } = await tab.createModel(tillModel());
  await tab.openModel(modelId);
  await tab.useProgram(program);
  const open = { type: 'OpenTill', data: { tillId: '1' } };

  await tab.submitCommand(open);
  const outcome = await tab.submitCommand(open);
  await tab.settled();

  expect(outcome).toMatchObject({ kind: 'appended', notes: { diagnostics: [] } });
  const { history } = await tab.openModel(modelId);
  const [first, second] = ['2026-03-02T09:00:00.000Z', '2026-03-02T09:01:00.000Z'];
  expect(history.events.map(({ data }) => decodeTagged(JSON.stringify(data)))).toEqual([
    { tillId: '1', at: new Date(first ?? ''), coins: new Map([[50n, 2]]), before: [] },
    { tillId: '1', at: new Date(second ?? ''), coins: new Map([[50n, 2]]), before: [Date.parse(first ?? '')] },
  ]);

  const document = { kinds: [true, true], at: second, halves: 2, before: [Date.parse(first ?? '')] };
  const shown = async (there: typeof tab, position: number) => {
    const { states, readModels } = await there.moment({ position, streams: ['Till-1'] });
    return {
      state: decodeTagged(states[0]?.after ?? ''),
      documents: readModels.map(({ documents }) => documents.map((one) => one.document)),
    };
  };
  const atTheEnd = {
    state: { openings: [new Date(first ?? ''), new Date(second ?? '')] },
    documents: [[document], [document]],
  };
  expect(await shown(tab, 2)).toEqual(atTheEnd);
  expect(await shown(tab, 1)).toEqual({
    state: { openings: [new Date(first ?? '')] },
    documents: Array(2).fill([{ kinds: [true, true], at: first, halves: 2, before: [] }]),
  });

  const elsewhere = await openTab();
  const copy = await elsewhere.createModel({ ...tillModel(), history });
  await elsewhere.openModel(copy.modelId);
  await elsewhere.useProgram(program);
  await elsewhere.settled();
  expect(await shown(elsewhere, 2)).toEqual(atTheEnd);
});
