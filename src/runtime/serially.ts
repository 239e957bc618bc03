export type Queue = {
  /** Runs the work when all that was handed in before is done; an error reaches only its own caller. */
  <T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing waits any more. */
  idle: () => Promise<void>;
};

/** A queue that runs one piece of work after the other. */
export const createQueue = (): Queue => {
  let last: Promise<unknown> = Promise.resolve();

  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };

  const idle = async (): Promise<void> => {
    let seen: unknown;
    while (seen !== last) {
      seen = last;
      await last;
    }
  };

  return Object.assign(enqueue, { idle });
};
