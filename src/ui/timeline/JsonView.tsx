import styles from './JsonView.module.css';

const Scalar = ({ value }: { value: unknown }) => {
  if (typeof value === 'string') return <span className={styles.string}>{value === '' ? '""' : value}</span>;
  if (value instanceof Date) return <span className={styles.string}>{value.toISOString()}</span>;
  if (typeof value === 'bigint') return <span className={styles.number}>{`${value}n`}</span>;
  return <span className={styles.number}>{String(value)}</span>;
};

type Entries = [string, unknown][];

/** The entries to show of anything that holds others; a Map's keys may be anything. */
const entriesOf = (value: unknown): Entries | null => {
  if (Array.isArray(value)) return value.map((item, index) => [String(index), item]);
  if (value instanceof Map) return [...value].map(([key, item]) => [String(key), item]);
  if (value instanceof Set) return [...value].map((item, index) => [String(index), item]);
  if (value instanceof Date || typeof value !== 'object' || value === null) return null;
  return Object.entries(value);
};

/** What still reads well on one line. */
const mostOnALine = 4;
const longestLine = 64;

const fitsOnALine = (entries: Entries): boolean =>
  entries.length <= mostOnALine &&
  entries.every(([, item]) => entriesOf(item) === null) &&
  entries.reduce((length, [name, item]) => length + name.length + String(item).length + 4, 0) <= longestLine;

const Line = ({ entries }: { entries: Entries }) => (
  <span className={styles.line}>
    {entries.map(([name, item]) => (
      <span key={name}>
        <span className={styles.name}>{name}</span> <Scalar value={item} />{' '}
      </span>
    ))}
  </span>
);

const Nested = ({ value }: { value: unknown }) => {
  const entries = entriesOf(value);
  if (entries && entries.length > 0 && !Array.isArray(value) && fitsOnALine(entries)) return <Line entries={entries} />;
  return <JsonView value={value} />;
};

/** Data as indented names and values: quieter than JSON, and just as exact. */
export const JsonView = ({ value }: { value: unknown }) => {
  const entries = entriesOf(value);
  if (!entries) return <Scalar value={value} />;
  if (entries.length === 0) return <span className={styles.empty}>{Array.isArray(value) ? '[]' : '{}'}</span>;
  return (
    <ul className={styles.entries}>
      {entries.map(([name, item]) => (
        <li key={name}>
          <span className={styles.name}>{name}</span> <Nested value={item} />
        </li>
      ))}
    </ul>
  );
};
