import type { EventDefinition, Upcast } from './Model.ts';
import { asJson, type Json, type JsonObject, type RecordedEvent } from './messages.ts';
import { actionOf } from './processes.ts';
import { upcasterIn } from './shapes.ts';

/** Events as the present code wants them: each stored one as one, none or several. What is stored never changes. */
export const upcasting = (definitions: readonly EventDefinition[]) => {
  const byType = new Map<string, EventDefinition>();
  for (const definition of definitions)
    for (const type of [...definition.formerNames, definition.type]) byType.set(type, definition);

  const read = (event: RecordedEvent): RecordedEvent[] => {
    const { prefix, type } = handedIn(event.type);
    const definition = byType.get(type);
    const step = definition?.upcasts.find(({ to }) => to > event.metadata.schemaVersion);
    if (!definition || !step) return [event];
    return readAs(step, { ...event, type }).flatMap((made) => {
      const isOwn = byType.get(made.type) === definition;
      // What is read as another type is written for that type as it is today.
      const schemaVersion = isOwn ? step.to : (byType.get(made.type)?.schemaVersion ?? 1);
      const name = step.formerNames?.includes(made.type) ? definition.type : made.type;
      return read({ type: prefix + name, data: made.data, metadata: { ...event.metadata, schemaVersion } });
    });
  };
  return read;
};

/** What a process manager was handed keeps the version of its event. */
export const handedIn = (eventType: string): { prefix: string; type: string } => {
  const known = actionOf(eventType);
  return known?.action === 'received' ? { prefix: 'received:', type: known.type } : { prefix: '', type: eventType };
};

type Made = { type: string; data: Json };

/** A list is a list of events, null is none, and whatever else is the data of the event in its next version. */
const readAs = ({ rename = {}, defaults = {}, code }: Upcast, event: RecordedEvent): Made[] => {
  let { data } = event;
  for (const [path, to] of Object.entries(rename)) data = atEnd(data, path.split('.'), renamed(path, to));
  for (const [path, value] of Object.entries(defaults)) data = atEnd(data, path.split('.'), filled(path, value));
  if (!code) return [{ type: event.type, data }];
  const made = upcasterIn(code)(structuredClone(data), storedMetadata(event));
  if (made === null) return [];
  if (Array.isArray(made)) return made.map(({ type, data: held }: Made) => ({ type, data: asJson(held) }));
  return [{ type: event.type, data: asJson(made) }];
};

/** Upcasters are handed positions as numbers, as they are stored. */
const storedMetadata = ({ metadata }: RecordedEvent): object => ({
  ...metadata,
  streamPosition: Number(metadata.streamPosition),
  globalPosition: Number(metadata.globalPosition),
});

type Change = (holder: JsonObject) => JsonObject;

/** Goes along a path, through the items of lists, to the object that holds its last key. */
const atEnd = (data: Json, [name = '', ...rest]: string[], change: Change): Json => {
  if (Array.isArray(data)) return data.map((item) => atEnd(item, [name, ...rest], change));
  if (data === null || typeof data !== 'object') return data;
  if (rest.length === 0) return change(data);
  const inner = Object.hasOwn(data, name) ? data[name] : undefined;
  return inner === undefined ? data : { ...data, [name]: atEnd(inner, rest, change) };
};

const lastOf = (path: string): string => path.split('.').at(-1) ?? '';

const renamed =
  (path: string, to: string): Change =>
  (holder) =>
    !Object.hasOwn(holder, lastOf(path)) || Object.hasOwn(holder, to)
      ? holder
      : Object.fromEntries(Object.entries(holder).map(([key, value]) => [key === lastOf(path) ? to : key, value]));

const filled =
  (path: string, value: Json): Change =>
  (holder) =>
    Object.hasOwn(holder, lastOf(path)) ? holder : { ...holder, [lastOf(path)]: value };
