import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { emptyValue, type Field, type FieldType, type Json } from '#model';
import { Checkbox } from '../kit/Checkbox.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import { runTexts } from '../text/run.ts';
import styles from './FieldInputs.module.css';

type InputProps = {
  label: string;
  type: FieldType;
  isOptional: boolean;
  value: Json | undefined;
  /** Names of the fields that lead here: `item.quantity`. */
  path: string;
  /** What is wrong, by path. */
  problems: ReadonlyMap<string, string>;
  /** The ids in use that fit a field, the latest first. */
  knownIds: (field: Field) => string[];
  onChange: (value: Json | undefined) => void;
};

const isRecord = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const IdInput = ({ label, type, value, path, problems, knownIds, onChange }: InputProps) => {
  const list = useId();
  const known = knownIds({ name: label, type });
  return (
    <>
      <TextField
        label={label}
        size="small"
        value={typeof value === 'string' ? value : ''}
        list={list}
        error={problems.get(path)}
        onChange={onChange}
      />
      <datalist id={list}>
        {known.map((id) => (
          <option key={id} value={id} />
        ))}
      </datalist>
    </>
  );
};

const ChoiceInput = ({ label, type, isOptional, value, onChange }: InputProps) => {
  const choices = type.kind === 'choice' ? type.choices : [];
  return (
    <Select
      label={label}
      size="small"
      value={typeof value === 'string' ? value : ''}
      options={[
        ...(isOptional ? [{ value: '', label: runTexts.none }] : []),
        ...choices.map((choice) => ({ value: choice, label: choice })),
      ]}
      onChange={(choice) => onChange(choice === '' ? undefined : choice)}
    />
  );
};

const ObjectInput = ({ label, type, value, path, problems, knownIds, onChange }: InputProps) => {
  const fields = type.kind === 'object' ? type.fields : [];
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <FieldInputs
        fields={fields}
        data={isRecord(value) ? value : {}}
        path={`${path}.`}
        problems={problems}
        knownIds={knownIds}
        onChange={onChange}
      />
    </fieldset>
  );
};

const ListInput = ({ label, type, value, path, problems, knownIds, onChange }: InputProps) => {
  const items = Array.isArray(value) ? value : [];
  const itemType: FieldType = type.kind === 'list' ? type.of : { kind: 'text' };
  const replace = (index: number, item: Json | undefined) =>
    onChange(items.map((present, place) => (place === index ? (item ?? null) : present)));
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list have no identity but their place
        <div key={index} className={styles.item}>
          <FieldInput
            label={`${label} ${index + 1}`}
            type={itemType}
            isOptional={false}
            value={item}
            path={`${path}[${index}]`}
            problems={problems}
            knownIds={knownIds}
            onChange={(changed) => replace(index, changed)}
          />
          <IconButton
            size="small"
            icon={X}
            label={runTexts.removeItem(`${label} ${index + 1}`)}
            onClick={() => onChange(items.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <IconButton
        size="small"
        icon={Plus}
        label={runTexts.addItem(label)}
        onClick={() => onChange([...items, emptyValue(itemType)])}
      />
    </fieldset>
  );
};

/** The input that fits the type of one field. */
const FieldInput = (props: InputProps) => {
  const { label, type, isOptional, value, path, problems, onChange } = props;
  const error = problems.get(path);
  const text = typeof value === 'string' ? value : '';
  switch (type.kind) {
    case 'text':
      return (
        <TextField
          label={label}
          size="small"
          value={text}
          error={error}
          onChange={(typed) => onChange(typed === '' && isOptional ? undefined : typed)}
        />
      );
    case 'number':
      return (
        <NumberField
          label={label}
          size="small"
          value={typeof value === 'number' ? value : null}
          error={error}
          onChange={(number) => onChange(number ?? undefined)}
        />
      );
    case 'boolean':
      return <Checkbox label={label} isChecked={value === true} onChange={onChange} />;
    case 'date':
      return (
        <TextField
          label={label}
          size="small"
          value={text}
          error={error}
          placeholder="2026-01-31T09:00:00.000Z"
          onChange={(typed) => onChange(typed === '' ? undefined : typed)}
        />
      );
    case 'id':
      return <IdInput {...props} />;
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'object':
      return <ObjectInput {...props} />;
    case 'list':
      return <ListInput {...props} />;
  }
};

type FieldInputsProps = {
  fields: Field[];
  data: { [key: string]: Json };
  path?: string;
  problems: InputProps['problems'];
  knownIds: InputProps['knownIds'];
  onChange: (data: { [key: string]: Json }) => void;
};

/** One input a field; a field left empty is absent from the data. */
export const FieldInputs = ({ fields, data, path = '', problems, knownIds, onChange }: FieldInputsProps) =>
  fields.map(({ name, type, optional = false }) => (
    <FieldInput
      key={name}
      label={name}
      type={type}
      isOptional={optional}
      value={data[name]}
      path={`${path}${name}`}
      problems={problems}
      knownIds={knownIds}
      onChange={(value) => {
        const { [name]: _before, ...others } = data;
        const entries = fields
          .map((field) => field.name)
          .flatMap((key): [string, Json][] => {
            const kept = key === name ? value : others[key];
            return kept === undefined ? [] : [[key, kept]];
          });
        onChange({ ...others, ...Object.fromEntries(entries) });
      }}
    />
  ));
