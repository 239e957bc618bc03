import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';

export type ButtonProps = ComponentPropsWithRef<'button'> & {
  variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'small' | 'base';
  icon?: LucideIcon;
};

/** A button with words; `quiet` has no edge until it is pointed at. */
export const Button = ({ variant = 'plain', size = 'base', icon: Icon, className, children, ...rest }: ButtonProps) => (
  <button type="button" data-variant={variant} data-size={size} className={classes(styles.button, className)} {...rest}>
    {Icon && <Icon size={size === 'small' ? 14 : 16} aria-hidden="true" />}
    {children}
  </button>
);
