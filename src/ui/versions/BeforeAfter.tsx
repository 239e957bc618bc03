import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Fragment, useEffect, useMemo, useState } from 'react';
import { compactText, positionsOf, readingMisfits, storedNames } from '#model';
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
  const { events, error } = read;
  const definitions = useApp(({ board }) => board.definitions);
  const reasons = useMemo(() => readingMisfits({ definitions }, events), [definitions, events]);
  const [only] = events;
  const isOne = only !== undefined && events.length === 1;
  const hasOtherType = !isOne || only.type !== stored.type;
  return (
    <li>
      <p className={styles.rowHead}>
        <button type="button" className={styles.link} onClick={() => workspace.seek(globalPosition)}>
          {texts.event} {globalPosition}
        </button>
        <span className={styles.quiet}>
          {isOne && only.type === definition.name
            ? texts.storedAs(schemaVersion, only.version)
            : texts.storedAsOther(schemaVersion, events.length)}
        </span>
        <Fit isBroken={error !== undefined} isFit={reasons.length === 0} events={events.length} />
      </p>
      <dl className={styles.forms}>
        <dt>{texts.before}</dt>
        <dd>
          {hasOtherType && `${stored.type} `}
          {compactText(stored.data)}
        </dd>
        <dt>{texts.after}</dt>
        <dd>{error ?? wordsOf(stored, events)}</dd>
        {error === undefined &&
          events.slice(1, mostShown).map(({ type, data }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing but their order
            <Fragment key={index}>
              <dt />
              <dd>
                {type} {compactText(data)}
              </dd>
            </Fragment>
          ))}
      </dl>
      {events.length > mostShown && <p className={styles.quiet}>{texts.more(events.length - mostShown)}</p>}
      {error === undefined && reasons.length > 0 && (
        <p className={styles.reason}>{[...new Set(reasons)].slice(0, mostShown).join(' ')}</p>
      )}
    </li>
  );
};

/** Of what one event is read as, and of the reasons for which that does not fit. */
const mostShown = 8;

/** The first of what an event is read as; often the only one. */
const wordsOf = (stored: RecordedEvent, [first, ...others]: StoredReading['events']): string => {
  if (!first) return texts.noEvent;
  const [before, after] = [compactText(stored.data), compactText(first.data)];
  if (others.length > 0) return `${first.type} ${after}`;
  const told = after === before ? texts.asStored : after;
  return first.type === stored.type ? told : `${first.type} ${told}`;
};

const Fit = ({ isBroken, isFit, events }: { isBroken: boolean; isFit: boolean; events: number }) => {
  if (isBroken) return <Badge tone="danger">{texts.broken}</Badge>;
  if (events === 0) return null;
  return <Badge tone={isFit ? 'success' : 'warning'}>{isFit ? texts.fits : texts.fitsNot}</Badge>;
};
