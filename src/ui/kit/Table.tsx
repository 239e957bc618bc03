import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './Table.module.css';

/** A table with quiet lines and a heading that stays in sight; rows and cells are plain `tr`, `th` and `td`. */
export const Table = ({ className, ...rest }: ComponentProps<'table'>) => (
  <table className={classes(styles.table, className)} {...rest} />
);
