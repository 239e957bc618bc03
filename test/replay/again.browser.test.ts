import { describe, expect, it } from 'vitest';
import { programOf } from '#model';
import { samples } from '#samples';
import { openTab } from '../engine/support/openTab.ts';

describe.each(samples)('the sample $name', ({ load }) => {
  it('gives the same bytes of events, states and documents each time its recorded history is sent again', async () => {
    const { board, history } = await load();
    const again = async () => {
      const tab = await openTab();
      const { modelId } = await tab.createModel({ board: { ...board, modelId: crypto.randomUUID() }, history });
      await tab.openModel(modelId);
      await tab.useProgram(programOf(board));
      const { history: sent } = await tab.newRun('from-history');
      const streams = [...new Set(sent.events.map(({ metadata }) => metadata.streamName))];
      const { logs: _, ...moment } = await tab.moment({ position: sent.events.length, streams });
      return { sent, moment };
    };

    const [one, other] = [await again(), await again()];

    expect(one.sent.events.length).toBeGreaterThan(0);
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect(JSON.stringify(one.sent.events)).toBe(JSON.stringify(history.events));
  });
});
