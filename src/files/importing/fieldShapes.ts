import type { Json } from '#event-store';
import type { Field, FieldType } from '#model';

/** What values of one place looked like, added up over many. */
export type Shape = {
  count: number;
  nulls: number;
  numbers: number;
  booleans: number;
  texts: number;
  dates: number;
  lists: number;
  objects: number;
  items?: Shape;
  fields?: Map<string, Shape>;
  example?: Json;
};

const deepest = 5;
const mostFields = 60;
const longestExample = 60;

const isoDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

export const newShape = (): Shape => ({
  count: 0,
  nulls: 0,
  numbers: 0,
  booleans: 0,
  texts: 0,
  dates: 0,
  lists: 0,
  objects: 0,
});

/** Adds a value to what was seen before. */
export const addToShape = (shape: Shape, value: Json, depth = 0): void => {
  shape.count += 1;
  if (value === null) {
    shape.nulls += 1;
    return;
  }
  if (typeof value === 'object') {
    if (Array.isArray(value)) addList(shape, value, depth);
    else addObject(shape, value, depth);
    return;
  }
  if (typeof value === 'number') shape.numbers += 1;
  else if (typeof value === 'boolean') shape.booleans += 1;
  else shape.texts += 1;
  if (typeof value === 'string' && isoDate.test(value)) shape.dates += 1;
  if (shape.example === undefined && String(value).length <= longestExample) shape.example = value;
};

const addList = (shape: Shape, items: Json[], depth: number): void => {
  shape.lists += 1;
  if (depth >= deepest) return;
  shape.items ??= newShape();
  for (const item of items.slice(0, 100)) addToShape(shape.items, item, depth + 1);
};

const addObject = (shape: Shape, value: { [key: string]: Json }, depth: number): void => {
  shape.objects += 1;
  if (depth >= deepest) return;
  shape.fields ??= new Map();
  for (const [name, inside] of Object.entries(value)) {
    if (!shape.fields.has(name)) {
      if (shape.fields.size >= mostFields || name.trim() === '' || name.length > 100) continue;
      shape.fields.set(name, newShape());
    }
    addToShape(shape.fields.get(name) ?? newShape(), inside, depth + 1);
  }
};

const isNamedId = (name: string): boolean => /(?:^id$|[a-z\d]Id$|ID$|[_\s-]id$)/.test(name);

/** Where values are of several kinds, the field is a text: somebody has to look. */
const typeOfShape = (shape: Shape, name: string): FieldType => {
  const seen = shape.count - shape.nulls;
  if (seen > 0 && shape.numbers === seen) return { kind: 'number' };
  if (seen > 0 && shape.booleans === seen) return { kind: 'boolean' };
  if (seen > 0 && shape.dates === seen) return { kind: 'date' };
  if (seen > 0 && shape.lists === seen) return { kind: 'list', of: typeOfShape(shape.items ?? newShape(), name) };
  if (seen > 0 && shape.objects === seen) return { kind: 'object', fields: fieldsOfShape(shape) };
  return { kind: isNamedId(name) ? 'id' : 'text' };
};

/** The fields of what was seen, in the order in which they came; optional where one was missing or null. */
export const fieldsOfShape = ({ fields, objects }: Shape): Field[] =>
  [...(fields ?? [])].map(([name, shape]) => ({
    name,
    type: typeOfShape(shape, name),
    ...(shape.count < objects || shape.nulls > 0 ? { optional: true } : {}),
    ...(shape.example === undefined || shape.lists + shape.objects > 0 ? {} : { example: shape.example }),
  }));
