import { describe, expect, it } from 'vitest';
import { emptyBoard, evolveBoard, programOf } from '#model';
import { samples } from '#samples';
import { openTab } from './support/openTab.ts';

describe.each(samples)('the sample $name', ({ load }) => {
  it('opens as it was made, and its recorded commands sent again make the same history', async () => {
    const { board, history } = await load();
    const tab = await openTab();
    const { modelId } = await tab.createModel({ board: { ...board, modelId: crypto.randomUUID() }, history });

    const opened = await tab.openModel(modelId);
    const stored = opened.boardEvents.reduce(evolveBoard, emptyBoard(modelId, ''));
    await tab.useProgram(programOf(stored));
    const again = await tab.newRun('from-history');

    expect(stored).toEqual({ ...board, modelId });
    expect(opened.history).toMatchObject(history);
    expect(again.history).toMatchObject(history);
  });
});
