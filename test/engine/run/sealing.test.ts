import { expect, it } from 'vitest';
import { createActivity, sealWhileIdle } from '../../../src/engine/run/sealing.ts';

const atOnce = { rest: 100, between: 0, again: 0 };

it('makes one segment after the other until it is told to end', async () => {
  const ending = new AbortController();
  let segments = 0;
  const store = {
    seal: async () => {
      segments += 1;
      if (segments === 3) ending.abort();
      return true;
    },
  };

  await sealWhileIdle(store, { msSince: () => 1000 }, ending.signal, atOnce);

  expect(segments).toBe(3);
});

it('leaves the store alone while somebody works', async () => {
  const ending = new AbortController();
  const looks = [10, 50, 99, 100];
  const sealedAfter: number[] = [];
  const store = {
    seal: async () => {
      sealedAfter.push(looks.length);
      ending.abort();
      return true;
    },
  };

  await sealWhileIdle(store, { msSince: () => looks.shift() ?? 0 }, ending.signal, { ...atOnce, rest: 100 });

  expect(sealedAfter).toEqual([0]);
});

it('goes on after a failure', async () => {
  const ending = new AbortController();
  let tries = 0;
  const store = {
    seal: async () => {
      tries += 1;
      if (tries === 1) throw new Error('The disk is full.');
      ending.abort();
      return false;
    },
  };

  await sealWhileIdle(store, { msSince: () => 1000 }, ending.signal, atOnce);

  expect(tries).toBe(2);
});

it('counts the time since somebody last worked', () => {
  let time = 0;
  const activity = createActivity(() => time);

  time = 300;
  const before = activity.msSince();
  const noted = activity.noted('result');

  expect([before, noted, activity.msSince()]).toEqual([300, 'result', 0]);
});
