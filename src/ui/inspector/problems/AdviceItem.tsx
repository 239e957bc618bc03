import { BellOff, Wrench } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Advice } from '#model';
import { Button } from '../../kit/Button.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { adviceTexts as texts } from '../../text/advice.ts';
import styles from './Advice.module.css';
import { applyFix, muteAdvice } from './adviceEdits.ts';

type AdviceItemProps = {
  advice: Advice;
  /** The words, as text or as the way to the note. */
  children: ReactNode;
  /** What was pressed is gone: the focus has to go somewhere. */
  onDone: () => void;
};

/** One piece of advice with what can be done about it. */
export const AdviceItem = ({ advice, children, onDone }: AdviceItemProps) => {
  const { fix } = advice;
  const then = (act: () => void) => () => {
    act();
    onDone();
  };
  return (
    <li className={styles.item}>
      {children}
      <span className={styles.actions}>
        {fix && (
          <Button size="small" icon={Wrench} onClick={then(() => applyFix(fix))}>
            {fix.label}
          </Button>
        )}
        <IconButton
          icon={BellOff}
          size="small"
          label={texts.mute}
          className={styles.mute}
          onClick={then(() => muteAdvice(advice))}
        />
      </span>
    </li>
  );
};
