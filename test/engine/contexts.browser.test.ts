import { describe, expect, it } from 'vitest';
import { documentsAt, openTillTab } from './support/openTab.ts';
import { closeTill, openTill, takeAmount, tillProgram } from './support/till.ts';

const tellOthers = {
  id: 'tell-others',
  hears: ['AmountTaken'],
  publishes: { stream: 'public/Tills', types: ['MoneyCameIn'] },
  code: `export const translate = ({ data }) =>
    data.amount > 0 ? { type: 'MoneyCameIn', data: { till: data.tillId, cents: data.amount } } : undefined;`,
};

const closeWhenTold = {
  id: 'close-when-told',
  hears: ['MoneyCameIn'],
  code: `export const react = (event) => ({ type: 'CloseTill', data: { tillId: event.data.till } });`,
};

/** Asks for private and public events alike. */
const journal = `
export const canHandle = ['TillOpened', 'AmountTaken', 'MoneyCameIn'];
export const getDocumentId = () => 'journal';
export const evolve = (document, event) => ({ heard: [...(document ? document.heard : []), event.type] });
`;
const deafTo = ['TillOpened', 'AmountTaken', 'TillCounted', 'TillClosed'];

const heard = async (tab: Parameters<typeof documentsAt>[0], position: number) =>
  (await documentsAt(tab, position)).journal;

describe('a translation', () => {
  it('publishes in the stream of its context what it makes of a private event', async () => {
    const { tab, modelId } = await openTillTab({ policies: [tellOthers] });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand({ ...takeAmount('1', 500), commandId: 'take' });
    await tab.settled();

    const { history } = await tab.openModel(modelId);
    const published = history.events.at(-1);
    expect(published).toMatchObject({
      type: 'MoneyCameIn',
      data: { till: '1', cents: 500 },
      metadata: {
        streamName: 'public/Tills',
        streamPosition: 1,
        globalPosition: 3,
        correlationId: 'take',
        causationId: 'take/1',
        publishedBy: 'tell-others',
      },
    });
    expect(published?.metadata.commandId).toBeUndefined();
    expect(history.commands).toHaveLength(2);
  });

  it('publishes nothing where its code answers nothing', async () => {
    const { tab, modelId } = await openTillTab({ policies: [tellOthers] });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 0));
    await tab.settled();

    expect((await tab.openModel(modelId)).history.events.map(({ type }) => type)).toEqual([
      'TillOpened',
      'AmountTaken',
    ]);
  });

  it('waits where it makes what it is not connected to, and goes on once that is mended', async () => {
    const astray = { ...tellOthers, publishes: { ...tellOthers.publishes, types: [] } };
    const { tab, modelId } = await openTillTab({ policies: [astray] });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();

    expect(tab.notices.filter(({ kind }) => kind === 'policy-failed')).toMatchObject([
      { policyId: 'tell-others', error: { message: expect.stringContaining('connect the translation') } },
    ]);
    await tab.useProgram(tillProgram({ policies: [{ ...tellOthers, code: `${tellOthers.code}\n` }] }));
    await tab.settled();
    expect((await tab.openModel(modelId)).history.events.at(-1)?.type).toBe('MoneyCameIn');
  });

  it.each([['duplicate'], ['reorder'], ['duplicate', 'reorder', 'lost-acknowledgement', 'delay', 'crash']] as const)(
    'publishes nothing twice where its events come with faults (%s …), and nothing more when all is done again',
    async (...kinds) => {
      const { tab, modelId } = await openTillTab({ policies: [tellOthers] });
      const control = (how: Parameters<typeof tab.controlPolicy>[0]['control']) =>
        tab.controlPolicy({ policyId: tellOthers.id, control: how });
      const settleAll = async (): Promise<void> => {
        for (
          let waiting = await tab.settled();
          waiting.some(({ why }) => why === 'crashed');
          waiting = await tab.settled()
        )
          await control({ kind: 'restart' });
      };
      const published = async () =>
        (await tab.openModel(modelId)).history.events
          .filter(({ type }) => type === 'MoneyCameIn')
          .map(({ data }) => (data as { cents: number }).cents)
          .sort((one, other) => one - other);
      const plan = { seed: 2, kinds, oneIn: 1, isWithinStreams: false };
      for (const till of ['1', '2']) await tab.submitCommand(openTill(till));
      await tab.settled();

      await control({ kind: 'inject-faults', plan });
      for (const amount of [10, 20]) for (const till of ['1', '2']) await tab.submitCommand(takeAmount(till, amount));
      await settleAll();
      await control({ kind: 'inject-faults', plan });
      await settleAll();
      await control({ kind: 'stop-faults' });
      await tab.settled();

      expect(await published()).toEqual([10, 10, 20, 20]);
    },
  );

  it('does not publish again while history is rebuilt or looked at', async () => {
    const { tab, modelId } = await openTillTab({ policies: [tellOthers] });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();

    await tab.rebuild({ readModelId: 'journal', stepMs: 0 });
    await heard(tab, 2);
    await tab.useProgram(tillProgram({ policies: [{ ...tellOthers, code: `${tellOthers.code}\n` }] }));
    await tab.settled();

    expect((await tab.openModel(modelId)).history.events).toHaveLength(3);
  });
});

describe('another context', () => {
  it('hears the public event, and none that is private elsewhere, whatever its code asks for', async () => {
    const { tab } = await openTillTab({ policies: [tellOthers], journal, deafTo });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();

    const expected = [{ documentId: 'journal', document: { heard: ['MoneyCameIn'] } }];
    expect(await heard(tab, 3)).toEqual(expected);
    expect(await heard(tab, 2)).toEqual([]);
    await tab.rebuild({ readModelId: 'journal', stepMs: 0 });
    expect(await heard(tab, 3)).toEqual(expected);
  });

  it('is filled anew once it hears what it did not', async () => {
    const { tab } = await openTillTab({ policies: [tellOthers], journal, deafTo });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();

    await tab.useProgram(tillProgram({ policies: [tellOthers], journal }));
    await tab.settled();

    expect(await heard(tab, 3)).toEqual([
      { documentId: 'journal', document: { heard: ['TillOpened', 'AmountTaken', 'MoneyCameIn'] } },
    ]);
  });

  it('reacts by a policy, all in one correlation', async () => {
    const { tab, modelId } = await openTillTab({ policies: [tellOthers, closeWhenTold] });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand({ ...takeAmount('1', 500), commandId: 'take' });
    await tab.settled();
    await tab.submitCommand(closeTill('1'));

    const { history } = await tab.openModel(modelId);
    expect(history.events.map(({ type }) => type)).toEqual([
      'TillOpened',
      'AmountTaken',
      'MoneyCameIn',
      'TillCounted',
      'TillClosed',
    ]);
    expect(history.events.slice(1).map(({ metadata }) => metadata.correlationId)).toEqual(Array(4).fill('take'));
  });
});
