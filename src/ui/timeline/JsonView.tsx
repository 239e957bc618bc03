import { Fragment } from 'react';
import { entriesOfValue, type ValueEntry } from '#model';
import type { ValuePlace } from '#state';
import { Askable } from '../why/Askable.tsx';
import styles from './JsonView.module.css';

/** Where a value stands, so that it can be asked after; `position` where that is not the cursor's. */
type Asked = { place?: ValuePlace | undefined; position?: number | undefined };

const Word = ({ value }: { value: unknown }) => {
  if (typeof value === 'string') return <span className={styles.string}>{value === '' ? '""' : value}</span>;
  if (value instanceof Date) return <span className={styles.string}>{value.toISOString()}</span>;
  if (typeof value === 'bigint') return <span className={styles.number}>{`${value}n`}</span>;
  return <span className={styles.number}>{String(value)}</span>;
};

const Scalar = ({ value, place, position }: Asked & { value: unknown }) => {
  if (!place) return <Word value={value} />;
  return (
    <Askable place={place} value={value} position={position}>
      <Word value={value} />
    </Askable>
  );
};

/** The name of a value; where that holds others, it is the name that can be asked after. */
const Name = ({ entry, place, position }: Asked & { entry: ValueEntry }) => {
  const isAskable = place && entriesOfValue(entry.value) !== null;
  return (
    <span className={styles.name}>
      {isAskable ? (
        <Askable place={place} value={entry.value} position={position}>
          {entry.name}
        </Askable>
      ) : (
        entry.name
      )}
    </span>
  );
};

/** What no step leads to is asked after with what holds it. */
const within = (place: ValuePlace | undefined, { step }: ValueEntry): ValuePlace | undefined =>
  place && step !== undefined ? { ...place, path: [...place.path, step] } : undefined;

/** What still reads well on one line. */
const mostOnALine = 4;
const longestLine = 64;

const fitsOnALine = (entries: ValueEntry[]): boolean =>
  entries.length <= mostOnALine &&
  entries.every(({ value }) => entriesOfValue(value) === null) &&
  entries.reduce((length, { name, value }) => length + name.length + String(value).length + 4, 0) <= longestLine;

const Line = ({ entries, place, position }: Asked & { entries: ValueEntry[] }) => (
  <span className={styles.line}>
    {entries.map((entry) => (
      <Fragment key={entry.name}>
        <span>
          <span className={styles.name}>{entry.name}</span>{' '}
          <Scalar value={entry.value} place={within(place, entry)} position={position} />
        </span>{' '}
      </Fragment>
    ))}
  </span>
);

const Nested = ({ value, ...asked }: Asked & { value: unknown }) => {
  const entries = entriesOfValue(value);
  if (entries && entries.length > 0 && !Array.isArray(value) && fitsOnALine(entries))
    return <Line entries={entries} {...asked} />;
  return <JsonView value={value} {...asked} />;
};

/** Data as indented names and values: quieter than JSON, and just as exact. With a place, each can be asked after. */
export const JsonView = ({ value, place, position }: Asked & { value: unknown }) => {
  const entries = entriesOfValue(value);
  if (!entries) return <Scalar value={value} place={place} position={position} />;
  if (entries.length === 0) return <span className={styles.empty}>{Array.isArray(value) ? '[]' : '{}'}</span>;
  return (
    <ul className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.name}>
          <Name entry={entry} place={within(place, entry)} position={position} />{' '}
          <Nested value={entry.value} place={within(place, entry)} position={position} />
        </li>
      ))}
    </ul>
  );
};
