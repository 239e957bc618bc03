import { describe, expect, it } from 'vitest';
import { documentsAt, openTillTab } from './support/openTab.ts';
import { openTill, takeAmount } from './support/till.ts';

describe('delivering what is recorded in another way', () => {
  it('shows what a read model makes of it, and changes nothing that is stored', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(openTill('2'));
    await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();
    const before = await documentsAt(tab, 3);
    const tryOn = (delivery: 'again' | 'twice' | 'shuffled') =>
      tab.tryDelivery({ readModelId: 'open-tills', delivery });

    expect(await tryOn('again')).toEqual({ kind: 'same', events: 3, documents: 2 });
    expect(await tryOn('shuffled')).toEqual({ kind: 'same', events: 3, documents: 2 });
    expect(await tryOn('twice')).toEqual({
      kind: 'different',
      documents: [
        {
          documentId: '1',
          differences: [
            { path: 'taken', expected: 500, actual: 1000 },
            { path: 'amounts[1]', actual: 500 },
          ],
        },
      ],
    });
    expect(await documentsAt(tab, 3)).toEqual(before);
  });

  it('says where the code breaks', async () => {
    const { tab } = await openTillTab({ openTills: 'export const' });

    expect(await tab.tryDelivery({ readModelId: 'open-tills', delivery: 'again' })).toMatchObject({ kind: 'broken' });
  });
});
