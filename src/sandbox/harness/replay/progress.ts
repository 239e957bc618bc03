import { now } from '../primordials.ts';

const pause = 100;

let tell: (done: number, total: number) => void = () => undefined;
let last = 0;

/** Long work says how far it is, so that it is not taken for a loop without end. */
export const reportProgressTo = (listener: (done: number, total: number) => void): void => {
  tell = listener;
  last = now();
};

export const progressed = (done: number, total: number): void => {
  if (done % 64 !== 0) return;
  const time = now();
  if (time - last < pause) return;
  last = time;
  tell(done, total);
};

/** The same after a part that may have taken long by itself. */
export const finishedPart = (done: number, total: number): void => {
  last = now();
  tell(done, total);
};
