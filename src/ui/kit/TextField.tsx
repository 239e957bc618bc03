import type { ComponentPropsWithRef } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

type ControlProps = { value: string; onChange: (value: string) => void; size?: 'small' | 'base'; isCode?: boolean };

export type TextFieldProps = FieldProps &
  ControlProps &
  Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'size' | 'id'>;

/** One line of text. */
export const TextField = ({
  label,
  isLabelHidden = false,
  hint,
  error,
  onChange,
  size = 'base',
  isCode = false,
  className,
  ...rest
}: TextFieldProps) => (
  <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
    {(ids) => (
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        data-size={size}
        data-code={isCode || undefined}
        className={classes(styles.control, className)}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
        {...ids}
      />
    )}
  </Field>
);

export type TextAreaProps = FieldProps &
  Omit<ControlProps, 'size'> &
  Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'id'>;

/** Several lines of text. */
export const TextArea = ({
  label,
  isLabelHidden = false,
  hint,
  error,
  onChange,
  isCode = false,
  className,
  ...rest
}: TextAreaProps) => (
  <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
    {(ids) => (
      <textarea
        autoComplete="off"
        spellCheck={false}
        data-code={isCode || undefined}
        className={classes(styles.control, className)}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
        {...ids}
      />
    )}
  </Field>
);
