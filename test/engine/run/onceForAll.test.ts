import { describe, expect, it } from 'vitest';
import { onceForAll } from '../../../src/engine/run/onceForAll.ts';

/** A work that is done when that is said, or fails. */
const openWork = () => {
  const under: { done: () => void; fail: (error: Error) => void }[] = [];
  const ask = onceForAll(() => new Promise<void>((done, fail) => under.push({ done, fail })));
  return { under, ask };
};

const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a work that is done once for all who ask', () => {
  it('is done at once, and once more for all who ask meanwhile', async () => {
    const { under, ask } = openWork();
    const asked = [ask(), ask(), ask(), ask()];
    expect(under).toHaveLength(1);
    under[0]?.done();
    await asked[0];
    await moment();
    expect(under).toHaveLength(2);
    under[1]?.done();
    await Promise.all(asked);

    expect(under).toHaveLength(2);
    void ask();
    expect(under).toHaveLength(3);
  });

  it('is done for those who wait also where it failed for those before', async () => {
    const { under, ask } = openWork();
    const [failing, waiting] = [ask(), ask()];
    under[0]?.fail(new Error('The store is closed.'));
    await expect(failing).rejects.toThrow('closed');
    await moment();
    under[1]?.done();

    await expect(waiting).resolves.toBeUndefined();
  });

  it('is never done twice at once, whoever asks as soon as it is done', async () => {
    const { under, ask } = openWork();
    const again = ask().then(ask);
    const waiting = ask();
    under[0]?.done();
    await moment();
    expect(under).toHaveLength(2);

    under[1]?.done();
    await Promise.all([again, waiting]);
    expect(under).toHaveLength(2);
  });
});
