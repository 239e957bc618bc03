import { useMemo } from 'react';
import { type CodeLine, type DefinitionOf, documentFlows, type FieldSource, fieldFlows, notesOf } from '#model';
import { appStore, workspace } from '#state';
import { Table } from '../../kit/Table.tsx';
import { flowTexts as texts } from '../../text/inspector.ts';
import styles from './Details.module.css';
import { useReadBoard } from './useReadBoard.ts';

type FlowsProps = { definition: DefinitionOf<'event' | 'command'> };

/** Where every field of an event or a command comes from, and who uses it. */
export const FieldFlows = ({ definition }: FlowsProps) => {
  const board = useReadBoard();
  const flows = useMemo(() => (board ? fieldFlows(board, definition) : []), [board, definition]);
  const isEvent = definition.kind === 'event';
  const hasSource = isEvent || flows.some(({ from }) => from.length > 0);
  if (flows.length === 0) return null;
  return (
    <section className={styles.flows}>
      <h3>{hasSource ? texts.fromAndUsedBy : texts.usedBy}</h3>
      <Table>
        <thead>
          <tr>
            <th scope="col">{texts.field}</th>
            {hasSource && <th scope="col">{texts.from}</th>}
            <th scope="col">{texts.usedBy}</th>
          </tr>
        </thead>
        <tbody>
          {flows.map(({ field, from, usedBy }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              {hasSource && (
                <td>
                  <Sources sources={from} none={isEvent ? texts.unknown : texts.person} />
                </td>
              )}
              <td>
                {usedBy.length === 0 && <span className={styles.hint}>{texts.nobody}</span>}
                {usedBy.map((at) => (
                  <Line key={at.definitionId} at={at} words={at.name} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
};

/** Which fields of events the documents of a read model are made of. */
export const DocumentFlows = ({ readModelId }: { readModelId: string }) => {
  const board = useReadBoard();
  const flows = useMemo(() => (board ? documentFlows(board, readModelId) : []), [board, readModelId]);
  if (flows.length === 0) return null;
  return (
    <section className={styles.flows}>
      <h3>{texts.madeOf}</h3>
      <Table>
        <thead>
          <tr>
            <th scope="col">{texts.field}</th>
            <th scope="col">{texts.from}</th>
          </tr>
        </thead>
        <tbody>
          {flows.map(({ field, from }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td>
                <Sources sources={from} none={texts.unknown} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
};

const Sources = ({ sources, none }: { sources: FieldSource[]; none: string }) => (
  <>
    {sources.length === 0 && <span className={styles.hint}>{none}</span>}
    {sources.map((source) =>
      source.of === 'field' ? (
        <button
          key={`${source.definitionId} ${source.field}`}
          type="button"
          className={styles.flow}
          onClick={() => showNote(source.definitionId)}
        >
          {texts.fieldOf(source.message, source.field)}
        </button>
      ) : (
        <Line key={source.of} at={source.at} words={texts.sources[source.of]} />
      ),
    )}
  </>
);

/** Leads to the line of code. */
const Line = ({ at: { definitionId, name, file, line }, words }: { at: CodeLine; words: string }) => (
  <button
    type="button"
    className={styles.flow}
    aria-label={texts.toLine(words, name, line)}
    onClick={() => workspace.showCode(definitionId, { file, line })}
  >
    {words}
  </button>
);

const showNote = (definitionId: string): void => {
  const [note] = notesOf(appStore.getState().board, definitionId);
  if (note) workspace.select({ noteIds: [note.id], connectionIds: [] });
};
