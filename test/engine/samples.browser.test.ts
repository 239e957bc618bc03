import { describe, expect, it } from 'vitest';
import { programOf } from '#model';
import { samples } from '#samples';
import { openTab } from './support/openTab.ts';

describe.each(samples)('the sample $name', ({ load }) => {
  it('opens as it was made, and its recorded commands sent again make the same history', async () => {
    const { board, history } = await load();
    const tab = await openTab();
    const { modelId } = await tab.createModel({ board: { ...board, modelId: crypto.randomUUID() }, history });

    const opened = await tab.openModel(modelId);
    await tab.useProgram(programOf(opened.board));
    const again = await tab.newRun('from-history');

    expect(opened.board).toEqual({ ...board, modelId });
    expect(opened.history).toMatchObject(history);
    expect(again.history).toMatchObject(history);
  });
});
