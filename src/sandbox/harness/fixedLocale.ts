import { apply, construct, defineProperty, descriptorOf } from './primordials.ts';
import { presentTime } from './virtualTime.ts';

const locale = 'en-US';
const zone = { timeZone: 'UTC' };

type Constructor = { new (...parameters: unknown[]): object; prototype: object; supportedLocalesOf?: unknown };
type Method = (this: unknown, ...parameters: unknown[]) => unknown;

const withDefaults = (name: string, [wanted = locale, options]: unknown[]): unknown[] =>
  name === 'DateTimeFormat' ? [wanted, { ...zone, ...(options as object | undefined) }] : [wanted, options];

/** `new Intl.X()` and `Intl.X()` without a locale mean en-US, and dates mean UTC. */
const wrapConstructors = (): void => {
  const intl = Intl as unknown as { [name: string]: Constructor };
  for (const name of Object.getOwnPropertyNames(Intl)) {
    const Original = intl[name];
    if (typeof Original !== 'function' || !Original.prototype || name === 'Locale') continue;
    const Wrapped = function (this: unknown, ...parameters: unknown[]) {
      const target = new.target === undefined || new.target === Wrapped ? Original : new.target;
      return construct(Original, withDefaults(name, parameters), target);
    };
    Wrapped.prototype = Original.prototype;
    if (Original.supportedLocalesOf) Object.assign(Wrapped, { supportedLocalesOf: Original.supportedLocalesOf });
    defineProperty(Original.prototype, 'constructor', { value: Wrapped, configurable: true, writable: true });
    intl[name] = Wrapped as unknown as Constructor;
  }
};

/** A formatter of dates that is asked about nothing formats the present: the command's time, or an error. */
const guardPresent = (): void => {
  const prototype = Intl.DateTimeFormat.prototype as unknown as { [name: string]: unknown };
  const format = descriptorOf(prototype, 'format')?.get;
  if (format)
    defineProperty(prototype, 'format', {
      configurable: true,
      get(this: unknown) {
        const bound = apply(format, this, []) as Method;
        return (value: unknown) => bound(value === undefined ? presentTime() : value);
      },
    });
  const parts = prototype.formatToParts as Method | undefined;
  if (parts)
    prototype.formatToParts = function (this: unknown, value: unknown) {
      return apply(parts, this, [value === undefined ? presentTime() : value]);
    };
};

const dateStyles: { [method: string]: object } = {
  toLocaleString: {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  },
  toLocaleDateString: { year: 'numeric', month: 'numeric', day: 'numeric' },
  toLocaleTimeString: { hour: 'numeric', minute: 'numeric', second: 'numeric' },
};

/** Gives a method a default for its locale, which stands at `place` among the parameters. */
const defaultLocale = (prototype: object, name: string, place: number): void => {
  const methods = prototype as { [name: string]: Method };
  const original = methods[name];
  if (!original) return;
  methods[name] = function (this: unknown, ...parameters: unknown[]) {
    const given = [...parameters];
    while (given.length < place) given.push(undefined);
    if (given[place] === undefined) given[place] = locale;
    return apply(original, this, given);
  };
};

const fixMethods = (): void => {
  const dates = Date.prototype as unknown as { [name: string]: Method };
  for (const [name, style] of Object.entries(dateStyles)) {
    const original = dates[name] as Method;
    dates[name] = function (this: unknown, wanted: unknown, options: unknown) {
      const chosen = options === undefined ? style : (options as object);
      return apply(original, this, [wanted === undefined ? locale : wanted, { ...zone, ...chosen }]);
    };
  }
  for (const prototype of [Number.prototype, BigInt.prototype, Array.prototype])
    defaultLocale(prototype, 'toLocaleString', 0);
  defaultLocale(String.prototype, 'localeCompare', 1);
  for (const name of ['toLocaleUpperCase', 'toLocaleLowerCase']) defaultLocale(String.prototype, name, 0);
};

/** The same words and orders on every machine: locale en-US, time zone UTC. */
export const installFixedLocale = (): void => {
  wrapConstructors();
  guardPresent();
  fixMethods();
};
