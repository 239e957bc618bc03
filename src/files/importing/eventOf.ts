import type { Json } from '#event-store';
import { categoryFrom, isCategoryName } from '#model';
import { versionAttribute } from '../notations/cloudEvents/versionAttribute.ts';
import type { ImportedEvent, ImportMapping, Path, Source } from './EventImport.ts';
import { labelOf, samePath, textAt, valueAt } from './paths.ts';
import { timeIn } from './timeIn.ts';

/** In characters. */
const longestName = 300;

class Unreadable extends Error {}

const unreadable = (reason: string): never => {
  throw new Unreadable(reason);
};

/** An event of a record; a problem where the record lacks what an event needs. */
export const eventOf = (record: Json, mapping: ImportMapping): { event: ImportedEvent } | { problem: string } => {
  try {
    return { event: readEvent(record, mapping) };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    throw error;
  }
};

const readEvent = (record: Json, mapping: ImportMapping): ImportedEvent => {
  const eventId = mapping.eventId ? textAt(record, mapping.eventId) : undefined;
  const recordedAt = mapping.time ? timeOf(record, mapping.time) : undefined;
  const metadata = metadataOf(record, mapping);
  return {
    type: typeOf(record, mapping),
    stream: streamOf(record, mapping),
    data: dataOf(record, mapping),
    ...(eventId === undefined ? {} : { eventId }),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...schemaVersionOf(record),
    ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
  };
};

const nameFrom = (what: string, record: Json, source: Source): string => {
  const name = source.kind === 'text' ? source.text.trim() : textAt(record, source.path);
  if (!name)
    return unreadable(
      source.kind === 'text' ? `has no ${what}: say where it stands` : `has no ${what} at \`${labelOf(source.path)}\``,
    );
  return name.length > longestName ? unreadable(`has a ${what} of more than ${longestName} characters`) : name;
};

/** Notes bear the names of types: blanks in a row are one, as in a note's name. */
const typeOf = (record: Json, { type, dropPrefix }: ImportMapping): string => {
  const name = nameFrom('type', record, type).replace(/\s+/gu, ' ');
  return dropPrefix !== '' && name.startsWith(dropPrefix) && name.length > dropPrefix.length
    ? name.slice(dropPrefix.length)
    : name;
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Of `https://shop.example/carts` and `urn:shop:carts` the last word; `shopping-cart` becomes `ShoppingCart`. */
const asCategory = (text: string): string => {
  if (isCategoryName(text) && !/[/:]/.test(text)) return text;
  const [word] = text
    .split(/[/:#?]+/u)
    .filter((part) => part.trim() !== '')
    .slice(-1);
  const name = word === undefined ? text : decoded(word);
  return isCategoryName(name) ? name : categoryFrom(name);
};

const streamOf = (record: Json, { category, streamId }: ImportMapping): string => {
  const id = streamId ? nameFrom('stream', record, { kind: 'at', path: streamId }) : '1';
  if (category.kind === 'in-stream-id') return id;
  return `${asCategory(nameFrom('category', record, category))}-${id}`;
};

const timeOf = (record: Json, path: Path): string | undefined => {
  const value = valueAt(record, path);
  if (value === undefined || value === null || value === '') return undefined;
  const time = timeIn(value);
  return time === undefined
    ? unreadable(`has no time that can be read at \`${labelOf(path)}\``)
    : new Date(time).toISOString();
};

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const dataOf = (record: Json, { data }: ImportMapping): Json => {
  if (data.kind === 'at') return valueAt(record, data.path) ?? {};
  if (!isObject(record)) return {};
  return Object.fromEntries(
    data.names.flatMap((name) => (Object.hasOwn(record, name) ? [[name, record[name] ?? null]] : [])),
  );
};

/** Only what our own files say of it: elsewhere a version could mean anything. */
const schemaVersionOf = (record: Json): { schemaVersion?: number } => {
  const version = valueAt(record, [versionAttribute]) ?? valueAt(record, ['metadata', 'schemaVersion']);
  return typeof version === 'number' && Number.isSafeInteger(version) && version > 1 ? { schemaVersion: version } : {};
};

/** A store gives these itself. */
const givenByStore = ['eventId', 'streamName', 'streamPosition', 'globalPosition', 'recordedAt', 'schemaVersion'];
const ofCloudEvents = [
  'specversion',
  'id',
  'type',
  'time',
  'data',
  'data_base64',
  'datacontenttype',
  versionAttribute,
  ...givenByStore,
];

/** What else a record says of its event: the attributes of a CloudEvent, or what stands under `metadata`. */
const metadataOf = (record: Json, mapping: ImportMapping): { [key: string]: Json } => {
  const around = isObject(record) ? (typeof record.specversion === 'string' ? record : record.metadata) : undefined;
  const used = (key: string): boolean => samePath(mapping.streamId, ['metadata', key]);
  const found = isObject(around)
    ? Object.entries(around).filter(
        ([key, value]) =>
          !(around === record ? ofCloudEvents : givenByStore).includes(key) &&
          !used(key) &&
          (typeof value !== 'object' || value === null),
      )
    : [];
  const ids = (['correlationId', 'causationId'] as const).flatMap((name) => {
    const path = mapping[name];
    const id = path ? textAt(record, path) : undefined;
    return id === undefined ? [] : [[name, id] as const];
  });
  return Object.fromEntries([...found, ...ids]);
};
