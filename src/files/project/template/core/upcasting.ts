import type { EventDefinition, Upcast } from './Model.ts';
import { asJson, type Json, type JsonObject, type RecordedEvent } from './messages.ts';
import { upcasterIn } from './shapes.ts';

/** Events as the present code wants them. What is stored never changes. */
export const upcasting = (definitions: readonly EventDefinition[]) => {
  const byType = new Map<string, EventDefinition>();
  for (const definition of definitions)
    for (const type of [...definition.formerNames, definition.type]) byType.set(type, definition);

  return (event: RecordedEvent): RecordedEvent[] => {
    const definition = byType.get(event.type);
    const steps = definition?.upcasts.filter(({ to }) => to > event.metadata.schemaVersion) ?? [];
    return steps.reduce<RecordedEvent[]>(
      (events, step) => events.flatMap((each) => read(step, definition?.type ?? '', each)),
      [event],
    );
  };
};

const read = (step: Upcast, name: string, event: RecordedEvent): RecordedEvent[] => {
  const { formerNames = [], rename = {}, defaults = {}, code } = step;
  let data = event.data;
  for (const [path, to] of Object.entries(rename)) data = atEnd(data, path.split('.'), renamed(path, to));
  for (const [path, value] of Object.entries(defaults)) data = atEnd(data, path.split('.'), filled(path, value));
  const type = formerNames.includes(event.type) ? name : event.type;
  const metadata = { ...event.metadata, schemaVersion: step.to };
  if (!code) return [{ type, data, metadata }];
  return [{ type, data: asJson(upcasterIn(code)(structuredClone(data), storedMetadata(event))), metadata }];
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
