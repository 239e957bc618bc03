import { Suspense, useMemo } from 'react';
import { type Definition, type DefinitionOf, type Note, positionsOf, storedNames } from '#model';
import { type AppState, historyOf, type InspectorTab, workspace } from '#state';
import { CodePane } from '../editor/CodePane.tsx';
import { Badge } from '../kit/Badge.tsx';
import { type Tab, Tabs } from '../kit/Tabs.tsx';

import { Specifications } from '../specifications/Specifications.tsx';
import { summaryOf } from '../specifications/verdicts.ts';
import { inspectorTexts } from '../text/inspector.ts';
import { useApp } from '../useApp.ts';
import { ArrowSelected } from './ArrowSelected.tsx';
import { Details } from './details/Details.tsx';
import styles from './Inspector.module.css';
import { InspectorHeading } from './InspectorHeading.tsx';
import { Versions } from './laterParts.ts';
import { Problems } from './problems/Problems.tsx';
import { SeveralSelected } from './SeveralSelected.tsx';
import { type Selected, selectedOf } from './selected.ts';

/** What there is to say of what is selected on the wall; the problems of the model when nothing is. */
export const Inspector = () => {
  const board = useApp((state) => state.board);
  const selection = useApp((state) => state.selection);
  const selected = useMemo(() => selectedOf(board, selection), [board, selection]);
  return (
    <div className={styles.inspector}>
      <Content selected={selected} />
    </div>
  );
};

const Content = ({ selected }: { selected: Selected }) => {
  switch (selected.kind) {
    case 'nothing':
      return <Problems />;
    case 'definition':
      return <OneSelected note={selected.note} definition={selected.definition} />;
    case 'connection':
      return <ArrowSelected connection={selected.connection} />;
    case 'several':
      return <SeveralSelected {...selected} />;
  }
};

const OneSelected = ({ note, definition }: { note: Note; definition: Definition }) => {
  const chosen = useApp((state) => state.inspectorTab);
  const tabs = useTabs(note, definition);
  const selected = tabs.some(({ id }) => id === chosen) ? chosen : 'details';
  return (
    <>
      <InspectorHeading note={note} definition={definition} />
      {tabs.length === 1 ? (
        <Details note={note} definition={definition} />
      ) : (
        <div className={styles.tabs}>
          <Tabs label={definition.name} tabs={tabs} selected={selected} onSelect={workspace.setInspectorTab} />
        </div>
      )}
    </>
  );
};

const useTabs = (note: Note, definition: Definition): Tab<InspectorTab>[] => {
  const isBroken = useApp(({ modules }) => modules[definition.id]?.kind === 'broken');
  const specifications = useApp(({ board }) => board.specifications);
  const verdicts = useApp((state) => state.verdicts);
  const summary = useMemo(
    () => summaryOf(specifications, verdicts, definition.id),
    [specifications, verdicts, definition.id],
  );
  const hasVersions = useApp((state) => definition.kind === 'event' && areThereVersions(definition, state.events));
  const details = {
    id: 'details' as const,
    label: inspectorTexts.details,
    content: <Details note={note} definition={definition} />,
  };
  if (definition.kind === 'event' && hasVersions) return [details, versionsTab(definition)];
  if (!('code' in definition)) return [details];
  const code = {
    id: 'code' as const,
    label: inspectorTexts.code,
    badge: isBroken ? <Badge tone="danger">!</Badge> : null,
    content: <CodePane definition={definition} />,
  };
  return [
    details,
    code,
    {
      id: 'specifications',
      label: inspectorTexts.specifications,
      badge: summary && <Badge tone={summary.isGreen ? 'success' : 'danger'}>{summary.text}</Badge>,
      content: <Specifications definition={definition} />,
    },
  ];
};

/** From the first stored event on, so that a change of its fields finds the tab there and takes nobody's place away. */
const areThereVersions = (definition: DefinitionOf<'event'>, events: AppState['events']): boolean =>
  definition.schemaVersion > 1 ||
  storedNames(definition).some((type) => positionsOf(historyOf(events).types, type).length > 0);

const versionsTab = (definition: DefinitionOf<'event'>): Tab<InspectorTab> => ({
  id: 'versions',
  label: inspectorTexts.versions,
  content: (
    <Suspense fallback={null}>
      <Versions definition={definition} />
    </Suspense>
  ),
});
