import type { StoreMessage, StreamVersion } from './Backend.ts';

/** Milliseconds between two messages. To post one costs about a tenth of an append. */
const pause = 4;

/** Posts the first message at once; those that come within the pause after it travel as one. */
export type BundledMessages = {
  tell(message: StoreMessage): void;
  /** Posts what still waits. */
  flush(): void;
};

export const bundleMessages = (post: (message: StoreMessage) => void): BundledMessages => {
  let waiting: StoreMessage | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const message = waiting;
    waiting = undefined;
    post(message);
    timer = setTimeout(flush, pause);
  };
  return {
    tell: (message) => {
      waiting = waiting ? joined(waiting, message) : message;
      if (timer === undefined) flush();
    },
    flush,
  };
};

const joined = (one: StoreMessage, next: StoreMessage): StoreMessage => {
  const appended = joinedAppends(one.appended, next.appended);
  const marked = [...(one.marked ?? []), ...(next.marked ?? [])];
  return {
    ...(appended ? { appended } : {}),
    ...(marked.length > 0 ? { marked } : {}),
    commandRecords: [...one.commandRecords, ...next.commandRecords],
  };
};

/** Where another tab has written in between, the two are no chain: only the later one can be followed then. */
const joinedAppends = (one: StoreMessage['appended'], next: StoreMessage['appended']): StoreMessage['appended'] => {
  if (!one || !next || one.end.position !== next.after) return next ?? one;
  const versions = new Map<string, StreamVersion>();
  for (const version of [...one.versions, ...next.versions]) versions.set(version.stream, version);
  return { after: one.after, end: next.end, versions: [...versions.values()] };
};
