import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './Checkbox.module.css';
import { classes } from './classes.ts';

export type CheckboxProps = Omit<ComponentPropsWithRef<'input'>, 'type' | 'checked' | 'onChange' | 'children'> & {
  label: ReactNode;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
};

export const Checkbox = ({ label, isChecked, onChange, className, ...rest }: CheckboxProps) => (
  <label className={classes(styles.checkbox, className)}>
    <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} {...rest} />
    <span>{label}</span>
  </label>
);
