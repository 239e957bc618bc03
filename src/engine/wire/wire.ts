/** Any object of functions that answer promises. */
type Service = { [name: string]: (...parameters: never[]) => Promise<unknown> };

/** One side of a channel between two threads. */
export type Port = {
  postMessage: (message: unknown, transfer: Transferable[]) => void;
  onmessage: ((event: MessageEvent) => void) | null;
};

type Request = { id: number; name: string; parameters: unknown[] };
type Reply = { id: number } & ({ result: unknown } | { error: { name: string; message: string } });
type Notice = { notice: unknown };

/**
 * Answers the calls that come in by the port; `notify` says something without being asked. Calls that come before the
 * service is ready wait for it.
 */
export const serve = <N>(port: Port, service: Service | Promise<Service>, describe: (error: unknown) => string) => {
  const answer = async ({ id, name, parameters }: Request): Promise<Reply> => {
    try {
      const ready = await service;
      const call = Object.hasOwn(ready, name) ? ready[name] : undefined;
      if (!call) throw new Error(`There is no "${name}" to call.`);
      return { id, result: await call(...(parameters as never[])) };
    } catch (error) {
      return { id, error: { name: error instanceof Error ? error.name : 'Error', message: describe(error) } };
    }
  };

  port.onmessage = ({ data }: MessageEvent<Request>) => {
    void answer(data).then((reply) => port.postMessage(reply, portsIn(reply)));
  };
  return { notify: (notice: N): void => port.postMessage({ notice } satisfies Notice, []) };
};

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };

/** Calls what the other side serves. Every call is a message and its reply; errors arrive with their name and sentence. */
export const connect = <S extends object, N = never>(port: Port, onNotice: (notice: N) => void = () => undefined) => {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let gone: Error | undefined;

  port.onmessage = ({ data }: MessageEvent<Reply | Notice>) => {
    if ('notice' in data) return onNotice(data.notice as N);
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) call?.reject(Object.assign(new Error(data.error.message), { name: data.error.name }));
    else call?.resolve(data.result);
  };

  const call = (name: string, parameters: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      port.postMessage({ id: lastId, name, parameters } satisfies Request, []);
    });

  /** The other side is gone: whoever waits hears of it, and whoever calls from now on. */
  const breakOff = (error: Error): void => {
    gone = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const service = new Proxy({} as S, {
    // A promise that resolves with this object asks for `then`: it must not look like a promise itself.
    get: (_, name) => (name === 'then' ? undefined : (...parameters: unknown[]) => call(String(name), parameters)),
  });
  return { service, breakOff };
};

/** Message ports travel by being handed over. They are looked for where we send them: at the top of a result. */
const portsIn = (reply: Reply): Transferable[] => {
  if (!('result' in reply) || typeof reply.result !== 'object' || reply.result === null) return [];
  return Object.values(reply.result).filter((value) => value instanceof MessagePort);
};
