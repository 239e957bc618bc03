import { decodeJson } from '../codec.ts';
import { type LoadedModule, largestReply, type WorkerMessage, type WorkerRequest } from '../protocol.ts';

/** Messages that one request may cause; more is a flood. */
const mostMessages = 5_000;

/** Milliseconds until a worker has to have come to the first module: none of the person's code runs before. */
const startingLimit = 30_000;

export class WorkerSilent extends Error {
  override readonly name = 'WorkerSilent';
  readonly silenceMs: number;

  constructor(silenceMs: number) {
    super();
    this.silenceMs = silenceMs;
  }
}
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}
/** The computer was too busy for it, or the browser starts no worker there: none of the code is to blame. */
export class WorkerNotStarted extends WorkerLost {
  override readonly message =
    'The sandbox did not start. Reload the page; if it stays so, close what keeps the computer busy.';
}
export class WorkerFlooded extends Error {
  override readonly name = 'WorkerFlooded';
}

type Waiting = {
  id: number;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  /** Set once the reply has come; it counts when the worker has proven that it is idle. */
  reply?: { json: string };
};

/** Pages of the log travel beside the request as they are. */
const messageOf = (id: number, request: WorkerRequest, pages: readonly string[]): string | string[] => {
  const text = JSON.stringify({ id, ...request });
  return pages.length === 0 ? text : [text, ...pages];
};

/**
 * One worker with the person's code, as its caller holds it: one request at a time, each with a limit of silence that
 * progress arms again. What comes from it is hostile until it has been checked.
 */
export class RunningWorker {
  readonly workerId: number;
  /** The module that was announced last and has not come back: where the worker falls silent, it is why. */
  loading: string | null = null;
  readonly loaded: LoadedModule[] = [];

  readonly #port: MessagePort;
  readonly #silenceMs: number;
  readonly #modules: number;
  #waiting: Waiting | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #messages = 0;
  /** Times the limit of silence. */
  #patience = 1;
  #nextId = 1;
  #onReady: ((error?: Error) => void) | null = null;

  /** `modules`: how many it loads. */
  constructor({ workerId, port }: { workerId: number; port: MessagePort }, silenceMs: number, modules: number) {
    this.workerId = workerId;
    this.#port = port;
    this.#silenceMs = silenceMs;
    this.#modules = modules;
    port.onmessage = ({ data }) => this.#receive(data);
  }

  /** Nobody waits for it. */
  get isIdle(): boolean {
    return this.#waiting === null && this.#onReady === null;
  }

  /**
   * Resolves when all modules have been loaded, each ready or broken. Rejects as `request` does, or with
   * `WorkerNotStarted`.
   */
  untilReady(): Promise<void> {
    this.#failAfter(startingLimit, new WorkerNotStarted());
    return new Promise((resolve, reject) => {
      this.#onReady = (error) => (error ? reject(error) : resolve());
    });
  }

  /** Hands over pages of the log, then asks. Rejects with `WorkerSilent`, `WorkerLost` or `WorkerFlooded`; then the worker is of no more use. */
  request(request: WorkerRequest, pages: readonly string[] = [], patience = 1): Promise<unknown> {
    const id = this.#nextId++;
    this.#messages = 0;
    this.#patience = patience;
    return new Promise((resolve, reject) => {
      this.#waiting = { id, resolve, reject };
      this.#arm();
      this.#port.postMessage(messageOf(id, request, pages));
    });
  }

  /** Ends what is waiting with an error; the worker itself is ended by the host. */
  fail(error: Error): void {
    clearTimeout(this.#timer);
    this.#port.onmessage = null;
    this.#port.close();
    this.#onReady?.(error);
    this.#onReady = null;
    this.#waiting?.reject(error);
    this.#waiting = null;
  }

  #arm(): void {
    const silenceMs = this.#silenceMs * this.#patience;
    this.#failAfter(silenceMs, new WorkerSilent(silenceMs));
  }

  #failAfter(milliseconds: number, error: Error): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.fail(error), milliseconds);
  }

  #receive(message: unknown): void {
    this.#messages += 1;
    if (this.#messages > mostMessages) this.fail(new WorkerFlooded());
    else if (typeof message === 'object' && message !== null) this.#take(message as WorkerMessage);
  }

  #take(message: WorkerMessage): void {
    switch (message.t) {
      case 'loading':
        this.loading = String(message.moduleId);
        this.#arm();
        return;
      case 'loaded':
        this.loading = null;
        this.loaded.push(message.module);
        if (this.loaded.length > this.#modules) {
          this.fail(new WorkerFlooded());
          return;
        }
        this.#messages = 0;
        this.#arm();
        return;
      case 'ready':
        clearTimeout(this.#timer);
        this.#onReady?.();
        this.#onReady = null;
        return;
      case 'progress':
        if (this.#waiting?.id === message.id) this.#arm();
        return;
      case 'reply':
        if (this.#waiting?.id === message.id) this.#waiting.reply = { json: String(message.json) };
        return;
      case 'idle':
        this.#finish(message.id);
    }
  }

  #finish(id: number): void {
    const waiting = this.#waiting;
    if (waiting?.id !== id || !waiting.reply) return;
    clearTimeout(this.#timer);
    this.#waiting = null;
    try {
      if (waiting.reply.json.length > largestReply) throw new RangeError();
      waiting.resolve(decodeJson(waiting.reply.json));
    } catch {
      waiting.reject(new WorkerLost('The code answered something unreadable.'));
    }
  }
}
