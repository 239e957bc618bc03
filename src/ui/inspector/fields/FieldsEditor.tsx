import { type ClipboardEvent, useState } from 'react';
import { type DefinitionOf, type Field, fieldsFromText, isManyFields } from '#model';
import { appStore, workspace } from '#state';
import { Segmented } from '../../kit/Segmented.tsx';
import { renameField } from '../../renaming/renameStore.ts';
import { fieldTexts } from '../../text/inspector.ts';
import { FieldRows } from './FieldRows.tsx';
import styles from './Fields.module.css';
import { FieldsLine } from './FieldsLine.tsx';
import { withPasted } from './fieldEdits.ts';

type FieldsEditorProps = { definition: DefinitionOf<'event'> | DefinitionOf<'command'> };

/** The fields of an event or a command, as rows or as one line of text. */
export const FieldsEditor = ({ definition }: FieldsEditorProps) => {
  const [form, setForm] = useState<'rows' | 'line'>('rows');
  const { id, name, fields } = definition;
  const change = (update: (present: Field[]) => Field[]) => {
    const present = appStore.getState().board.definitions[id];
    if (!present || !('fields' in present)) return;
    workspace.edit(fieldTexts.change(name), [
      { type: 'ChangeFields', definitionId: id, fields: update(present.fields) },
    ]);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const read = isManyFields(text) ? fieldsFromText(text) : null;
    if (read?.kind !== 'fields' || read.fields.length === 0) return;
    event.preventDefault();
    change((present) => withPasted(present, read.fields));
  };
  return (
    <section>
      <header className={styles.header}>
        <h3>{fieldTexts.fields}</h3>
        <Segmented
          label={fieldTexts.shownAs}
          value={form}
          onChange={setForm}
          segments={[
            { value: 'rows', label: fieldTexts.rows },
            { value: 'line', label: fieldTexts.line },
          ]}
        />
      </header>
      {form === 'line' ? (
        <FieldsLine fields={fields} onChange={(changed) => change(() => changed)} />
      ) : (
        <>
          {fields.length > 0 ? <Columns /> : <p className={styles.empty}>{fieldTexts.noneHint}</p>}
          <FieldRows
            onPaste={paste}
            fields={fields}
            onChange={change}
            onRename={(path, to) => renameField(id, path, to)}
          />
        </>
      )}
    </section>
  );
};

/** Each control has a label of its own; these words are for the eye. */
const Columns = () => (
  <div className={styles.columns} aria-hidden="true">
    <span>{fieldTexts.name}</span>
    <span />
    <span>{fieldTexts.type}</span>
    <span>{fieldTexts.example}</span>
  </div>
);
