import type { KeyboardEvent } from 'react';
import { type Field, fieldsFromText, lineOfFields } from '#model';
import { TextArea } from '../../kit/TextField.tsx';
import { fieldTexts } from '../../text/inspector.ts';
import { useTyped } from './useTyped.ts';

type FieldsLineProps = { fields: Field[]; onChange: (fields: Field[]) => void };

/** All fields in one line of text; becomes an edit with Enter, or when it is left. */
export const FieldsLine = ({ fields, onChange }: FieldsLineProps) => {
  const stored = lineOfFields(fields);
  const [text, setText] = useTyped(stored);
  const read = fieldsFromText(text);
  const commit = () => {
    if (read.kind === 'fields' && lineOfFields(read.fields) !== stored) onChange(read.fields);
  };
  const commitByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    commit();
  };
  return (
    <TextArea
      label={fieldTexts.lineLabel}
      isLabelHidden
      isCode
      rows={Math.min(10, Math.max(3, Math.ceil(text.length / 40)))}
      value={text}
      hint={fieldTexts.lineHint}
      error={
        read.kind === 'problem' && text !== stored
          ? fieldTexts.troubleAt(read.message, text.slice(read.at).trim())
          : null
      }
      onChange={setText}
      onKeyDown={commitByKey}
      onBlur={commit}
    />
  );
};
