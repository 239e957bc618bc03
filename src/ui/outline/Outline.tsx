import { ArrowLeft, ListTree, Pencil, Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { kindInfo, lensOf, nextKinds, type OutlineRow, outlineOf } from '#model';
import { workspace } from '#state';
import { Announcer } from '../canvas/Announcer.tsx';
import { appendNote } from '../canvas/edits.ts';
import { noteIcons } from '../canvas/noteIcons.ts';
import { useProblems } from '../inspector/problems/useProblems.ts';
import { Badge } from '../kit/Badge.tsx';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Menu } from '../kit/Menu.tsx';
import { Table } from '../kit/Table.tsx';
import { Messages } from '../shell/Messages.tsx';
import { actionTexts } from '../text/actions.ts';
import { outlineTexts as texts } from '../text/outline.ts';
import { useApp } from '../useApp.ts';
import styles from './Outline.module.css';
import { OutlineName } from './OutlineName.tsx';
import { problemCounts } from './problemCounts.ts';

const useProblemCounts = (): ReadonlyMap<string, number> => {
  const problems = useProblems();
  return useMemo(() => problemCounts(problems), [problems]);
};

const Names = ({ names }: { names: readonly string[] }) =>
  names.length > 0 ? names.join(', ') : <span className={styles.quiet}>{texts.none}</span>;

const Tools = ({ row }: { row: OutlineRow }) => {
  const kinds = nextKinds(
    row.kind,
    useApp(({ board }) => lensOf(board)),
  );
  return (
    <span className={styles.tools}>
      <IconButton
        icon={Pencil}
        size="small"
        label={texts.rename(row.name)}
        keys="F2"
        onClick={() => workspace.startRenaming(row.noteId)}
      />
      {kinds.length > 0 && (
        <Menu
          label={texts.addNext(row.name)}
          align="end"
          trigger={<IconButton icon={Plus} size="small" label={texts.addNext(row.name)} />}
          entries={kinds.map((kind, index) => ({
            label: kindInfo[kind].word,
            icon: noteIcons[kind],
            keys: `${index + 1}`,
            run: () => appendNote(row.noteId, kind),
          }))}
        />
      )}
    </span>
  );
};

const Row = ({ row, problems }: { row: OutlineRow; problems: number }) => {
  const Icon = noteIcons[row.kind];
  return (
    <tr data-row={row.noteId}>
      <td className={styles.kind}>
        <Icon size={14} aria-hidden="true" />
        {row.word}
      </td>
      <th scope="row">
        <OutlineName row={row} />
      </th>
      <td>
        <Names names={row.after} />
      </td>
      <td>
        <Names names={row.before} />
      </td>
      <td className={styles.number}>{row.fields ?? <span className={styles.quiet}>–</span>}</td>
      <td className={styles.number}>
        {problems > 0 ? <Badge tone="danger">{problems}</Badge> : <span className={styles.quiet}>{texts.none}</span>}
      </td>
      <td>
        <Tools row={row} />
      </td>
    </tr>
  );
};

/** Up and down go to the name of the row above or below; F2 renames the row that has the focus. */
const walkRows = (event: KeyboardEvent<HTMLTableElement>): void => {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
  if (!row || event.target instanceof HTMLInputElement) return;
  if (event.key === 'F2') workspace.startRenaming(row.dataset.row ?? '');
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
    next?.querySelector<HTMLElement>('[data-row-name]')?.focus();
  } else return;
  event.preventDefault();
};

const columns = ['kind', 'name', 'after', 'before', 'fields', 'problems'] as const;

const Rows = ({ rows }: { rows: readonly OutlineRow[] }) => {
  const problems = useProblemCounts();
  return (
    <div className={styles.scroll}>
      <Table aria-label={texts.title} onKeyDown={walkRows}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {texts[column]}
              </th>
            ))}
            <th scope="col">
              <span className={styles.hidden}>{texts.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.noteId} row={row} problems={problems.get(row.definitionId) ?? 0} />
          ))}
        </tbody>
      </Table>
    </div>
  );
};

/** The wall as a table: for those who read it rather than see it, and for looking something up. */
export const Outline = () => {
  const view = useRef<HTMLElement>(null);
  const board = useApp((state) => state.board);
  const rows = useMemo(() => outlineOf(board), [board]);
  // The first name, so that the arrow keys go on from there; the view itself where there is none.
  useEffect(() => (view.current?.querySelector<HTMLElement>('[data-row-name]') ?? view.current)?.focus(), []);
  return (
    <main ref={view} className={styles.view} data-region="outline" aria-label={texts.title} tabIndex={-1}>
      <header className={styles.heading}>
        <h1>{texts.title}</h1>
        <p className={styles.quiet}>
          {texts.summary(rows.length, Object.keys(board.connections).length)} {texts.keys}
        </p>
        <Button icon={ArrowLeft} onClick={() => workspace.showWall()}>
          {actionTexts.backToWall}
        </Button>
      </header>
      {rows.length > 0 ? (
        <Rows rows={rows} />
      ) : (
        <EmptyState icon={ListTree} title={texts.empty}>
          {texts.emptyHint}
        </EmptyState>
      )}
      <Announcer />
      <Messages />
    </main>
  );
};
