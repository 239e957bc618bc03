import { Network, X } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useMemo, useRef } from 'react';
import { EmptyState } from '../kit/EmptyState.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { traceTexts as texts } from '../text/trace.ts';
import { useDock } from '../timeline/dockStore.ts';
import { useApp } from '../useApp.ts';
import { NodeRow } from './NodeRow.tsx';
import { rowsOf, type TraceRow } from './rows.ts';
import styles from './TracePane.module.css';
import { type Traced, tracedNow } from './tracedNow.ts';
import { useTrace } from './traceStore.ts';
import { closeTrace, showMore } from './tracing.ts';
import { type Reached, useTreeKeys } from './useTreeKeys.ts';

const MoreRow = ({ row, reached }: { row: Extract<TraceRow, { kind: 'more' }>; reached: Reached }) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
  <div
    role="treeitem"
    className={styles.more}
    aria-level={row.level}
    aria-posinset={row.place}
    aria-setsize={row.of}
    style={{ '--level': row.level } as CSSProperties}
    data-key={row.key}
    tabIndex={reached.key === row.key ? 0 : -1}
    onClick={() => showMore(row.parentKey, row.shown)}
  >
    {texts.more(row.left)}
  </div>
);

const Tree = ({ traced }: { traced: Traced }) => {
  const opened = useTrace((state) => state.opened);
  const shown = useTrace((state) => state.shown);
  const rows = useMemo(() => rowsOf(traced, { opened, shown }), [traced, opened, shown]);
  const tree = useRef<HTMLDivElement>(null);
  const { reached, ...keys } = useTreeKeys(tree, rows, traced.subject);
  return (
    <div ref={tree} role="tree" className={styles.tree} aria-label={texts.tree} {...keys}>
      {rows.map((row) =>
        row.kind === 'more' ? (
          <MoreRow key={row.key} row={row} reached={reached} />
        ) : (
          <NodeRow key={row.key} row={row} subject={traced.subject} reached={reached} />
        ),
      )}
    </div>
  );
};

const useTraced = (): Traced | null => {
  const events = useApp((state) => state.events);
  const commands = useApp((state) => state.commands);
  const modules = useApp((state) => state.modules);
  const cursor = useApp((state) => state.cursor);
  const refusal = useDock((state) => state.refusal);
  const chosen = useTrace((state) => state.chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it is read from
  return useMemo(() => tracedNow(), [events, commands, modules, cursor, refusal, chosen]);
};

/** What led to the event or command that is looked at, and what came of it. */
export const TracePane = () => {
  const traced = useTraced();
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    closeTrace();
  };
  return (
    <section className={styles.pane} aria-label={texts.tree} onKeyDown={closeByKey} data-trace>
      {traced ? (
        <Tree traced={traced} />
      ) : (
        <EmptyState icon={Network} title={texts.nothing}>
          {texts.howTo}
        </EmptyState>
      )}
    </section>
  );
};

/** The way out, beside the tabs. */
export const TraceTools = () => (
  <IconButton size="small" icon={X} label={texts.close} keys="Escape" onClick={closeTrace} />
);
