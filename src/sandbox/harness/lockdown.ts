import { captureConsole } from './capturedConsole.ts';
import { SandboxError } from './errors.ts';
import { installFixedLocale } from './fixedLocale.ts';
import { defineProperty, getPrototypeOf, ownKeys, plainPrototype } from './primordials.ts';
import { installVirtualTime } from './virtualTime.ts';

/** ECMAScript and a few pure helpers; whatever else a worker offers is taken away. */
const kept = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError JSON Math Intl
  ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float16Array Float32Array Float64Array
  Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet Proxy Reflect Iterator
  DisposableStack decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape isFinite isNaN globalThis
  Temporal structuredClone TextEncoder TextDecoder URL URLSearchParams atob btoa __replayground`.split(/\s+/),
);

const functions = `fetch XMLHttpRequest WebSocket EventSource importScripts Worker BroadcastChannel setTimeout
  setInterval queueMicrotask setImmediate requestAnimationFrame WebTransport postMessage close eval alert`.split(/\s+/);

const objects = [
  'indexedDB',
  'caches',
  'localStorage',
  'sessionStorage',
  'navigator',
  'location',
  'document',
  'window',
  'self',
];

const removeForeign = (): void => {
  for (let owner: object | null = globalThis; owner && owner !== plainPrototype; owner = getPrototypeOf(owner))
    for (const key of ownKeys(owner)) {
      const isKept = typeof key === 'symbol' || (owner === globalThis && kept.has(key));
      if (!isKept) Reflect.deleteProperty(owner, key);
    }
};

/** What people are likely to try says why it is not there. */
const explainMissing = (): void => {
  for (const name of functions) {
    const refuse = () => {
      throw new SandboxError(
        `${name}() is not available here: this code is pure, without network, storage, timers or code made at run time.`,
      );
    };
    defineProperty(globalThis, name, { value: refuse, configurable: true, writable: true });
  }
  for (const name of objects)
    defineProperty(globalThis, name, {
      configurable: true,
      get: () => {
        throw new SandboxError(`\`${name}\` is not available here: this code is pure and does not see the browser.`);
      },
    });
};

/** Leaves the language and nothing of the browser. Runs once, before any of the person's code. */
export const lockDown = (): void => {
  removeForeign();
  explainMissing();
  Reflect.deleteProperty(URL, 'createObjectURL');
  Reflect.deleteProperty(URL, 'revokeObjectURL');
  installVirtualTime();
  installFixedLocale();
  captureConsole();
  // V8 would hand out call sites, and with them functions of ours.
  defineProperty(Error, 'prepareStackTrace', { value: undefined, writable: false, configurable: false });
};
