import { useEffect, useState } from 'react';
import { workspace } from '#state';
import { formatBytes } from '../files/formatBytes.ts';
import { Button } from '../kit/Button.tsx';
import { sharingTexts } from '../text/sharing.ts';
import styles from './ShareDialog.module.css';

const texts = sharingTexts.project;

type Packed = { zip: Uint8Array<ArrayBuffer>; leftBehind: string[] };

/** The project, once it is packed. */
const useProject = (): Packed | null => {
  const [packed, setPacked] = useState<Packed | null>(null);
  useEffect(() => {
    let isGone = false;
    void workspace
      .sharing()
      .then(({ projectOfModel }) => projectOfModel())
      .then((made) => isGone || setPacked(made));
    return () => {
      isGone = true;
    };
  }, []);
  return packed;
};

/** The model as a project that runs elsewhere: what it costs, and what stays here. */
export const ProjectChoices = ({ onDone }: { onDone: () => void }) => {
  const packed = useProject();
  return (
    <>
      <p className={styles.sentence}>{texts.licence}</p>
      {packed && (
        <section aria-label={texts.left}>
          <h3 className={styles.heading}>{texts.left}</h3>
          <ul className={styles.list}>
            {packed.leftBehind.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.size} role="status">
        {packed ? texts.size(formatBytes(packed.zip.length)) : texts.making}
      </p>
      <div className={styles.buttons}>
        <Button
          variant="primary"
          disabled={!packed}
          onClick={() => {
            onDone();
            if (packed) void workspace.sharing().then(({ saveProject }) => saveProject(packed.zip));
          }}
        >
          {texts.save}
        </Button>
      </div>
    </>
  );
};
