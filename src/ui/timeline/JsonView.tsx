import styles from './JsonView.module.css';

const Scalar = ({ value }: { value: unknown }) => {
  if (typeof value === 'string') return <span className={styles.string}>{value === '' ? '""' : value}</span>;
  if (value instanceof Date) return <span className={styles.string}>{value.toISOString()}</span>;
  if (typeof value === 'bigint') return <span className={styles.number}>{`${value}n`}</span>;
  return <span className={styles.number}>{String(value)}</span>;
};

/** The entries to show of anything that holds others; a Map's keys may be anything. */
const entriesOf = (value: unknown): [string, unknown][] | null => {
  if (Array.isArray(value)) return value.map((item, index) => [String(index), item]);
  if (value instanceof Map) return [...value].map(([key, item]) => [String(key), item]);
  if (value instanceof Set) return [...value].map((item, index) => [String(index), item]);
  if (value instanceof Date || typeof value !== 'object' || value === null) return null;
  return Object.entries(value);
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
          <span className={styles.name}>{name}</span> <JsonView value={item} />
        </li>
      ))}
    </ul>
  );
};
