import { categoryFrom } from '#model';
import type { Column, ImportMapping, Path, Source } from './EventImport.ts';
import { samePath } from './paths.ts';

const names = {
  type: ['eventtype', 'type', 'eventname', 'event', 'activity', 'conceptname', 'action', 'messagetype', 'name', 'kind'],
  streamName: ['streamname', 'stream', 'streamid', 'streamkey'],
  id: ['aggregateid', 'aggregaterootid', 'entityid', 'subjectid', 'subject', 'caseid', 'partitionkey', 'sourceid'],
  category: ['streamtype', 'streamcategory', 'aggregatetype', 'entitytype', 'aggregate', 'entity', 'category'],
  time: [
    'recordedat',
    'occurredat',
    'occurredon',
    'timestamp',
    'time',
    'eventtime',
    'datetime',
    'createdat',
    'created',
    'date',
    'at',
    'ts',
  ],
  eventId: ['eventid', 'messageid', 'id', 'uuid', 'guid'],
  data: ['data', 'payload', 'body', 'eventdata', 'eventbody', 'event', 'value'],
};

const lastKey = ({ path }: Column): string => (path.at(-1) ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');

const isTextual = ({ holds }: Column): boolean => holds === 'text' || holds === 'number';
/** Nearly every record has it. */
const isCommon = ({ share }: Column): boolean => share >= 0.9;

/** The column of the first of the names that one has; the one nearest to the top where several have it. */
const named = (columns: Column[], wanted: string[], isFit: (column: Column) => boolean): Column | undefined => {
  const fitting = columns.filter(isFit).sort((one, other) => one.path.length - other.path.length);
  for (const name of wanted) {
    const found = fitting.find((column) => lastKey(column) === name);
    if (found) return found;
  }
  return undefined;
};

const at = (column: Column | undefined): Path | null => column?.path ?? null;

/** Of the ids in the data the one that most events have: a stream is of what they all are about. */
const idInData = (columns: Column[], taken: (Path | null)[]): Column | undefined =>
  columns
    .filter((column) => isTextual(column) && /(?:[a-z\d]Id|ID|_id|[ -]id)$/.test(column.path.at(-1) ?? ''))
    .filter(
      ({ path }) =>
        !taken.some((one) => samePath(one, path)) && !/correlation|causation|event/i.test(path.at(-1) ?? ''),
    )
    .sort((one, other) => other.share - one.share || Number(one.isDistinct) - Number(other.isDistinct))
    .find(isCommon);

/** `cartId` → `Cart`; an id of anything is of what the file is called. */
const categoryOfId = (id: Path | null, fileName: string): string => {
  const key = (id?.at(-1) ?? '').replace(/[\s_-]*id$/i, '');
  const word = /^(?:|aggregate|aggregateroot|entity|subject|stream|case|source|partitionkey|key)$/i.test(key)
    ? ''
    : key;
  return categoryFrom(word || fileName.replace(/\.[^.]*$/, '').replace(/\.[^.]*$/, ''));
};

type Guessed = Pick<ImportMapping, 'category' | 'streamId'>;

const guessStream = (columns: Column[], fileName: string, taken: (Path | null)[]): Guessed => {
  const whole = named(columns, names.streamName, (column) => column.holds === 'text' && isCommon(column));
  if (whole?.example.includes('-')) return { category: { kind: 'in-stream-id' }, streamId: whole.path };
  const id =
    whole ?? named(columns, names.id, (column) => isTextual(column) && isCommon(column)) ?? idInData(columns, taken);
  const category = named(columns, names.category, (column) => column.holds === 'text' && isCommon(column));
  return {
    category: category ? { kind: 'at', path: category.path } : { kind: 'text', text: categoryOfId(at(id), fileName) },
    streamId: at(id),
  };
};

/** What each record says of itself beside what happened is no data of the event, but the id of what it happened to is. */
const fieldsLeft = (columns: Column[], mapping: Omit<ImportMapping, 'data'>): string[] => {
  const { type, category, time, eventId, correlationId, causationId, streamId } = mapping;
  const used = [time, eventId, correlationId, causationId, pathOf(type), pathOf(category)];
  const isWholeName = category.kind === 'in-stream-id';
  return columns
    .filter(({ path }) => path.length === 1 && !used.some((one) => samePath(one, path)))
    .filter(({ path }) => !(isWholeName && samePath(streamId, path)))
    .map(({ path }) => path[0] ?? '');
};

const pathOf = (source: Source | { kind: 'in-stream-id' }): Path | null => (source.kind === 'at' ? source.path : null);

/** A mapping to start from, by the names of the columns and by what stands in them. */
export const guessMapping = (columns: Column[], fileName: string): ImportMapping => {
  const type = named(columns, names.type, (column) => column.holds === 'text' && isCommon(column));
  const time =
    named(columns, names.time, (column) => column.isTime) ??
    columns.find((column) => column.isTime && isCommon(column) && column.holds === 'text');
  const eventId = named(
    columns,
    names.eventId,
    (column) => isTextual(column) && isCommon(column) && column.isDistinct && !isInData(column),
  );
  const [correlationId, causationId] = ['correlationid', 'causationid'].map((name) =>
    at(named(columns, [name], isTextual)),
  );
  const taken = [at(type), at(eventId)];
  const mapping = {
    type: type ? ({ kind: 'at', path: type.path } as const) : ({ kind: 'text', text: '' } as const),
    dropPrefix: '',
    ...guessStream(columns, fileName, taken),
    time: at(time),
    eventId: at(eventId),
    correlationId: correlationId ?? null,
    causationId: causationId ?? null,
  };
  const data = named(columns, names.data, (column) => column.holds === 'object' && column.path.length === 1);
  return {
    ...mapping,
    data: data ? { kind: 'at', path: data.path } : { kind: 'fields', names: fieldsLeft(columns, mapping) },
  };
};

/** An `id` inside of what happened is that of something else. */
const isInData = ({ path }: Column): boolean => path.length > 1 && names.data.includes((path[0] ?? '').toLowerCase());

/**
 * CloudEvents say where things stand: `type`, `time`, `id`, `data`; the stream is what `subject` names within `source`,
 * where they have one, else what their data has an id of. See cloudevents.io, version 1.0.
 */
export const guessOfCloudEvents = (columns: Column[], fileName: string): ImportMapping => {
  const guess = guessMapping(columns, fileName);
  const subject = columns.find(({ path, share }) => samePath(['subject'], path) && share >= 0.9);
  const id = subject ?? idInData(columns, [['id']]);
  return {
    ...guess,
    type: { kind: 'at', path: ['type'] },
    category: { kind: 'at', path: ['source'] },
    streamId: at(id),
    time: ['time'],
    eventId: ['id'],
    data: { kind: 'at', path: ['data'] },
  };
};
