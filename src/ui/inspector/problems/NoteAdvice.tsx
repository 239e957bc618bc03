import { useMemo, useRef } from 'react';
import type { Advice } from '#model';
import { adviceTexts as texts } from '../../text/advice.ts';
import { useApp } from '../../useApp.ts';
import styles from './Advice.module.css';
import { AdviceItem } from './AdviceItem.tsx';
import { keyOf } from './adviceGroups.ts';

/** What the coach says of what is selected; nothing where it has nothing to say. */
export const NoteAdvice = ({ about }: { about: (advice: Advice) => boolean }) => {
  const advice = useApp((state) => state.advice);
  const own = useMemo(() => advice.filter(about), [advice, about]);
  const region = useRef<HTMLElement>(null);
  return (
    <section ref={region} className={styles.ofNote} aria-label={texts.coach} tabIndex={-1} hidden={own.length === 0}>
      <ul>
        {own.map((one) => (
          <AdviceItem key={keyOf(one)} advice={one} onDone={() => region.current?.focus({ preventScroll: true })}>
            <span className={styles.words} data-severity={one.severity}>
              <strong>{one.message}</strong>
              <span className={styles.why}>{one.why}</span>
            </span>
          </AdviceItem>
        ))}
      </ul>
    </section>
  );
};
