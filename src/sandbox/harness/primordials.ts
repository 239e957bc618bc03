/**
 * What the harness needs of the language, taken before any of the person's code runs: code that replaces a built-in
 * changes its own world, not ours. The port must never pass through anything that such code could have replaced.
 */
const uncurry = Function.prototype.bind.bind(Function.prototype.call) as <This, Args extends unknown[], Result>(
  method: (this: This, ...args: Args) => Result,
) => (self: This, ...args: Args) => Result;

const getterOf = (prototype: object, name: string): (() => unknown) => {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!getter) throw new Error(`This browser has no ${name}.`);
  return getter;
};
const setterOf = (prototype: object, name: string): ((value: unknown) => void) => {
  const setter = Object.getOwnPropertyDescriptor(prototype, name)?.set;
  if (!setter) throw new Error(`This browser has no ${name}.`);
  return setter;
};

export const dataOf = uncurry(getterOf(MessageEvent.prototype, 'data') as (this: MessageEvent) => unknown);
export const portsOf = uncurry(getterOf(MessageEvent.prototype, 'ports') as (this: MessageEvent) => MessagePort[]);
export const postTo = uncurry(MessagePort.prototype.postMessage as (this: MessagePort, message: unknown) => void);
export const listenOn = uncurry(
  setterOf(MessagePort.prototype, 'onmessage') as (this: MessagePort, handle: (event: MessageEvent) => void) => void,
);
export const addListener = globalThis.addEventListener.bind(globalThis);
export const removeListener = globalThis.removeEventListener.bind(globalThis);

export const stringify = JSON.stringify;
export const parseJson = JSON.parse;
export const now = performance.now.bind(performance);
export const apply = Reflect.apply;
export const construct = Reflect.construct;
export const ownKeys = Reflect.ownKeys;
export const getPrototypeOf = Object.getPrototypeOf;
export const keysOf = Object.keys;
export const defineProperty = Object.defineProperty;
export const descriptorOf = Object.getOwnPropertyDescriptor;
export const isArray = Array.isArray;
export const hasOwn = Object.hasOwn;
export const isFiniteNumber = Number.isFinite;
export const isSame = Object.is;
export const freeze = Object.freeze;
export const isFrozen = Object.isFrozen;
export const assign = Object.assign;
export const slice = uncurry(String.prototype.slice as (this: string, from: number, to: number) => string);
export const matches = uncurry(RegExp.prototype.test as (this: RegExp, text: string) => boolean);
export const sourceOf = uncurry(Function.prototype.toString as (this: unknown) => string);
export const imul = Math.imul;

export const ErrorBase = Error;
export const DateBase = Date;
export const PromiseBase = Promise;
export const MapBase = Map;
export const SetBase = Set;
export const plainPrototype = Object.prototype;
export const arrayPrototype = Array.prototype;
/** Errors of exactly these constructors are mistakes of the code, not rules (semantics.md §5). */
export const failurePrototypes: object[] = [
  TypeError.prototype,
  ReferenceError.prototype,
  RangeError.prototype,
  SyntaxError.prototype,
];

/** A record without a prototype, for keys that come from outside. */
export const emptyRecord = <Value>(): { [key: string]: Value } => Object.create(null);
