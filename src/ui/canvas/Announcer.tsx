import styles from './Announcer.module.css';
import { useWall } from './wallStore.ts';

/** Says aloud what was done to the wall. */
export const Announcer = () => {
  const { text, nonce } = useWall(({ announcement }) => announcement);
  return (
    <p className={styles.announcer} role="status">
      <span key={nonce}>{text}</span>
    </p>
  );
};
