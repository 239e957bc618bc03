import type { Json } from '#event-store';
import { dropPrototypes } from '../dropPrototypes.ts';
import { nestingOf } from '../jsonPlaces.ts';
import { deepestNesting } from './jsonRecords.ts';

/** The attributes that every CloudEvent of version 1.0 has (0.3 has them too). */
const required = ['id', 'source', 'specversion', 'type'];

export const isCloudEvent = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  required.every((name) => typeof value[name] === 'string');

const isJsonType = (type: Json | undefined): boolean =>
  type === undefined || (typeof type === 'string' && /^[^;]*[/+]json\s*(?:;|$)/i.test(type));

const jsonIn = (text: string): Json | undefined => {
  if (nestingOf(text) > deepestNesting) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    dropPrototypes(value);
    return value;
  } catch {
    return undefined;
  }
};

const textOfBase64 = (text: string): string | undefined => {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
};

/** Data that was sent as bytes is read where it says that it is JSON; else it stays as it came, under its own name. */
export const withReadableData = (event: Json): Json => {
  if (!isCloudEvent(event) || event.data !== undefined || typeof event.data_base64 !== 'string') return event;
  const text = isJsonType(event.datacontenttype) ? textOfBase64(event.data_base64) : undefined;
  const data = text === undefined ? undefined : jsonIn(text);
  return { ...event, data: data ?? { data_base64: event.data_base64 } };
};
