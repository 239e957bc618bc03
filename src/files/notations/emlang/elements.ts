import { notesFromLines } from '#model';
import { nameFrom } from '../names.ts';
import { isYamlMap, type Yaml } from './yamlIn.ts';

type ElementKind = 'trigger' | 'command' | 'event' | 'exception' | 'view';

/** One item of a slice or a test. */
export type Element = { kind: ElementKind; lane: string; name: string; props: Yaml | undefined };

/** See the table of elements in the specification of emlang 1.0. */
const kindsByKey: { readonly [key: string]: ElementKind } = {
  t: 'trigger',
  trg: 'trigger',
  trigger: 'trigger',
  c: 'command',
  cmd: 'command',
  command: 'command',
  e: 'event',
  evt: 'event',
  event: 'event',
  x: 'exception',
  err: 'exception',
  exception: 'exception',
  v: 'view',
  view: 'view',
};

const kindOfKey = (key: string): ElementKind | undefined =>
  Object.hasOwn(kindsByKey, key) ? kindsByKey[key] : undefined;

/** What is refused says itself; a swimlane stands before the first slash. The text of an error has none. */
const named = (kind: ElementKind, text: string): { lane: string; name: string } => {
  const slash = kind === 'exception' ? -1 : text.indexOf('/');
  return slash < 0
    ? { lane: '', name: nameFrom(text) }
    : { lane: nameFrom(text.slice(0, slash)), name: nameFrom(text.slice(slash + 1)) };
};

/** An item without a key says nothing of its kind, but its name may. */
const guessed = (text: string, remark: (sentence: string) => void): Element | null => {
  const [note] = notesFromLines(text);
  const kind = note && ({ event: 'event', command: 'command', 'read-model': 'view' } as const)[note.kind as 'event'];
  if (!kind) {
    remark(`Left out “${nameFrom(text)}”: it does not say what it is.`);
    return null;
  }
  remark(`Guessed that “${nameFrom(text)}” is ${kind === 'event' ? 'an event' : `a ${kind}`}.`);
  return { kind, ...named(kind, text), props: undefined };
};

const elementOf = (item: Yaml, remark: (sentence: string) => void): Element | null => {
  if (typeof item === 'string') return guessed(item, remark);
  if (!isYamlMap(item)) {
    remark('Left out an item that is no element.');
    return null;
  }
  const typed = item.entries.flatMap(([key, value]) => {
    const kind = kindOfKey(key.trim().toLowerCase());
    return kind ? [{ kind, value }] : [];
  });
  for (const [key] of item.entries)
    if (key !== 'props' && !kindOfKey(key.trim().toLowerCase())) remark(`Left out \`${nameFrom(key)}\` of an element.`);
  const [first, ...more] = typed;
  const text = nameFrom(first?.value);
  const element = first && { kind: first.kind, ...named(first.kind, text) };
  if (!element || element.name === '') {
    remark(`Left out an element without a name${text === '' ? '' : `, “${text}”`}.`);
    return null;
  }
  if (more.length > 0) remark(`Of an element that is several things only the first was kept: ${text}.`);
  return { ...element, props: item.entries.find(([key]) => key === 'props')?.[1] };
};

export const elementsOf = (items: Yaml | undefined, remark: (sentence: string) => void): Element[] => {
  if (items === null || items === undefined) return [];
  return (Array.isArray(items) ? items : [items]).flatMap((item) => elementOf(item, remark) ?? []);
};
