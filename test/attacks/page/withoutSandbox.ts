import { compileModule } from '../../../src/sandbox/compile/compileModule.ts';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The same code in a plain worker of the app's own origin: how it would be without the sandbox. */
export const runWithoutSandbox = async (text: string): Promise<void> => {
  const compiled = compileModule({
    id: 'attack',
    kind: 'decider',
    name: 'Attack',
    files: [{ path: 'decider.ts', text }],
  });
  if (compiled.kind === 'broken') return;
  const script = `(async (exports, require) => {${compiled.files[0]?.script}
    const state = typeof exports.initialState === 'function' ? exports.initialState() : {};
    exports.evolve?.(state, { type: 'Happened', data: { x: 1 } });
    exports.decide?.({ type: 'Go', data: {} }, state);
  })({}, (name) => { throw new Error(name); });`;
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  worker.onerror = (event) => event.preventDefault();
  await pause(1_000);
  worker.terminate();
};

/** Runs code inside the window of a frame that is opened as the sandbox's is, with a page that runs what it is sent. */
export const runInFrame = async (code: string, page: string): Promise<string> => {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.srcdoc = await (await fetch(page)).text();
  const ready = new Promise<void>((resolve) => {
    addEventListener('message', ({ source }) => source === frame.contentWindow && resolve());
  });
  document.body.append(frame);
  await ready;
  const channel = new MessageChannel();
  const answer = new Promise<string>((resolve) => {
    channel.port1.onmessage = ({ data }) => resolve(String(data));
  });
  frame.contentWindow?.postMessage(code, '*', [channel.port2]);
  const words = await Promise.race([answer, pause(1_000).then(() => 'no answer')]);
  await pause(500);
  frame.remove();
  return words;
};
