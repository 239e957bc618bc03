import { useState } from 'react';
import { kitTexts } from '../text/kit.ts';
import { TextField, type TextFieldProps } from './TextField.tsx';

export type NumberFieldProps = Omit<TextFieldProps, 'value' | 'onChange' | 'type' | 'inputMode'> & {
  value: number | null;
  /** `null` while nothing is typed; not called while what is typed is no number. */
  onChange: (value: number | null) => void;
};

const asNumber = (text: string): number | null | undefined => {
  if (text.trim() === '') return null;
  const number = Number(text.trim());
  return Number.isFinite(number) ? number : undefined;
};

/** A number, typed as text so that "1." and "-" can be on their way to one. */
export const NumberField = ({ value, onChange, error, ...rest }: NumberFieldProps) => {
  const [text, setText] = useState(value === null ? '' : String(value));
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    if (asNumber(text) !== value) setText(value === null ? '' : String(value));
  }
  const type = (typed: string) => {
    setText(typed);
    const number = asNumber(typed);
    if (number === undefined) return;
    setShown(number);
    onChange(number);
  };
  return (
    <TextField
      {...rest}
      inputMode="decimal"
      value={text}
      onChange={type}
      error={asNumber(text) === undefined ? kitTexts.notANumber : error}
    />
  );
};
