import type { NoteKind } from '#model';
import { noteIcons } from '../canvas/noteIcons.ts';
import styles from './Inspector.module.css';

/** A note in small: its kind's icon on its kind's colour. The word beside it says the same. */
export const Sticker = ({ kind, size = 18 }: { kind: NoteKind; size?: number }) => {
  const Icon = noteIcons[kind];
  const colours = { '--sticker': `var(--note-${kind})`, '--sticker-edge': `var(--note-${kind}-edge)` };
  return (
    <span className={styles.sticker} data-kind={kind} style={colours as React.CSSProperties}>
      <Icon size={size} aria-hidden="true" />
    </span>
  );
};
