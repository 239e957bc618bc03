import { type Definition, kindInfo } from '#model';
import styles from './Inspector.module.css';
import { Sticker } from './Sticker.tsx';

export const InspectorHeading = ({ definition }: { definition: Definition }) => (
  <header className={styles.heading}>
    <Sticker kind={definition.kind} />
    <div>
      <p className={styles.kind}>{kindInfo[definition.kind].word}</p>
      <h2>{definition.name}</h2>
    </div>
  </header>
);
