import type { WorkerHost } from '#sandbox';
import { connect, type Port, serve } from './wire.ts';

type HostService = Omit<WorkerHost, 'onLost'>;
type Lost = { workerId: number; message: string; line?: number };

/** On the screen thread, which alone may open frames: offers its host to the engine's thread. */
export const offerHost = (host: WorkerHost, port: Port): void => {
  const { spawn, kill } = host;
  const { notify } = serve<Lost>(port, { spawn, kill } satisfies HostService, String);
  host.onLost((workerId, message, line) => notify({ workerId, message, ...(line === undefined ? {} : { line }) }));
};

/** In the engine's thread: the host as if it were here. Spawned workers answer by ports of their own, never by way of the screen. */
export const reachHost = (port: Port): WorkerHost => {
  const listeners = new Set<Parameters<WorkerHost['onLost']>[0]>();
  const { service } = connect<HostService, Lost>(port, ({ workerId, message, line }) => {
    for (const listener of listeners) listener(workerId, message, line);
  });
  const onLost: WorkerHost['onLost'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { spawn: (script) => service.spawn(script), kill: (workerId, hard) => service.kill(workerId, hard), onLost };
};
