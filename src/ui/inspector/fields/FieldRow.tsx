import { ArrowDown, ArrowUp, Ellipsis, Fingerprint, Trash2 } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Field } from '#model';
import { IconButton } from '../../kit/IconButton.tsx';
import { Menu, type MenuEntry } from '../../kit/Menu.tsx';
import { Select } from '../../kit/Select.tsx';
import { tooltip } from '../../kit/tooltip.ts';
import { fieldTexts } from '../../text/inspector.ts';
import { CommittedField } from './CommittedField.tsx';
import styles from './Fields.module.css';
import { isJustAdded, renamed, retyped, typeOfKind, withExample, withOptional } from './fieldEdits.ts';
import { kindOptions } from './kindOptions.ts';
import { ValueField } from './ValueField.tsx';

type FieldRowProps = {
  field: Field;
  /** Names of the fields beside it, which it may not take. */
  otherNames: string[];
  onChange: (change: (present: Field) => Field) => void;
  /** A name that others may know it by. */
  onRename: (to: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onAdd: () => void;
  /** To the next row, which is a new one after the last. */
  onNext: () => void;
  onEditPrefix: () => void;
  /** What its type needs beside its kind. */
  children: ReactNode;
};

/** One field: its name, whether it may be absent, its type, its example. */
export const FieldRow = ({ field, otherNames, children, ...on }: FieldRowProps) => {
  const { name, type, optional = false } = field;
  return (
    <li className={styles.row} onKeyDown={(event) => moveByKey(event, on.onMove)}>
      <div className={styles.cells}>
        <CommittedField
          label={fieldTexts.fieldName}
          isLabelHidden
          isCode
          size="small"
          value={name}
          check={(text) => nameTrouble(text.trim(), otherNames)}
          onCommit={(text) =>
            isJustAdded(field) ? on.onChange((present) => renamed(present, text.trim())) : on.onRename(text.trim())
          }
          onKeyDown={(event) => {
            if (isUntouched(field, event.currentTarget) && endsAdding(event)) on.onRemove();
            else if (nameTrouble(event.currentTarget.value.trim(), otherNames) === null) goOnByKey(event, field, on);
            else removeByKey(event, on.onRemove);
          }}
        />
        <button
          type="button"
          className={styles.optional}
          aria-pressed={optional}
          aria-label={`${fieldTexts.optional}: ${name}`}
          onClick={() => on.onChange((present) => withOptional(present, !optional))}
          {...tooltip(fieldTexts.optional)}
        >
          ?
        </button>
        <Select
          label={`${fieldTexts.type}: ${name}`}
          isLabelHidden
          size="small"
          value={type.kind}
          options={kindOptions}
          onChange={(kind) => on.onChange((present) => retyped(present, typeOfKind(kind)))}
        />
        {type.kind === 'object' ? (
          <span />
        ) : (
          <ValueField
            label={`${fieldTexts.example}: ${name}`}
            isLabelHidden
            type={type}
            value={field.example}
            onChange={(example) => on.onChange((present) => withExample(present, example))}
          />
        )}
        <Menu
          label={fieldTexts.options(name)}
          align="end"
          trigger={<IconButton size="small" icon={Ellipsis} label={fieldTexts.options(name)} />}
          entries={entries(field, on)}
        />
      </div>
      {children}
    </li>
  );
};

const nameTrouble = (name: string, otherNames: string[]): string | null => {
  if (name === '') return fieldTexts.nameNeeded;
  return otherNames.includes(name) ? fieldTexts.nameTaken(name) : null;
};

const entries = ({ type }: Field, on: Pick<FieldRowProps, 'onMove' | 'onRemove' | 'onEditPrefix'>): MenuEntry[] => [
  ...(type.kind === 'id' ? [{ label: `${fieldTexts.prefix} …`, icon: Fingerprint, run: on.onEditPrefix }] : []),
  { label: fieldTexts.moveUp, icon: ArrowUp, keys: 'Alt+ArrowUp', run: () => on.onMove(-1) },
  { label: fieldTexts.moveDown, icon: ArrowDown, keys: 'Alt+ArrowDown', run: () => on.onMove(1) },
  'separator',
  { label: fieldTexts.remove, icon: Trash2, isDanger: true, run: on.onRemove },
];

const isUntouched = (field: Field, input: HTMLInputElement): boolean =>
  isJustAdded(field) && input.value.trim() === field.name;

/** As in a list of bullets: Enter or Escape in a row that nobody has touched yet takes it back and ends the adding. */
const endsAdding = (event: KeyboardEvent): boolean => {
  const isEnd = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey && !event.altKey);
  if (!isEnd || event.nativeEvent.isComposing) return false;
  event.preventDefault();
  // Escape would go on to close or leave what the rows stand in.
  event.stopPropagation();
  return true;
};

/** Enter goes on to the next row once the name stands: where somebody may be asked about it first, the focus stays. */
const goOnByKey = (
  event: KeyboardEvent<HTMLInputElement>,
  field: Field,
  on: Pick<FieldRowProps, 'onAdd' | 'onNext'>,
): void => {
  const typed = event.currentTarget.value.trim();
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.altKey) return;
  const isNamed = isJustAdded(field) !== (typed === field.name);
  if (event.shiftKey) on.onAdd();
  else if (isNamed) on.onNext();
};

/** Backspace takes a field away that has no name left. */
const removeByKey = (event: KeyboardEvent<HTMLInputElement>, onRemove: () => void): void => {
  if (event.key !== 'Backspace' || event.repeat || event.currentTarget.value !== '') return;
  event.preventDefault();
  onRemove();
};

const moveByKey = (event: KeyboardEvent, onMove: (by: -1 | 1) => void): void => {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  // A row within an object's row moves alone.
  event.stopPropagation();
  onMove(event.key === 'ArrowUp' ? -1 : 1);
};
