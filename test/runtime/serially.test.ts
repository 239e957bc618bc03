import { describe, expect, it } from 'vitest';
import { createQueue } from '../../src/runtime/serially.ts';

describe('a queue', () => {
  it('runs one piece of work after the other, in the order in which they came', async () => {
    const queue = createQueue();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} starts`);
      await Promise.resolve();
      seen.push(`${name} ends`);
    };

    await Promise.all([queue(work('first')), queue(work('second'))]);

    expect(seen).toEqual(['first starts', 'first ends', 'second starts', 'second ends']);
  });

  it('tells an error to its own caller and goes on with the next', async () => {
    const queue = createQueue();

    const broken = queue(async () => {
      throw new Error('broken');
    });
    const next = queue(async () => 'next');

    await expect(broken).rejects.toThrow('broken');
    expect(await next).toBe('next');
  });

  it('is idle once also that is done which was handed in meanwhile', async () => {
    const queue = createQueue();
    const seen: string[] = [];
    void queue(async () => {
      void queue(async () => {
        seen.push('handed in by the first');
      });
      seen.push('first');
    });

    await queue.idle();

    expect(seen).toEqual(['first', 'handed in by the first']);
  });
});
