import { ChevronDown } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

type SelectOption<Value extends string> = { value: Value; label: string; isDisabled?: boolean };
export type SelectProps<Value extends string> = FieldProps &
  Omit<ComponentPropsWithRef<'select'>, 'value' | 'onChange' | 'size' | 'id'> & {
    value: Value;
    onChange: (value: Value) => void;
    options: SelectOption<Value>[];
    size?: 'small' | 'base';
  };

/** One of several, by the browser's own list: it works with every keyboard, reader and finger. */
export const Select = <Value extends string>({
  label,
  isLabelHidden = false,
  hint,
  error,
  value,
  onChange,
  options,
  size = 'base',
  className,
  ...rest
}: SelectProps<Value>) => (
  <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
    {(ids) => (
      <div className={styles.selectFrame}>
        <select
          value={value}
          data-size={size}
          className={classes(styles.control, styles.select, className)}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
          {...rest}
          {...ids}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled ?? false}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={14} aria-hidden="true" />
      </div>
    )}
  </Field>
);
