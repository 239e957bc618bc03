import { harnessName, settingsName } from '../protocol.ts';
import { define } from './modules.ts';
import { takeRecorder } from './recorder.ts';
import { start } from './serve.ts';

/**
 * What the linked script calls, beside the settings that it wrote in front: `define` for each file, then `start`. Where
 * calls are watched, it takes the recorder before any of the person's code could.
 */
const scope = globalThis as unknown as { [name: string]: unknown };
const settings = scope[settingsName];
Reflect.deleteProperty(scope, settingsName);
scope[harnessName] = Object.freeze({
  define,
  takeRecorder,
  start: () => start(settings as Parameters<typeof start>[0]),
});
