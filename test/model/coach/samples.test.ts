import { describe, expect, it } from 'vitest';
import { samples } from '#samples';
import { advise } from '../../../src/model/coach/advise.ts';

describe.each(samples)('the coach, of the sample $name', ({ load }) => {
  it('warns of nothing, and of what it says beside that there is at most one', async () => {
    const { board, history } = await load();

    const advice = advise(board, { events: history.events, verdicts: {} });

    expect(advice.filter(({ severity }) => severity === 'warning')).toEqual([]);
    expect(advice.length).toBeLessThanOrEqual(1);
  });
});
