import type { KeyboardEvent } from 'react';
import { TextField, type TextFieldProps } from '../../kit/TextField.tsx';
import { useTyped } from './useTyped.ts';

export type CommittedFieldProps = Omit<TextFieldProps, 'onChange' | 'error'> & {
  /** Called once the person is done: with Enter, or by leaving the field. Not called while `check` finds fault. */
  onCommit: (text: string) => void;
  /** What is wrong with the text, or null. */
  check?: (text: string) => string | null;
};

/** One line of text that becomes one edit, not one for each key. */
export const CommittedField = ({ value, onCommit, check, onKeyDown, onBlur, ...rest }: CommittedFieldProps) => {
  const [text, setText] = useTyped(value);
  const error = text === value ? null : (check?.(text) ?? null);
  const commit = () => {
    if (text === value || error !== null) return;
    // What is not taken over (asked about first, refused) is not what it holds.
    setText(value);
    onCommit(text);
  };
  const commitOrRevert = (event: KeyboardEvent<HTMLInputElement>) => {
    // With Alt come the keys that move a row: what is typed in it goes along.
    const isEnter = event.key === 'Enter' && !event.nativeEvent.isComposing;
    // Else the same key would press the button of a dialog that the commit opens.
    if (isEnter && text !== value) event.preventDefault();
    if (isEnter || event.altKey) commit();
    if (event.key === 'Escape' && text !== value) {
      event.stopPropagation();
      setText(value);
    }
    onKeyDown?.(event);
  };
  return (
    <TextField
      {...rest}
      value={text}
      error={error}
      onChange={setText}
      onKeyDown={commitOrRevert}
      onBlur={(event) => {
        commit();
        onBlur?.(event);
      }}
    />
  );
};
