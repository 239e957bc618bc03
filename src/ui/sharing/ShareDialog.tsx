import { useState } from 'react';
import { Dialog } from '../kit/Dialog.tsx';
import { recall, remember } from '../kit/remembered.ts';
import { sharingTexts as texts } from '../text/sharing.ts';
import styles from './ShareDialog.module.css';
import { waysOut } from './waysOut.ts';

const lastWay = () => waysOut.find(({ id }) => id === recall('share')) ?? waysOut[0];

/** All ways in which a model leaves, the one that was taken last in front. */
export const ShareDialog = ({ onClose }: { onClose: () => void }) => {
  const [way, setWay] = useState(lastWay);
  const { Choices } = way;
  return (
    <Dialog title={texts.title} description={texts.description} onClose={onClose} width="wide">
      <div className={styles.share}>
        <fieldset className={styles.ways} aria-label={texts.ways}>
          {waysOut.map((each) => (
            <label key={each.id} className={styles.way}>
              <input
                type="radio"
                name="way-out"
                autoFocus={each === way}
                checked={each === way}
                onChange={() => {
                  setWay(each);
                  remember('share', each.id);
                }}
              />
              <each.icon size={16} aria-hidden="true" />
              {each.texts.title}
            </label>
          ))}
        </fieldset>
        <section className={styles.chosen} aria-label={way.texts.title}>
          <p className={styles.sentence}>{way.texts.sentence}</p>
          <Choices key={way.id} onDone={onClose} />
        </section>
      </div>
    </Dialog>
  );
};
