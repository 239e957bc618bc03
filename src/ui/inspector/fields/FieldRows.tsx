import { Plus } from 'lucide-react';
import { type ClipboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Field, FieldType } from '#model';
import { Button } from '../../kit/Button.tsx';
import { Select } from '../../kit/Select.tsx';
import { fieldTexts } from '../../text/inspector.ts';
import { CommittedField } from './CommittedField.tsx';
import { FieldRow } from './FieldRow.tsx';
import styles from './Fields.module.css';
import { changeAt, choicesFrom, moveAt, removeAt, typeOfKind, withNewField } from './fieldEdits.ts';
import { kindOptions } from './kindOptions.ts';

/**
 * A change to what is there by then: one gesture may commit what is typed in a row and move the row, before the rows
 * have been drawn anew.
 */
type Change<Item> = (change: (present: Item) => Item) => void;

type FieldRowsProps = {
  fields: Field[];
  onChange: Change<Field[]>;
  /** The field whose own fields these are, where they are an object's. */
  of?: string;
  /** Of the outermost rows: what is pasted anywhere in them. */
  onPaste?: (event: ClipboardEvent) => void;
  /** `path` from these fields on: the name of one, or of one within it. */
  onRename: (path: string[], to: string) => void;
};

/** Fields as rows; the fields of an object stand as rows within. */
export const FieldRows = ({ fields, onChange, of, onRename, onPaste }: FieldRowsProps) => {
  const list = useRef<HTMLUListElement>(null);
  const focusRow = useRowFocus(list);
  const add = () => {
    onChange(withNewField);
    focusRow(fields.length);
  };
  const move = (index: number, by: -1 | 1) => {
    if (index + by < 0 || index + by >= fields.length) return;
    onChange((present) => moveAt(present, index, by));
    focusRow(index + by);
  };
  return (
    <div onPaste={onPaste}>
      <ul ref={list} className={styles.rows}>
        {fields.map((field, index) => (
          <TypedFieldRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a field has no identity but its place; its name is what is edited
            key={index}
            field={field}
            otherNames={removeAt(fields, index).map(({ name }) => name)}
            onChange={(change) => onChange((present) => changeAt(present, index, change))}
            onRename={(path, to) => onRename([field.name, ...path], to)}
            onMove={(by) => move(index, by)}
            onRemove={() => {
              onChange((present) => removeAt(present, index));
              focusRow(Math.max(0, index - 1));
            }}
            onAdd={add}
            onNext={() => (index === fields.length - 1 ? add() : focusRow(index + 1))}
          />
        ))}
      </ul>
      <Button size="small" variant="quiet" icon={Plus} onClick={add}>
        {of === undefined ? fieldTexts.add : fieldTexts.addTo(of)}
      </Button>
    </div>
  );
};

/** Focuses the name in a row of the list once that has been drawn. */
const useRowFocus = (list: { current: HTMLUListElement | null }) => {
  const [wanted, setWanted] = useState<{ row: number } | null>(null);
  useLayoutEffect(() => {
    if (!wanted) return;
    const row = list.current?.children.item(wanted.row);
    const name = row?.querySelector('input');
    name?.focus();
    name?.select();
  }, [wanted, list]);
  return (row: number) => setWanted({ row });
};

type TypedFieldRowProps = {
  field: Field;
  otherNames: string[];
  onChange: Change<Field>;
  /** `path` from this field on; empty for the field itself. */
  onRename: (path: string[], to: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onAdd: () => void;
  onNext: () => void;
};

const TypedFieldRow = ({ field, onChange, onRename, ...rest }: TypedFieldRowProps) => {
  const [isPrefixShown, setPrefixShown] = useState(false);
  return (
    <FieldRow
      field={field}
      onChange={onChange}
      onRename={(to) => onRename([], to)}
      onEditPrefix={() => setPrefixShown(true)}
      {...rest}
    >
      <TypeDetails
        name={field.name}
        type={field.type}
        isPrefixShown={isPrefixShown}
        onRename={onRename}
        onChange={(change) => onChange((present) => ({ ...present, type: change(present.type) }))}
      />
    </FieldRow>
  );
};

type TypeDetailsProps = {
  /** Of the field, for labels. */
  name: string;
  type: FieldType;
  isPrefixShown?: boolean;
  onChange: Change<FieldType>;
  onRename: (path: string[], to: string) => void;
};

/** What a type needs beside its kind: choices, the prefix of ids, what a list holds, the fields of an object. */
const TypeDetails = ({ name, type, isPrefixShown = false, onChange, onRename }: TypeDetailsProps) => {
  switch (type.kind) {
    case 'choice':
      return (
        <Detail label={fieldTexts.choices}>
          <CommittedField
            label={`${fieldTexts.choices}: ${name}`}
            isLabelHidden
            size="small"
            value={type.choices.join(', ')}
            check={(text) => (choicesFrom(text).length > 0 ? null : fieldTexts.choicesNeeded)}
            onCommit={(text) => onChange(() => ({ kind: 'choice', choices: choicesFrom(text) }))}
          />
        </Detail>
      );
    case 'list':
      return (
        <>
          <Detail label={fieldTexts.of}>
            <Select
              label={`${fieldTexts.of}: ${name}`}
              isLabelHidden
              size="small"
              value={type.of.kind}
              options={kindOptions}
              onChange={(kind) => onChange(() => ({ kind: 'list', of: typeOfKind(kind) }))}
            />
          </Detail>
          <TypeDetails
            name={name}
            type={type.of}
            onChange={(change) => onChange(withinList(change))}
            onRename={onRename}
          />
        </>
      );
    case 'object':
      return (
        <div className={styles.nested}>
          <FieldRows
            of={name}
            fields={type.fields}
            onChange={(change) => onChange(withinObject(change))}
            onRename={onRename}
          />
        </div>
      );
    case 'id':
      return isPrefixShown ? (
        <Detail label={fieldTexts.prefix}>
          <CommittedField
            label={`${fieldTexts.prefix}: ${name}`}
            isLabelHidden
            size="small"
            value={type.prefix ?? ''}
            hint={type.prefix ? fieldTexts.prefixHint(type.prefix) : fieldTexts.uuidHint}
            onCommit={(text) => onChange(() => idType(text.trim()))}
          />
        </Detail>
      ) : null;
    default:
      return null;
  }
};

const idType = (prefix: string): FieldType => (prefix === '' ? { kind: 'id' } : { kind: 'id', prefix });

const withinList =
  (change: (of: FieldType) => FieldType) =>
  (type: FieldType): FieldType =>
    type.kind === 'list' ? { ...type, of: change(type.of) } : type;

const withinObject =
  (change: (fields: Field[]) => Field[]) =>
  (type: FieldType): FieldType =>
    type.kind === 'object' ? { ...type, fields: change(type.fields) } : type;

const Detail = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={styles.detail}>
    <span aria-hidden="true">{label}</span>
    {children}
  </div>
);
