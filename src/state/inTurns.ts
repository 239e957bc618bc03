import { whenIdle } from './whenIdle.ts';

const resting = (): Promise<void> => new Promise(whenIdle);

/** Milliseconds after which a large wall's advice, or much code, lets the screen draw and hear first. */
const turn = 20;

/** All parts of something that takes long; null where it is not asked for any more. */
export const inTurns = async <Part>(parts: Iterable<Part>, isPresent: () => boolean): Promise<Part[] | null> => {
  const all: Part[] = [];
  let since = performance.now();
  for (const part of parts) {
    all.push(part);
    if (performance.now() - since < turn) continue;
    await resting();
    if (!isPresent()) return null;
    since = performance.now();
  }
  return all;
};
