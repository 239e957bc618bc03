import type { Json } from '#event-store';
import { categoryOf } from '#model';
import type { FoundCategory, FoundType, ImportedEvent, ImportSummary, Unread } from './EventImport.ts';
import { addToShape, fieldsOfShape, newShape, type Shape } from './fieldShapes.ts';

const mostShown = { sample: 5, unread: 8, types: 500, categories: 200, examples: 3 };
const longestShown = 120;

/** Adds up what a file gives, event by event. */
export const createSummary = () => {
  const types = new Map<string, { count: number; shape: Shape }>();
  const categories = new Map<string, Omit<FoundCategory, 'category' | 'types'> & { types: Set<string> }>();
  const streams = new Set<string>();
  const sample: ImportedEvent[] = [];
  const unread: ImportSummary['unread'] = { count: 0, first: [] };
  let [events, from, to] = [0, '', ''];

  const addType = ({ type, data }: ImportedEvent): void => {
    const known = types.get(type) ?? { count: 0, shape: newShape() };
    if (known.count === 0 && types.size >= mostShown.types) return;
    types.set(type, known);
    known.count += 1;
    addToShape(known.shape, data);
  };

  const addStream = ({ type, stream }: ImportedEvent): void => {
    const name = categoryOf(stream);
    const category = categories.get(name) ?? { events: 0, streams: 0, examples: [], types: new Set() };
    if (category.events === 0 && categories.size >= mostShown.categories) return;
    categories.set(name, category);
    category.events += 1;
    category.types.add(type);
    if (streams.has(stream)) return;
    category.streams += 1;
    if (category.examples.length < mostShown.examples) category.examples.push(stream);
  };

  return {
    add: (event: ImportedEvent): void => {
      events += 1;
      if (sample.length < mostShown.sample) sample.push(shortened(event));
      addType(event);
      addStream(event);
      streams.add(event.stream);
      const { recordedAt } = event;
      if (recordedAt !== undefined && (from === '' || recordedAt < from)) from = recordedAt;
      if (recordedAt !== undefined && recordedAt > to) to = recordedAt;
    },
    addUnread: (one: Unread): void => {
      unread.count += 1;
      if (unread.first.length < mostShown.unread) unread.first.push(one);
    },
    summary: (): ImportSummary => ({
      events,
      types: [...types].map(([type, { count, shape }]): FoundType => ({ type, count, fields: fieldsOfShape(shape) })),
      categories: [...categories].map(([category, found]) => ({ category, ...found, types: [...found.types] })),
      streams: streams.size,
      ...(from === '' ? {} : { from, to }),
      sample,
      unread,
    }),
  };
};

const shortened = (event: ImportedEvent): ImportedEvent => ({ ...event, data: shorter(event.data) });

const shorter = (value: Json): Json => {
  if (typeof value === 'string') return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  const text = JSON.stringify(value);
  if (text.length <= 2000) return value;
  return `${text.slice(0, longestShown)}…`;
};
