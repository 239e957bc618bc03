import { describe, expect, it } from 'vitest';
import { indexOf } from '#model';
import { samples } from '#samples';
import { advise } from '../support/advise.ts';

describe.each(samples)('the coach, of the sample $name', ({ load }) => {
  it('warns of nothing, and of what it says beside that there is at most one', async () => {
    const { board, history } = await load();

    const { names, positions } = indexOf(history.events).streams;
    const streams = new Map(names.map((stream, number) => [stream, positions[number]?.length ?? 0]));

    const advice = advise(board, { streams, verdicts: {} });

    expect(advice.filter(({ severity }) => severity === 'warning')).toEqual([]);
    expect(advice.length).toBeLessThanOrEqual(1);
  });
});
