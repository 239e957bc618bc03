import type { LogRead, ReadAllOptions, RecordedEvent, SubscribeOptions, Subscription } from './EventStore.ts';

/** Most events handed over at once. */
const largestBatch = 1000;

type Handle = (events: RecordedEvent[]) => void | Promise<void>;
type Read = (options: ReadAllOptions) => Promise<LogRead>;

/** Subscriptions are woken when the log has grown and read on from where they are: so nothing is missed or repeated. */
export type Subscriptions = {
  subscribe(options: SubscribeOptions, handle: Handle): Subscription;
  wake(): void;
  close(): void;
};

export const createSubscriptions = (read: Read): Subscriptions => {
  const running = new Set<Delivery>();
  return {
    subscribe: (options, handle) => {
      const delivery = new Delivery(read, options, handle, () => running.delete(delivery));
      running.add(delivery);
      return { caughtUp: delivery.caughtUp, close: () => delivery.close() };
    },
    wake: () => {
      for (const delivery of running) delivery.wake();
    },
    close: () => {
      for (const delivery of running) delivery.close();
    },
  };
};

class Delivery {
  readonly caughtUp: Promise<void>;
  readonly #read: Read;
  readonly #handle: Handle;
  readonly #options: SubscribeOptions;
  readonly #onClosed: () => void;
  #resolveCaughtUp: () => void = () => undefined;
  #next: number;
  #isReading = false;
  #isBehind = false;
  #isClosed = false;

  constructor(read: Read, options: SubscribeOptions, handle: Handle, onClosed: () => void) {
    this.#read = read;
    this.#handle = handle;
    this.#options = options;
    this.#onClosed = onClosed;
    this.#next = options.from ?? 1;
    this.caughtUp = new Promise((resolve) => {
      this.#resolveCaughtUp = resolve;
    });
    this.wake();
  }

  wake(): void {
    this.#isBehind = true;
    if (!this.#isReading && !this.#isClosed) void this.#deliver();
  }

  close(): void {
    this.#isClosed = true;
    this.#resolveCaughtUp();
    this.#onClosed();
  }

  async #deliver(): Promise<void> {
    this.#isReading = true;
    try {
      while (this.#isBehind && !this.#isClosed) await this.#deliverPage();
    } catch (error) {
      if (!this.#isClosed) this.#fail(error);
    }
    this.#isReading = false;
  }

  async #deliverPage(): Promise<void> {
    this.#isBehind = false;
    const { stream, archived } = this.#options;
    const { events, lastPosition, isEnd } = await this.#read({
      from: this.#next,
      limit: largestBatch,
      ...(stream === undefined ? {} : { stream }),
      ...(archived === undefined ? {} : { archived }),
    });
    if (this.#isClosed) return;
    if (events.length > 0) await this.#handle(events);
    this.#next = Math.max(this.#next, lastPosition + 1);
    if (isEnd) this.#resolveCaughtUp();
    else this.#isBehind = true;
  }

  #fail(error: unknown): void {
    this.close();
    if (!this.#options.onError) throw error;
    this.#options.onError(error);
  }
}
