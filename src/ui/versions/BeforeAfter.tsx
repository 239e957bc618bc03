import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { compactText, misfits, positionsOf, storedNames } from '#model';
import { type AppState, historyOf, type RecordedEvent, type StoredReading, workspace } from '#state';
import { Badge } from '../kit/Badge.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { versionsTexts as texts } from '../text/versions.ts';
import { useApp } from '../useApp.ts';
import type { EventDefinition } from './steps.ts';
import styles from './Versions.module.css';

const pageSize = 20;

/** Where the events of a definition stand in the log, under whichever name. */
const usePositions = (definition: EventDefinition, events: AppState['events']): number[] => {
  const names = storedNames(definition).join('\n');
  return useMemo(() => {
    const { types } = historyOf(events);
    const all = names.split('\n').flatMap((type) => Array.from(positionsOf(types, type)));
    return all.sort((one, other) => one - other);
  }, [events, names]);
};

type Row = { stored: RecordedEvent; read: StoredReading };

/** How a page of them is read; what was there stays until there is something newer. */
const useRead = (definition: EventDefinition, stored: RecordedEvent[]): Row[] => {
  const [rows, setRows] = useState<Row[]>([]);
  useEffect(() => {
    let isGone = false;
    void workspace.readStored(definition, stored).then((read) => {
      if (isGone || !read) return;
      setRows(stored.flatMap((event, index) => (read[index] ? [{ stored: event, read: read[index] }] : [])));
    });
    return () => {
      isGone = true;
    };
  }, [definition, stored]);
  return rows;
};

/** Each stored event of a type as it was written and as it is read, page by page, as one types. */
export const BeforeAfter = ({ definition }: { definition: EventDefinition }) => {
  const events = useApp((state) => state.events);
  const positions = usePositions(definition, events);
  const [page, setPage] = useState(0);
  const from = Math.min(page, Math.max(0, Math.ceil(positions.length / pageSize) - 1)) * pageSize;
  const stored = useMemo(
    () => positions.slice(from, from + pageSize).flatMap((position) => events.at(position - 1) ?? []),
    [positions, events, from],
  );
  const rows = useRead(definition, stored);
  if (positions.length === 0) return <p className={styles.quiet}>{texts.none}</p>;
  const to = Math.min(from + pageSize, positions.length);
  return (
    <>
      <ul className={styles.events} aria-label={texts.beforeAfter}>
        {rows.map(({ stored: event, read }) => (
          <EventRow key={event.metadata.globalPosition} definition={definition} stored={event} read={read} />
        ))}
      </ul>
      {positions.length > pageSize && (
        <p className={styles.pages}>
          <IconButton
            size="small"
            icon={ChevronLeft}
            label={texts.earlier}
            disabled={from === 0}
            onClick={() => setPage(from / pageSize - 1)}
          />
          {texts.page(from + 1, to, positions.length)}
          <IconButton
            size="small"
            icon={ChevronRight}
            label={texts.later}
            disabled={to === positions.length}
            onClick={() => setPage(from / pageSize + 1)}
          />
        </p>
      )}
    </>
  );
};

const EventRow = ({ definition, stored, read }: Row & { definition: EventDefinition }) => {
  const { globalPosition, schemaVersion } = stored.metadata;
  const reasons = misfits(definition.fields, read.data).map(({ text }) => text);
  const [before, after] = [compactText(stored.data), compactText(read.data)];
  const isFit = reasons.length === 0 && read.type === definition.name;
  return (
    <li>
      <p className={styles.rowHead}>
        <button type="button" className={styles.link} onClick={() => workspace.seek(globalPosition)}>
          {texts.event} {globalPosition}
        </button>
        <span className={styles.quiet}>{texts.storedAs(schemaVersion, read.version)}</span>
        {read.error !== undefined ? (
          <Badge tone="danger">{texts.broken}</Badge>
        ) : (
          <Badge tone={isFit ? 'success' : 'warning'}>{isFit ? texts.fits : texts.fitsNot}</Badge>
        )}
      </p>
      <dl className={styles.forms}>
        <dt>{texts.before}</dt>
        <dd>
          {stored.type !== read.type && `${stored.type} `}
          {before}
        </dd>
        <dt>{texts.after}</dt>
        <dd>
          {stored.type !== read.type && `${read.type} `}
          {read.error ?? (after === before ? texts.asStored : after)}
        </dd>
      </dl>
      {read.error === undefined && reasons.length > 0 && <p className={styles.reason}>{reasons.join(' ')}</p>}
    </li>
  );
};
