import { type FromSupervisor, frameConnect, frameReady, type ToSupervisor } from './supervisorProtocol.ts';

/**
 * The only script of the sandboxed frame. It starts and ends workers and answers pings; it never runs the person's
 * code, so its silence means that the frame's process is gone.
 */
const appOrigin = document.querySelector<HTMLMetaElement>('meta[name="app-origin"]')?.content;

const supervise = (control: MessagePort): void => {
  const workers = new Map<number, { worker: Worker; address: string }>();
  const say = (message: FromSupervisor): void => control.postMessage(message);

  const spawn = (workerId: number, script: string, port: MessagePort): void => {
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const worker = new Worker(address);
    worker.onerror = (event) => {
      event.preventDefault();
      say({
        t: 'worker-error',
        workerId,
        message: String(event.message || 'The worker did not start.'),
        line: event.lineno | 0,
      });
    };
    workers.set(workerId, { worker, address });
    worker.postMessage('port', [port]);
  };
  const kill = (workerId: number): void => {
    const running = workers.get(workerId);
    running?.worker.terminate();
    if (running) URL.revokeObjectURL(running.address);
    workers.delete(workerId);
    say({ t: 'killed', workerId });
  };

  control.onmessage = ({ data, ports }: MessageEvent<ToSupervisor>) => {
    switch (data.op) {
      case 'spawn':
        if (ports[0]) spawn(data.workerId, data.script, ports[0]);
        return;
      case 'kill':
        kill(data.workerId);
        return;
      case 'ping':
        say({ t: 'pong', count: data.count });
    }
  };
  say({ t: 'hello' });
};

const connect = (event: MessageEvent): void => {
  const [control] = event.ports;
  const isApp = event.source === window.parent && event.origin === appOrigin && event.data?.type === frameConnect;
  if (!isApp || !control) return;
  window.removeEventListener('message', connect);
  supervise(control);
};

// Opened by itself, or in a frame that was not made opaque, it does nothing.
if (self.origin === 'null' && window !== window.parent && appOrigin) {
  window.addEventListener('message', connect);
  window.parent.postMessage({ type: frameReady }, appOrigin);
}
