import type { LongWork } from './AppState.ts';
import { appStore } from './appStore.ts';

const underWay = new Set<AbortController>();

/** Long work of the screen itself: it is told how far it is, as with the engine's, and stops with an `AbortError`. */
export const ownWork = async <Result>(
  kind: LongWork['kind'],
  total: number,
  work: (signal: AbortSignal, onProgress: (done: number) => void) => Promise<Result>,
): Promise<Result> => {
  const leaving = new AbortController();
  underWay.add(leaving);
  const say = (done: number): void => appStore.setState({ longWork: { kind, done: Math.min(done, total), total } });
  try {
    return await work(leaving.signal, say);
  } finally {
    underWay.delete(leaving);
    appStore.setState({ longWork: null });
  }
};

export const stopOwnWork = (): void => {
  for (const leaving of underWay) leaving.abort();
};
