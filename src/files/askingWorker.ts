/** What a worker answers to a question of that id. `moot` where a newer question has taken its place. */
export type Answer = { result: unknown } | { error: string } | { moot: true };

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };

/**
 * Asks a worker of this room: a message and its answer for each question, errors in a sentence. `broken` is said where
 * the worker dies, `stopped` to whoever still waits for it, or asks, when it is closed.
 */
export const askingWorker = <Question>(worker: Worker, { broken, stopped }: { broken: Error; stopped: Error }) => {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let gone: Error | undefined;

  const breakOff = (error: Error): void => {
    gone = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.onerror = (event) => {
    // It is said to whoever waits, not to the console.
    event.preventDefault();
    breakOff(broken);
  };
  worker.onmessage = ({ data }: MessageEvent<{ id: number } & Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve('moot' in data ? null : data.result);
  };

  const ask = <Result>(question: Question): Promise<Result | null> =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      lastId += 1;
      waiting.set(lastId, { resolve: (result) => resolve(result as Result), reject });
      worker.postMessage({ id: lastId, question });
    });
  const close = (): void => {
    worker.terminate();
    breakOff(stopped);
  };
  return { ask, close };
};
