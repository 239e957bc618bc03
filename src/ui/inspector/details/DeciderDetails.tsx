import { useMemo } from 'react';
import { arrowsOf, commandsOf, type DefinitionOf, idFieldOf, isCategoryName } from '#model';
import { type AppState, historyOf, workspace } from '#state';
import { Select } from '../../kit/Select.tsx';
import { inspectorTexts } from '../../text/inspector.ts';
import { useApp } from '../../useApp.ts';
import { CommittedField } from '../fields/CommittedField.tsx';
import styles from './Details.module.css';
import { idFieldOptions } from './idFieldOptions.ts';

/** Which streams a decider owns: what their names start with, and which field of a command names one. */
export const DeciderDetails = ({ definition }: { definition: DefinitionOf<'decider'> }) => {
  const { id, name, category } = definition;
  const board = useApp((state) => state.board);
  const idField = useMemo(() => idFieldOf(board, id), [board, id]);
  const options = useMemo(() => idFieldOptions(commandsOf(arrowsOf(board), id), idField), [board, id, idField]);
  const storedHere = useApp(({ events }) => countOf(events, category));
  const change = (naming: { category: string; idField: string }) =>
    workspace.edit(inspectorTexts.changeStreams(name), [{ type: 'NameStreams', definitionId: id, naming }]);
  return (
    <section className={styles.section}>
      <h3>{inspectorTexts.streams}</h3>
      <div className={styles.pair}>
        <CommittedField
          label={inspectorTexts.category}
          isCode
          value={category}
          check={(text) => (isCategoryName(text) ? null : inspectorTexts.categoryWrong)}
          onCommit={(text) => change({ category: text, idField })}
        />
        <Select
          label={inspectorTexts.idField}
          value={idField}
          options={options.map((option) => ({ value: option, label: option }))}
          onChange={(chosen) => change({ category, idField: chosen })}
        />
      </div>
      <p className={styles.hint}>
        {inspectorTexts.streamsHint(category, idField)}{' '}
        {storedHere > 0 && inspectorTexts.storedStay(storedHere, category)}
      </p>
    </section>
  );
};

const countOf = (events: AppState['events'], category: string): number => {
  const { names, positions } = historyOf(events).streams;
  return names.reduce(
    (sum, stream, number) => (stream.startsWith(`${category}-`) ? sum + (positions[number]?.length ?? 0) : sum),
    0,
  );
};
