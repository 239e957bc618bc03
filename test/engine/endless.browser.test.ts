import { describe, expect, it } from 'vitest';
import { documentsAt, openTillTab } from './support/openTab.ts';
import { journalCode, openTill, openTillsCode, takeAmount, tillCode, tillProgram } from './support/till.ts';

const neverEnds = (code: string): string =>
  code.replace("    case 'AmountTaken':\n", "    case 'AmountTaken':\n      for (;;) {}\n");

const restarts = (tab: { notices: { kind: string }[] }): number =>
  tab.notices.filter(({ kind }) => kind === 'sandbox-restarted').length;

describe('code that never ends', () => {
  it('in evolve refuses its commands with the line, and leaves the other streams alone', async () => {
    const { tab } = await openTillTab({ decider: neverEnds(tillCode), openTills: openTillsCode });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));

    const endless = await tab.submitCommand(takeAmount('1', 700));
    const other = await tab.submitCommand(openTill('2'));

    expect(endless).toMatchObject({ kind: 'failed', cause: 'time-limit', error: { place: { line: 31 } } });
    expect(other).toMatchObject({ kind: 'appended', version: 1 });
  });

  it('in evolve shows no state, once, while read models are shown at every moment', async () => {
    const { tab } = await openTillTab({ decider: neverEnds(tillCode) });
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();

    const first = await tab.moment({ position: 2, streams: ['Till-1'] });
    const second = await tab.moment({ position: 2, streams: ['Till-1'] });

    expect(restarts(tab)).toBe(1);
    for (const moment of [first, second]) {
      expect(moment.states).toMatchObject([{ moduleId: 'till', error: { name: 'TimeoutError', place: { line: 31 } } }]);
      expect(moment.readModels.find(({ moduleId }) => moduleId === 'open-tills')?.documents).toHaveLength(1);
    }
  });

  it('in an inline read model stops it, and the app goes on while it is mended', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));

    await tab.useProgram(tillProgram({ openTills: neverEnds(openTillsCode) }));
    const refused = await tab.submitCommand(takeAmount('1', 700));
    await tab.useProgram(tillProgram());

    expect(refused).toMatchObject({
      kind: 'failed',
      cause: { readModelId: 'open-tills' },
      error: { place: { line: 9 } },
    });
    expect((await documentsAt(tab, 2))['open-tills']).toMatchObject([{ document: { taken: 500 } }]);
  });

  it('in an asynchronous read model stops it alone', async () => {
    const { tab } = await openTillTab({
      journal: journalCode.replace('({\n  lines', '({\n  ends: (() => { while (event) {} })(),\n  lines'),
    });

    await tab.submitCommand(openTill('1'));
    await tab.settled();
    const outcome = await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();

    expect(outcome.kind).toBe('appended');
    const documents = await documentsAt(tab, 2);
    expect(documents.journal).toEqual([]);
    expect(documents['open-tills']).toHaveLength(1);
  });
});
