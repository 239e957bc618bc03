import { DeterminismError } from './errors.ts';
import { apply, construct, DateBase, defineProperty, descriptorOf, imul, matches } from './primordials.ts';

/** What `decide` and policies may ask for: the command's time and a seed made of its id. */
type Chance = { now: number; random: () => number };

let chance: Chance | null = null;

/** Whether a run with the same seed has asked for time or chance; kept for nobody but this module. */
const asked = (what: string, advice: string): Chance => {
  if (!chance)
    throw new DeterminismError(`${what} is not available here: the result must be the same on every replay. ${advice}`);
  return chance;
};

const putTimeIn = 'Put the time into the event, in `decide`, and read it from there.';
const putChanceIn = 'Draw it in `decide` and put it into the event.';

/** Marsaglia's xorshift with 32 bits of state: enough for ids in a playground, and the same on every engine. */
const generator = (seed: number): (() => number) => {
  let state = seed === 0 ? 1 : seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
};

const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
};

/** Runs with time and chance that answer from `now` and `seed`; outside of it both are an error that says what to do. */
export const withChance = <Result>(now: number, seed: string, run: () => Result): Result => {
  chance = { now, random: generator(seedOf(seed)) };
  try {
    return run();
  } finally {
    chance = null;
  }
};

export const presentTime = (): number => asked('The current time', putTimeIn).now;

const zoned = /(Z|[+-]\d\d:?\d\d|GMT|UTC)\s*(\(.*\))?$/i;
const dateOnly = /^[+-]?\d{4,6}(-\d\d(-\d\d)?)?$/;

/** Text without a zone counts as UTC, whatever the machine's zone is. */
const parseAsUtc = (text: string): number => {
  const time = DateBase.parse(text);
  if (Number.isNaN(time) || matches(zoned, text) || matches(dateOnly, text)) return time;
  const local = new DateBase(time);
  return time - local.getTimezoneOffset() * 60_000;
};

const dateParameters = (parameters: unknown[]): unknown[] => {
  if (parameters.length === 0) return [presentTime()];
  const [only] = parameters;
  if (parameters.length > 1) return [apply(DateBase.UTC, undefined, parameters)];
  return [typeof only === 'string' ? parseAsUtc(only) : only];
};

const utcNames = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];

/** Local time is UTC: each local reader becomes its UTC twin. */
const useUtc = (prototype: { [name: string]: unknown }): void => {
  for (const name of utcNames) {
    prototype[`get${name}`] = prototype[`getUTC${name}`];
    if (prototype[`setUTC${name}`]) prototype[`set${name}`] = prototype[`setUTC${name}`];
  }
  const toUtc = DateBase.prototype.toUTCString;
  prototype.getTimezoneOffset = () => 0;
  prototype.toString = function (this: Date) {
    return apply(toUtc, this, []);
  };
  prototype.toDateString = function (this: Date) {
    return apply(toUtc, this, []).slice(0, 16);
  };
  prototype.toTimeString = function (this: Date) {
    return apply(toUtc, this, []).slice(17);
  };
};

const installDate = (): void => {
  const VirtualDate = function (this: unknown, ...parameters: unknown[]) {
    if (!new.target) return String(new (VirtualDate as unknown as DateConstructor)(presentTime()));
    return construct(DateBase, dateParameters(parameters), new.target);
  };
  VirtualDate.prototype = DateBase.prototype;
  VirtualDate.now = () => presentTime();
  VirtualDate.UTC = DateBase.UTC;
  VirtualDate.parse = (text: unknown) => parseAsUtc(String(text));
  useUtc(DateBase.prototype as unknown as { [name: string]: unknown });
  defineProperty(DateBase.prototype, 'constructor', { value: VirtualDate, configurable: true, writable: true });
  defineProperty(globalThis, 'Date', { value: VirtualDate, configurable: true, writable: true });
};

const fourHex = (random: () => number): string =>
  Math.floor(random() * 65536)
    .toString(16)
    .padStart(4, '0');

/** The shape of a random UUID (version 4), from the seeded generator. */
const seededUuid = (random: () => number): string => {
  const part = () => fourHex(random);
  return `${part()}${part()}-${part()}-4${part().slice(1)}-a${part().slice(1)}-${part()}${part()}${part()}`;
};

const installChance = (): void => {
  Math.random = () => asked('Math.random()', putChanceIn).random();
  const crypto = Object.freeze({
    randomUUID: () => seededUuid(asked('crypto.randomUUID()', putChanceIn).random),
    getRandomValues: (array: { length: number; [index: number]: number }) => {
      const { random } = asked('crypto.getRandomValues()', putChanceIn);
      for (let index = 0; index < array.length; index += 1) array[index] = random() * 4294967296;
      return array;
    },
  });
  defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
  const performance = Object.freeze({
    now: () => {
      throw new DeterminismError(
        'performance.now() is not available here: the result must be the same on every replay.',
      );
    },
  });
  defineProperty(globalThis, 'performance', { value: performance, configurable: true });
};

const installTemporal = (): void => {
  const temporal = (globalThis as { Temporal?: object }).Temporal;
  if (!temporal || !descriptorOf(temporal, 'Now')?.configurable) return;
  defineProperty(temporal, 'Now', {
    get: () => {
      throw new DeterminismError(`Temporal.Now is not available here. ${putTimeIn}`);
    },
  });
};

/** Replaces everything that tells the time or draws lots. */
export const installVirtualTime = (): void => {
  installDate();
  installChance();
  installTemporal();
};
