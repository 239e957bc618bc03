import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

export type FieldProps = {
  label: string;
  /** The label is read aloud only: where the place already says what it is. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong with the value, in place. */
  error?: string | null | undefined;
};
type Ids = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined };

/** Label, control, hint and error belonging together. */
export const Field = ({
  label,
  isLabelHidden = false,
  hint,
  error,
  children,
}: FieldProps & { children: (ids: Ids) => ReactNode }) => {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = Boolean(error) || hint !== undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? styles.hidden : styles.label}>
        {label}
      </label>
      {children({ id, 'aria-describedby': hasNote ? noteId : undefined, 'aria-invalid': error ? true : undefined })}
      {hasNote && (
        <div id={noteId} className={error ? styles.error : styles.hint}>
          {error || hint}
        </div>
      )}
    </div>
  );
};
