import {
  type HarnessSettings,
  largestReply,
  type WorkerMessage,
  type WorkerRequest,
  type WorkerResult,
} from '../protocol.ts';
import { takeLines } from './capturedConsole.ts';
import { decide, specify } from './deciding.ts';
import { describeThrown, NotHeld, takeDiagnostics } from './errors.ts';
import { loadModule } from './loadedModules.ts';
import { lockDown } from './lockdown.ts';
import { makingOf } from './making.ts';
import {
  addListener,
  dataOf,
  isArray,
  listenOn,
  parseJson,
  portsOf,
  postTo,
  removeListener,
  stringify,
} from './primordials.ts';
import { project, route } from './projecting.ts';
import { address, react } from './reacting.ts';
import { followValues } from './replay/followValues.ts';
import { historyOf } from './replay/historyOf.ts';
import { feedPage } from './replay/log.ts';
import { moment } from './replay/moment.ts';
import { reportProgressTo } from './replay/progress.ts';
import { surroundingsOf } from './replay/surroundings.ts';
import { running } from './running.ts';
import { setStoreAsJson } from './storage.ts';
import { trace } from './tracing.ts';
import { upcast } from './upcasting.ts';

const turns = new MessageChannel();
const afterMicrotasks = (run: () => void): void => {
  listenOn(turns.port1, run);
  postTo(turns.port2, 0);
};

/** Pages of the log stand beside their request, so that their text is not written into another one and read twice. */
type Message = { id: number; request: WorkerRequest; pages: string[] };

const messageIn = (data: unknown): Message => {
  const [text, ...pages] = isArray(data) ? (data as [string, ...string[]]) : [data as string];
  const { id, ...request } = parseJson(text);
  return { id, request, pages };
};

/** Answers requests on the port. Nothing that the person's code can reach ever holds it. */
const serveOn = (port: MessagePort) => {
  const send = (message: WorkerMessage): void => postTo(port, message);

  const answer = ({ op, args }: WorkerRequest): unknown => {
    switch (op) {
      case 'decide':
        return decide(args);
      case 'specify':
        return specify(args);
      case 'route':
        return route(args);
      case 'project':
        return project(args);
      case 'react':
        return react(args);
      case 'address':
        return address(args);
      case 'moment':
        return moment(args);
      case 'trace':
        return trace(args);
      case 'history':
        return historyOf(args);
      case 'follow':
        return followValues(args);
      case 'surroundings':
        return surroundingsOf(args);
      case 'making':
        return makingOf(args);
      case 'upcast':
        return upcast(args);
    }
  };

  const resultOf = ({ request, pages }: Message): string => {
    running.moduleId = undefined;
    running.position = undefined;
    try {
      for (const page of pages) feedPage(page);
      const value = answer(request);
      const result: WorkerResult = { value, logs: takeLines(), diagnostics: takeDiagnostics() };
      const json = stringify(result);
      if (json.length > largestReply)
        throw new RangeError(
          `The result is too large: ${json.length >> 20} MB, the limit is ${largestReply >> 20} MB.`,
        );
      return json;
    } catch (error) {
      if (NotHeld.is(error)) {
        const missing: WorkerResult = { missing: error.position, logs: takeLines(), diagnostics: takeDiagnostics() };
        return stringify(missing);
      }
      const broken = describeThrown(error, request.op);
      const result: WorkerResult = { broken, logs: takeLines(), diagnostics: takeDiagnostics() };
      return stringify(result);
    }
  };

  listenOn(port, (event) => {
    const message = messageIn(dataOf(event));
    const { id } = message;
    reportProgressTo((done, total) => send({ t: 'progress', id, done, total }));
    send({ t: 'reply', id, json: resultOf(message) });
    afterMicrotasks(() => send({ t: 'idle', id }));
  });
  return send;
};

/** One module a turn, each announced first: where the worker falls silent, the last one named is why. */
const loadModules = (modules: HarnessSettings['modules'], send: (message: WorkerMessage) => void, from = 0): void => {
  const next = modules[from];
  if (!next) {
    send({ t: 'ready' });
    return;
  }
  send({ t: 'loading', moduleId: next.moduleId });
  const module = loadModule(next);
  afterMicrotasks(() => {
    send({ t: 'loaded', module });
    loadModules(modules, send, from + 1);
  });
};

/** The first message brings the port; then the doors are shut, and only then the person's code is loaded. */
export const start = ({ modules, storeAsJson }: HarnessSettings): void => {
  const first = (event: MessageEvent): void => {
    removeListener('message', first as EventListener);
    const [port] = portsOf(event);
    if (!port) return;
    lockDown();
    setStoreAsJson(storeAsJson);
    loadModules(modules, serveOn(port));
  };
  addListener('message', first as EventListener);
};
