import { Hammer, Square } from 'lucide-react';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { cellText, type DocumentCell, type DocumentRow, type DocumentTable, documentTable } from '#model';
import { type MomentDocuments, type ValuePlace, workspace } from '#state';
import { Badge } from '../kit/Badge.tsx';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Select } from '../kit/Select.tsx';
import { Table } from '../kit/Table.tsx';
import { Tabs } from '../kit/Tabs.tsx';
import { LifeCycleControls, ReadModelStanding } from '../shell/lazyParts.ts';
import { timelineTexts } from '../text/timeline.ts';
import { StepError } from '../timeline/StatePane.tsx';
import { useApp } from '../useApp.ts';
import { Askable } from '../why/Askable.tsx';
import { useRoving } from '../why/useRoving.ts';
import styles from './ReadModelTables.module.css';
import { selectedReadModel } from './selectedReadModel.ts';
import { someDocuments } from './someDocuments.ts';

const whole = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value ?? '');

type CellProps = { cell: DocumentCell; place: ValuePlace };

const Cell = ({ cell, place }: CellProps) => (
  <td
    data-changed={cell.hasChanged || undefined}
    data-nested={(typeof cell.value === 'object' && cell.value !== null) || undefined}
    data-number={typeof cell.value === 'number' || undefined}
    title={
      cell.before === undefined
        ? whole(cell.value)
        : `${whole(cell.value)}\n${timelineTexts.wasBefore(whole(cell.before))}`
    }
  >
    <Askable place={place} value={cell.value} className={styles.ask}>
      {cellText(cell.value)}
    </Askable>
    {cell.before !== undefined && <del>{cellText(cell.before)}</del>}
  </td>
);

const cellPlace = (place: ValuePlace, { column }: DocumentCell, isWhole: boolean): ValuePlace =>
  isWhole ? place : { ...place, path: [column] };

type RowProps = { row: DocumentRow; place: ValuePlace; isWhole: boolean };

const Row = ({ row, place, isWhole }: RowProps) => (
  <tr data-kind={row.kind}>
    <th scope="row">
      <Askable place={place} value={row.documentId} className={styles.ask}>
        {row.documentId}
      </Askable>
      {row.kind === 'new' && <Badge tone="success">{timelineTexts.isNew}</Badge>}
      {row.kind === 'removed' && <Badge tone="danger">{timelineTexts.removed}</Badge>}
    </th>
    {row.cells.map((cell) => (
      <Cell key={cell.column} cell={cell} place={cellPlace(place, cell, isWhole)} />
    ))}
  </tr>
);

/** More rows than this would hold each step up; what a step changes is always among them. */
const rowsAtOnce = 24;

const Documents = ({ documents }: { documents: MomentDocuments }) => {
  const { moduleId, left } = documents;
  const [atMost, setAtMost] = useState(rowsAtOnce);
  useEffect(() => workspace.showDocuments({ readModelId: moduleId, documents: atMost }), [moduleId, atMost]);
  const some = useMemo(() => someDocuments(documents, atMost), [documents, atMost]);
  const table = useMemo(() => documentTable(some), [some]);
  // They are on their way.
  if (left === 'not counted') return null;
  if (table.rows.length === 0) return <p className={styles.quiet}>{timelineTexts.noDocuments}</p>;
  return (
    <>
      <DocumentRows table={table} moduleId={moduleId} />
      {some.left > 0 && (
        <p className={styles.quiet}>
          {timelineTexts.documentsLeft(some.left)}{' '}
          <Button size="small" onClick={() => setAtMost(atMost * 4)}>
            {timelineTexts.showMore}
          </Button>
        </p>
      )}
    </>
  );
};

const DocumentRows = ({ table, moduleId }: { table: DocumentTable; moduleId: string }) => {
  const roving = useRoving<HTMLTableSectionElement>();
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{timelineTexts.document}</th>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roving}>
        {table.rows.map((row) => (
          <Row
            key={row.documentId}
            row={row}
            place={{ subject: { kind: 'document', moduleId, documentId: row.documentId }, path: [] }}
            isWhole={table.isWhole}
          />
        ))}
      </tbody>
    </Table>
  );
};

const ReadModel = ({ documents, name }: { documents: MomentDocuments; name: string }) => {
  const rebuild = useApp((state) => (state.rebuild?.readModelId === documents.moduleId ? state.rebuild : null));
  const shown = rebuild ? { ...documents, documents: rebuild.documents, left: 0, changed: [] } : documents;
  return (
    <>
      <Suspense>
        <ReadModelStanding readModelId={documents.moduleId} name={name} />
      </Suspense>
      <div className={styles.readModel}>
        {documents.error && <StepError error={documents.error} />}
        {rebuild && (
          <p className={styles.rebuilding} role="status">
            <progress value={rebuild.position} max={rebuild.of} />{' '}
            {timelineTexts.rebuilding(rebuild.position, rebuild.of)}
          </p>
        )}
        <Documents documents={shown} />
      </div>
    </>
  );
};

/** The tab that was chosen last: by itself, or by selecting a read model on the wall. */
const useChosenTab = () => {
  const onTheWall = useApp(selectedReadModel);
  const [chosen, setChosen] = useState<string | null>(null);
  const [followed, setFollowed] = useState<string | null>(null);
  if (onTheWall !== followed) {
    setFollowed(onTheWall);
    if (onTheWall !== null) setChosen(onTheWall);
  }
  return [chosen, setChosen] as const;
};

const Rebuild = ({ readModelId }: { readModelId: string }) => {
  const isRebuilding = useApp((state) => state.rebuild?.readModelId === readModelId);
  return isRebuilding ? (
    <IconButton size="small" icon={Square} label={timelineTexts.stopRebuild} onClick={workspace.stopRebuild} />
  ) : (
    <IconButton
      size="small"
      icon={Hammer}
      label={timelineTexts.rebuild}
      onClick={() => void workspace.rebuildVisibly(readModelId)}
    />
  );
};

const Controls = ({ readModelId, name }: { readModelId: string; name: string }) => {
  const isAsync = useApp(({ readModelStatus }) => readModelStatus[readModelId]?.lifeCycle !== undefined);
  return (
    <div className={styles.controls}>
      <Suspense>{isAsync && <LifeCycleControls readModelId={readModelId} name={name} />}</Suspense>
      <Rebuild readModelId={readModelId} />
    </div>
  );
};

type ChoiceProps = {
  readModels: MomentDocuments[];
  selected: MomentDocuments;
  nameOf: (id: string) => string;
  choose: (id: string) => void;
};

/** How many documents this step changed, and whether faults are on. */
const TabBadge = ({ documents: { moduleId, changed } }: { documents: MomentDocuments }) => {
  const hasFaults = useApp(({ readModelStatus }) => readModelStatus[moduleId]?.faults !== undefined);
  return (
    <>
      {changed.length > 0 && <Badge tone="accent">{changed.length}</Badge>}
      {hasFaults && <Badge tone="warning">{timelineTexts.hasFaults}</Badge>}
    </>
  );
};

const AsTabs = ({ readModels, selected, nameOf, choose }: ChoiceProps) => (
  <Tabs
    label={timelineTexts.readModels}
    selected={selected.moduleId}
    onSelect={choose}
    isOneLine
    actions={<Controls readModelId={selected.moduleId} name={nameOf(selected.moduleId)} />}
    tabs={readModels.map((documents) => ({
      id: documents.moduleId,
      label: nameOf(documents.moduleId),
      badge: <TabBadge documents={documents} />,
      content: <ReadModel documents={documents} name={nameOf(documents.moduleId)} />,
    }))}
  />
);

/** More read models than this would fill the pane with their tabs. */
const mostTabs = 12;

const AsList = ({ readModels, selected, nameOf, choose }: ChoiceProps) => (
  <div className={styles.list}>
    <div className={styles.bar}>
      <Select
        label={timelineTexts.readModel}
        isLabelHidden
        size="small"
        value={selected.moduleId}
        onChange={choose}
        options={readModels.map(({ moduleId, changed }) => ({
          value: moduleId,
          label: timelineTexts.withChanges(nameOf(moduleId), changed.length),
        }))}
      />
      <Controls readModelId={selected.moduleId} name={nameOf(selected.moduleId)} />
    </div>
    <div className={styles.listed}>
      <ReadModel documents={selected} name={nameOf(selected.moduleId)} />
    </div>
  </div>
);

/** The documents of every read model, as of the cursor, with what this step changed. */
export const ReadModelTables = () => {
  const readModels = useApp(({ moment }) => moment?.readModels);
  const definitions = useApp(({ board }) => board.definitions);
  const [chosen, setChosen] = useChosenTab();
  // The first moment is on its way: what there is cannot be said yet.
  if (!readModels) return null;
  if (readModels.length === 0)
    return <EmptyState title={timelineTexts.noReadModels}>{timelineTexts.howToAddReadModel}</EmptyState>;
  const selected = readModels.find(({ moduleId }) => moduleId === chosen) ?? readModels[0];
  if (!selected) return null;
  const nameOf = (id: string) => definitions[id]?.name ?? id;
  const Choice = readModels.length > mostTabs ? AsList : AsTabs;
  return <Choice readModels={readModels} selected={selected} nameOf={nameOf} choose={setChosen} />;
};
