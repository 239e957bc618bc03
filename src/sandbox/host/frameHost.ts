import { frameHtml } from 'virtual:sandbox-parts';
import type { WorkerHost } from '../Sandbox.ts';
import { type FromSupervisor, frameConnect, frameReady, type ToSupervisor } from './supervisorProtocol.ts';

/** Milliseconds until a frame that does not answer counts as failed. */
const openingLimit = 30_000;
const pingEvery = 500;
/** Pings without an answer after which the frame's process counts as dead. */
const mostMissed = 7;

type Frame = { element: HTMLIFrameElement; control: MessagePort; workers: Set<number>; stop: () => void };

const makeElement = (): HTMLIFrameElement => {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts');
  element.setAttribute('allow', '');
  element.referrerPolicy = 'no-referrer';
  element.title = 'Sandbox';
  element.tabIndex = -1;
  element.setAttribute('aria-hidden', 'true');
  element.style.cssText = 'position:absolute;width:0;height:0;border:0;visibility:hidden';
  // Some browsers hide the app's origin from the frame, so it is written into its page.
  const origin = `<meta name="app-origin" content="${location.origin}">`;
  element.srcdoc = frameHtml.replace('<meta charset="utf-8">', `<meta charset="utf-8">${origin}`);
  return element;
};

const untilReady = (element: HTMLIFrameElement): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(limit);
      removeEventListener('message', listen);
    };
    const listen = (event: MessageEvent): void => {
      const isFrame = event.source === element.contentWindow && event.origin === 'null';
      if (!isFrame || event.data?.type !== frameReady) return;
      stop();
      resolve();
    };
    const limit = setTimeout(() => {
      stop();
      reject(
        new Error('The sandbox did not open. Reload the page; if it stays so, this browser blocks sandboxed frames.'),
      );
    }, openingLimit);
    addEventListener('message', listen);
    document.body.append(element);
  });

/**
 * Opens the sandboxed frame on the screen thread and keeps it alive: a frame that died or was removed is made anew for
 * the next worker. All workers of a frame share its process and die with it.
 */
export const openFrameHost = async (): Promise<WorkerHost & { close(): void }> => {
  let frame: Promise<Frame> | null = null;
  let nextId = 1;
  const listeners = new Set<(workerId: number, message: string, line?: number) => void>();
  const tellLost = (workerId: number, message: string, line?: number): void => {
    for (const listener of listeners) listener(workerId, message, line);
  };

  const drop = (dead: Frame, message: string | null): void => {
    frame = null;
    dead.stop();
    dead.element.remove();
    dead.control.close();
    if (message !== null) for (const workerId of dead.workers) tellLost(workerId, message);
    dead.workers.clear();
  };

  const watch = (opened: Frame): void => {
    let sent = 0;
    let answered = 0;
    opened.control.onmessage = ({ data }: MessageEvent<FromSupervisor>) => {
      if (data.t === 'pong') answered = data.count;
      if (data.t === 'worker-error' && opened.workers.has(data.workerId))
        tellLost(data.workerId, data.message, data.line);
    };
    const ping = setInterval(() => {
      // Timers of a hidden tab are slowed down: silence says nothing there.
      if (document.visibilityState === 'hidden') answered = sent;
      if (sent - answered >= mostMissed) drop(opened, 'The sandbox ran out of memory and was restarted.');
      else send(opened, { op: 'ping', count: ++sent });
    }, pingEvery);
    opened.stop = () => clearInterval(ping);
  };

  const open = async (): Promise<Frame> => {
    const element = makeElement();
    await untilReady(element);
    const channel = new MessageChannel();
    const opened: Frame = { element, control: channel.port1, workers: new Set(), stop: () => undefined };
    const greeted = new Promise<void>((resolve) => {
      channel.port1.onmessage = () => resolve();
    });
    // An opaque origin cannot be named as a target; what is sent is a port and no secret.
    element.contentWindow?.postMessage({ type: frameConnect }, '*', [channel.port2]);
    await greeted;
    watch(opened);
    return opened;
  };
  const opened = (): Promise<Frame> => {
    frame ??= open();
    return frame;
  };

  await opened();
  return {
    spawn: async (script) => {
      const home = await opened();
      const workerId = nextId++;
      const channel = new MessageChannel();
      home.workers.add(workerId);
      send(home, { op: 'spawn', workerId, script }, [channel.port2]);
      return { workerId, port: channel.port1 };
    },
    kill: async (workerId, hard) => {
      const home = await frame;
      if (!home?.workers.delete(workerId)) return;
      if (hard) drop(home, 'Another part of the code had to be stopped, and the sandbox was restarted.');
      else send(home, { op: 'kill', workerId });
    },
    onLost: (handle) => {
      listeners.add(handle);
      return () => listeners.delete(handle);
    },
    close: () => {
      void frame?.then((home) => drop(home, null));
    },
  };
};

const send = ({ control }: Frame, message: ToSupervisor, transfer: Transferable[] = []): void =>
  control.postMessage(message, transfer);
