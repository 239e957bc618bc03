import type { DefinitionOf, Json, Upcast } from '../definitions.ts';

type Stored = { type: string; data: Json; metadata: { schemaVersion?: number } };

/** What a stored event is in the next version of its definition: nothing that is stored changes. */
export const upcastWith = <E extends { type: string; data: Json }>(
  { formerNames = [], rename = {}, defaults = {} }: Upcast,
  name: string,
  event: E,
): E => {
  const renamed = Object.entries(rename).reduce<Json>(
    (data, [path, to]) => withKey(data, path.split('.'), to),
    event.data,
  );
  const data = Object.entries(defaults).reduce<Json>(
    (held, [path, value]) => withDefault(held, path.split('.'), value),
    renamed,
  );
  return { ...event, type: formerNames.includes(event.type) ? name : event.type, data };
};

/** A stored event of the definition as the present code wants it. */
export const asOfToday = <E extends Stored>({ name, upcasts = [] }: DefinitionOf<'event'>, event: E): E =>
  upcasts
    .filter(({ to }) => to > (event.metadata.schemaVersion ?? 1))
    .reduce((present, step) => upcastWith(step, name, present), event);

/** Goes along a path, through the items of lists, to the object that holds its last key. */
const changedAtEnd = (data: Json, path: string[], change: (holder: { [key: string]: Json }) => Json): Json => {
  if (Array.isArray(data)) return data.map((item) => changedAtEnd(item, path, change));
  if (data === null || typeof data !== 'object') return data;
  const [name = '', ...rest] = path;
  if (rest.length === 0) return change(data);
  const inner = Object.hasOwn(data, name) ? data[name] : undefined;
  return inner === undefined ? data : { ...data, [name]: changedAtEnd(inner, rest, change) };
};

/** The order of keys stays. What bears the new name already is left alone. */
const withKey = (data: Json, path: string[], to: string): Json => {
  const name = path.at(-1) ?? '';
  return changedAtEnd(data, path, (holder) => {
    if (!Object.hasOwn(holder, name) || Object.hasOwn(holder, to)) return holder;
    return Object.fromEntries(Object.entries(holder).map(([key, value]) => [key === name ? to : key, value]));
  });
};

const withDefault = (data: Json, path: string[], value: Json): Json => {
  const name = path.at(-1) ?? '';
  return changedAtEnd(data, path, (holder) => (Object.hasOwn(holder, name) ? holder : { ...holder, [name]: value }));
};
