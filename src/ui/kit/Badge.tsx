import type { ComponentProps } from 'react';
import styles from './Badge.module.css';
import { classes } from './classes.ts';

export type BadgeProps = ComponentProps<'span'> & {
  tone?: 'neutral' | 'accent' | 'danger' | 'success' | 'warning';
};

/** A count or a word that says how something stands. */
export const Badge = ({ tone = 'neutral', className, ...rest }: BadgeProps) => (
  <span data-tone={tone} className={classes(styles.badge, className)} {...rest} />
);
