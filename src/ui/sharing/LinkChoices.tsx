import { useEffect, useRef, useState } from 'react';
import { type ModelLink, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { TextField } from '../kit/TextField.tsx';
import { sharingTexts } from '../text/sharing.ts';
import { useApp } from '../useApp.ts';
import styles from './ShareDialog.module.css';

const texts = sharingTexts.link;

const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const wordsOn = ({ address, cutBy }: ModelLink): string =>
  `${texts.length(address.length)} ${cutBy.length > 0 ? texts.cut(or.format(cutBy)) : texts.whole}`;

/** The link, selected so that it can be copied by key too, and its copying, which needs no permission this way. */
const MadeLink = ({ address }: { address: string }) => {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <>
      <div className={styles.wide}>
        <TextField ref={field} label={texts.link} value={address} onChange={() => undefined} readOnly isCode />
      </div>
      <div className={styles.buttons}>
        <Button
          variant="primary"
          onClick={() => {
            field.current?.select();
            setCopied(document.execCommand('copy'));
          }}
        >
          {texts.copy}
        </Button>
        <span role="status">{isCopied && texts.copied}</span>
      </div>
    </>
  );
};

/** A link that holds the model: made when asked for, since making it takes the whole history into the hand. */
export const LinkChoices = () => {
  const [withEvents, setWithEvents] = useState(true);
  const [answer, setAnswer] = useState<{ withEvents: boolean; made: ModelLink | 'too-long' | null } | null>(null);
  // A link with the events must not stand there once they are not wanted, however late it comes.
  const made = answer?.withEvents === withEvents ? answer.made : null;
  const hasEvents = useApp(({ events }) => events.length > 0);
  const make = async () => {
    const { linkWithModel } = await workspace.sharing();
    setAnswer({ withEvents, made: await linkWithModel(withEvents ? {} : { events: 'left-out' }) });
  };
  return (
    <>
      <Checkbox
        label={texts.withEvents}
        isChecked={withEvents && hasEvents}
        disabled={!hasEvents}
        onChange={setWithEvents}
      />
      <p className={styles.size} role="status">
        {made === 'too-long' && texts.tooLong}
        {made !== null && made !== 'too-long' && wordsOn(made)}
      </p>
      {made !== null && made !== 'too-long' ? (
        <MadeLink address={made.address} />
      ) : (
        <div className={styles.buttons}>
          <Button variant="primary" onClick={() => void make()}>
            {texts.make}
          </Button>
        </div>
      )}
    </>
  );
};
