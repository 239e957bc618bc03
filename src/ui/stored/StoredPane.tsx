import { X } from 'lucide-react';
import { useState } from 'react';
import type { StoredKind, StoreInspection } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { Select } from '../kit/Select.tsx';
import { storedTexts as texts } from '../text/stored.ts';
import { leaveStored } from '../timeline/dockStore.ts';
import styles from './StoredPane.module.css';
import { useInspection } from './useInspection.ts';

type StoredRecord = StoreInspection['records'][number];

/** Its raw text is drawn only while it is open: a segment holds a thousand events. */
const Record = ({ record: { key, bytes, text } }: { record: StoredRecord }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <code>{key}</code> <span>{texts.size(bytes)}</span>
        </summary>
        {isOpen && <pre>{text}</pre>}
      </details>
    </li>
  );
};

type RecordsProps = { records: readonly StoredRecord[]; count: number; stream: string | null };

const Records = ({ records, count, stream }: RecordsProps) => {
  const shown = stream === null ? records : records.filter(({ text }) => text.includes(JSON.stringify(stream)));
  if (shown.length === 0) return <p className={styles.quiet}>{texts.nothing}</p>;
  return (
    <>
      {count > records.length && <p className={styles.quiet}>{texts.newestOf(records.length, count)}</p>}
      <ol className={styles.records} aria-label={texts.records}>
        {shown.map((record) => (
          <Record key={record.key} record={record} />
        ))}
      </ol>
    </>
  );
};

/** What is physically stored of the run, record by record, as it changes. */
export const StoredPane = ({ stream }: { stream: string | null }) => {
  const [kind, setKind] = useState<StoredKind>('changeSets');
  const { parts, records } = useInspection(kind);
  const count = parts.find((part) => part.kind === kind)?.count ?? 0;
  return (
    <div className={styles.stored}>
      <header>
        <Select
          label={texts.kind}
          isLabelHidden
          size="small"
          value={kind}
          options={parts.map((part) => ({
            value: part.kind,
            label: texts.of(part.kind, part.count, part.bytes),
          }))}
          onChange={setKind}
        />
        <IconButton size="small" icon={X} label={texts.leave} onClick={leaveStored} />
      </header>
      <p className={styles.quiet}>
        {texts.hint(kind)} {stream !== null && texts.onlyOf(stream)}
      </p>
      {records && <Records records={records} count={count} stream={stream} />}
    </div>
  );
};
