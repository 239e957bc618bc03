import { ActionButton } from '../actions/ActionButton.tsx';
import { arrangingText } from '../text/arranging.ts';
import styles from './Inspector.module.css';

const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'];
const others = ['wall.distribute.x', 'wall.distribute.y', 'wall.group', 'wall.tidy', 'wall.lock'];

/** What puts several notes in order. */
export const ArrangeSelected = () => (
  <div className={styles.arrange} role="toolbar" aria-label={arrangingText.arrange}>
    {alignments.map((alignment) => (
      <ActionButton key={alignment} action={`wall.align.${alignment}`} />
    ))}
    <span className={styles.gap} />
    {others.map((action) => (
      <ActionButton key={action} action={action} />
    ))}
  </div>
);
