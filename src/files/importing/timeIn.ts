import type { Json } from '#event-store';

const iso =
  /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i;
/** Day, month, year with dots is written in one order everywhere; with slashes it is not, and cannot be told. */
const dotted = /^(\d\d?)\.(\d\d?)\.(\d{4})(?:,?\s+(\d\d?):(\d\d)(?::(\d\d))?)?$/;

/** Years 1973 to 5138 in seconds, milliseconds and microseconds since 1970 do not overlap. */
const sinceEpoch = (amount: number): number | undefined => {
  const size = Math.abs(amount);
  if (size >= 1e8 && size < 1e11) return amount * 1000;
  if (size >= 1e11 && size < 1e14) return amount;
  return size >= 1e14 && size < 1e17 ? amount / 1000 : undefined;
};

const offsetOf = (zone: string | undefined): number => {
  const parts = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '');
  if (!parts) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3] ?? 0)) * 60_000;
};

/** Undefined where there is no such day or time: 31 February. */
const utc = (year: number, month: number, day: number, hour: number, minute: number, second: number) => {
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isThere =
    at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour <= 24 && minute < 60 && second <= 60;
  return isThere ? at.getTime() : undefined;
};

const inText = (text: string): number | undefined => {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = iso.exec(text) ?? [];
  if (year !== undefined) {
    const at = utc(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
    return at === undefined ? undefined : at + Number(fraction.padEnd(3, '0').slice(0, 3)) - offsetOf(zone);
  }
  const german = dotted.exec(text);
  if (german) {
    const [, dayFirst, monthSecond, yearLast, ...time] = german;
    const [hours, minutes, seconds] = time.map((part) => Number(part ?? 0));
    return utc(Number(yearLast), Number(monthSecond), Number(dayFirst), hours ?? 0, minutes ?? 0, seconds ?? 0);
  }
  return /^\d{10,16}$/.test(text) ? sinceEpoch(Number(text)) : undefined;
};

/** A time in a record, in milliseconds since 1970; what names no zone is taken as UTC, so that it is the same everywhere. */
export const timeIn = (value: Json | undefined): number | undefined => {
  if (typeof value === 'number') return sinceEpoch(value);
  return typeof value === 'string' ? inText(value.trim()) : undefined;
};
