import { type FieldType, inputText, type Json, parseInput } from '#model';
import { Select } from '../../kit/Select.tsx';
import { fieldTexts } from '../../text/inspector.ts';
import { CommittedField } from './CommittedField.tsx';

type ValueFieldProps = {
  label: string;
  isLabelHidden?: boolean;
  /** A list and an object are written as JSON here; who wants an object's fields one by one shows them one by one. */
  type: FieldType;
  value: Json | undefined;
  /** `undefined` where nothing is written. */
  onChange: (value: Json | undefined) => void;
};

/** One value, typed as its field's type asks. */
export const ValueField = ({ label, isLabelHidden = false, type, value, onChange }: ValueFieldProps) => {
  const shared = { label, isLabelHidden, size: 'small' as const };
  if (type.kind === 'boolean' || type.kind === 'choice') {
    const choices = type.kind === 'choice' ? type.choices : ['true', 'false'];
    return (
      <Select
        {...shared}
        value={value === undefined ? '' : inputText(type, value)}
        options={['', ...choices].map((choice) => ({ value: choice, label: choice || fieldTexts.nothing }))}
        onChange={(chosen) => onChange(valueFrom(type, chosen))}
      />
    );
  }
  return (
    <CommittedField
      {...shared}
      isCode={type.kind === 'list' || type.kind === 'object'}
      inputMode={type.kind === 'number' ? 'decimal' : 'text'}
      value={value === undefined ? '' : inputText(type, value)}
      check={(text) => troubleWith(type, text)}
      onCommit={(text) => onChange(valueFrom(type, text))}
    />
  );
};

const troubleWith = (type: FieldType, text: string): string | null => {
  const parsed = text === '' ? null : parseInput(type, text);
  return parsed?.kind === 'problem' ? parsed.message : null;
};

const valueFrom = (type: FieldType, text: string): Json | undefined => {
  const parsed = text === '' ? null : parseInput(type, text);
  return parsed?.kind === 'value' ? parsed.value : undefined;
};
