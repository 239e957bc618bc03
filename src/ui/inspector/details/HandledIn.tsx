import { useMemo } from 'react';
import { type Definition, handlingsOf } from '#model';
import { workspace } from '#state';
import { codeTexts } from '../../text/code.ts';
import { useApp } from '../../useApp.ts';
import styles from './Details.module.css';

/** The lines of code that handle a message, one press away. */
export const HandledIn = ({ definition: { id } }: { definition: Definition }) => {
  const board = useApp((state) => state.board);
  const handlings = useMemo(() => handlingsOf(board, id), [board, id]);
  if (handlings.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{codeTexts.inCode}</h3>
      <div className={styles.chips}>
        {handlings.map(({ definitionId, name, phase, file, line }) => (
          <button
            key={`${definitionId}/${file}/${line}`}
            type="button"
            onClick={() => workspace.showCode(definitionId, { file, line })}
          >
            {codeTexts.handledIn(name, phase)} <span className={styles.hint}>{codeTexts.line(line)}</span>
          </button>
        ))}
      </div>
    </section>
  );
};
