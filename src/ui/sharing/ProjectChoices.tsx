import { workspace } from '#state';
import { formatBytes } from '../files/formatBytes.ts';
import { Button } from '../kit/Button.tsx';
import { sharingTexts } from '../text/sharing.ts';
import styles from './ShareDialog.module.css';
import { useShared } from './useShared.ts';

const texts = sharingTexts.project;

/** The model as a project that runs elsewhere: what it costs, and what stays here. */
export const ProjectChoices = ({ onDone }: { onDone: () => void }) => {
  const packed = useShared('project', ({ projectOfModel }) => projectOfModel());
  return (
    <>
      <p className={styles.sentence}>{texts.licence}</p>
      {packed && (
        <section className={styles.leftOut} aria-label={texts.left}>
          <h3>{texts.left}</h3>
          <ul>
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
