import { formatKeys } from './formatKeys.ts';
import styles from './Keys.module.css';

/** Keys as they are printed on the person's keyboard. */
export const Keys = ({ keys }: { keys: string }) => <kbd className={styles.keys}>{formatKeys(keys)}</kbd>;
