import type { WebSocket } from 'ws';

type Parameters = { [name: string]: unknown };
type Handler = () => void;

/** A session with one page: commands go out, and its events come in by their names. */
type Session = {
  send<Result>(method: string, parameters?: Parameters): Promise<Result>;
  on(event: string, handle: Handler): void;
};
export type DevTools = { send: Session['send']; session(sessionId: string): Session };

type Message = { id?: number; sessionId?: string; method?: string; result?: unknown; error?: { message: string } };

/** The DevTools protocol over one socket: answers find their question by its number. */
export const connectDevTools = (socket: WebSocket): DevTools => {
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  const handlers = new Map<string, Handler[]>();
  let lastId = 0;

  socket.on('message', (data) => {
    const { id, sessionId, method, result, error } = JSON.parse(String(data)) as Message;
    if (id === undefined) {
      for (const handle of handlers.get(`${sessionId} ${method}`) ?? []) handle();
      return;
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result as never);
  });

  const sender =
    (sessionId?: string): Session['send'] =>
    (method, params = {}) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        socket.send(JSON.stringify({ id: lastId, method, params, ...(sessionId ? { sessionId } : {}) }));
      });

  return {
    send: sender(),
    session: (sessionId) => ({
      send: sender(sessionId),
      on: (event, handle) => {
        const key = `${sessionId} ${event}`;
        handlers.set(key, [...(handlers.get(key) ?? []), handle]);
      },
    }),
  };
};
