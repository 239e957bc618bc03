import type { Json, RecordedEvent } from '#event-store';
import { categoryOf, streamIdOf } from '#model';
import { inPages } from '../../inPages.ts';
import { versionAttribute } from './versionAttribute.ts';

/** Names of attributes are made of small letters and digits; see cloudevents.io, version 1.0. */
const attributeName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/gu, '');

const ofStore = ['eventId', 'streamName', 'streamPosition', 'globalPosition', 'recordedAt', 'schemaVersion'];
const taken = new Set([
  'data',
  'database64',
  'id',
  'source',
  'specversion',
  'type',
  'subject',
  'time',
  'datacontenttype',
  'dataschema',
]);

/** What else is known of an event, where an attribute can hold it. */
const extensionsOf = (metadata: RecordedEvent['metadata']): { [name: string]: Json } =>
  Object.fromEntries(
    Object.entries(metadata).flatMap(([key, value]) => {
      const name = attributeName(key);
      const fits = typeof value === 'string' || typeof value === 'boolean' || Number.isInteger(value);
      return fits && name !== '' && !taken.has(name) && !ofStore.includes(key) ? [[name, value as Json] as const] : [];
    }),
  );

/** A category is a word, but it may hold what a URI may not. */
const sourceOf = (stream: string): string => `/${encodeURIComponent(categoryOf(stream))}`;

const cloudEventOf = ({ type, data, metadata }: RecordedEvent): { [name: string]: Json } => {
  const { eventId, streamName, recordedAt, schemaVersion } = metadata;
  const subject = streamIdOf(streamName);
  return {
    specversion: '1.0',
    id: eventId,
    source: sourceOf(streamName),
    type,
    ...(subject === '' ? {} : { subject }),
    time: recordedAt,
    datacontenttype: 'application/json',
    ...(schemaVersion > 1 ? { [versionAttribute]: schemaVersion } : {}),
    ...extensionsOf(metadata),
    data,
  };
};

/** Recorded events as a batch of CloudEvents, in their order. By pages. */
export function* cloudEventPieces(events: Iterable<RecordedEvent>): Generator<string> {
  let separator = '';
  yield '[';
  for (const page of inPages(events)) {
    yield `${separator}\n${page.map((event) => JSON.stringify(cloudEventOf(event))).join(',\n')}`;
    separator = ',';
  }
  yield '\n]\n';
}
