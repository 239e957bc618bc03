import type { Field, Json } from '#model';
import { CommittedField } from '../inspector/fields/CommittedField.tsx';
import { ValueField } from '../inspector/fields/ValueField.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import styles from './DataForm.module.css';
import { isRecord, jsonFrom, keysBeyond, withValue } from './specificationEdits.ts';

type DataFormProps = { fields: Field[]; data: Json; onChange: (data: Json) => void };

/** A message's data, a row for each field; what no field names is written as JSON. */
export const DataForm = ({ fields, data, onChange }: DataFormProps) => {
  if (!isRecord(data)) return <JsonField label={texts.data} value={data} onChange={onChange} />;
  return (
    <div className={styles.form}>
      {fields.map(({ name, type }) => (
        <div key={name} className={styles.row} data-nested={type.kind === 'object' || undefined}>
          <span aria-hidden="true">{name}</span>
          {type.kind === 'object' && isRecord(data[name]) ? (
            <fieldset className={styles.nested} aria-label={name}>
              <DataForm
                fields={type.fields}
                data={data[name]}
                onChange={(value) => onChange(withValue(data, name, value))}
              />
            </fieldset>
          ) : (
            <ValueField
              label={name}
              isLabelHidden
              type={type}
              value={data[name]}
              onChange={(value) => onChange(withValue(data, name, value))}
            />
          )}
        </div>
      ))}
      {keysBeyond(fields, data).map((key) => (
        <div key={key} className={styles.row}>
          <span aria-hidden="true">{key}</span>
          <JsonField label={key} value={data[key]} onChange={(value) => onChange(withValue(data, key, value))} />
        </div>
      ))}
    </div>
  );
};

type JsonFieldProps = { label: string; value: Json | undefined; onChange: (value: Json) => void };

const JsonField = ({ label, value, onChange }: JsonFieldProps) => (
  <CommittedField
    label={label}
    isLabelHidden
    isCode
    size="small"
    value={JSON.stringify(value) ?? ''}
    check={(text) => (jsonFrom(text) === undefined ? texts.notJson : null)}
    onCommit={(text) => onChange(jsonFrom(text) ?? null)}
  />
);
