import { useMemo } from 'react';
import { type Definition, isDefaultName, type Note, notesOf } from '#model';
import { workspace } from '#state';
import { inspectorTexts } from '../../text/inspector.ts';
import { useApp } from '../../useApp.ts';
import styles from './Details.module.css';

/**
 * Where a definition stands on the wall, and under which names its events may still be stored, but for the one that it
 * was made with.
 */
export const Appearances = ({ note, definition }: { note: Note; definition: Definition }) => {
  const board = useApp((state) => state.board);
  const appearances = useMemo(() => notesOf(board, definition.id), [board, definition.id]);
  const { kind, formerNames = [] } = definition;
  const given = formerNames.filter((name) => !isDefaultName(kind, name));
  return (
    <section className={styles.section}>
      <p className={styles.hint}>{inspectorTexts.onTheWall(appearances.length)}</p>
      {appearances.length > 1 && (
        <div className={styles.chips}>
          {appearances.map(({ id }, index) => (
            <button
              key={id}
              type="button"
              aria-current={id === note.id || undefined}
              onClick={() => workspace.select({ noteIds: [id], connectionIds: [] })}
            >
              {inspectorTexts.showNote(index + 1)}
            </button>
          ))}
        </div>
      )}
      {given.length > 0 && <p className={styles.hint}>{inspectorTexts.formerNames(given)}</p>}
    </section>
  );
};
