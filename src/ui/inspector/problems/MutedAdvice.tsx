import { useEffect, useState } from 'react';
import { type Definition, loadCoach } from '#model';
import { Button } from '../../kit/Button.tsx';
import { adviceTexts as texts } from '../../text/advice.ts';
import styles from './Advice.module.css';
import { hearAgain } from './adviceEdits.ts';

type TitleOf = (rule: string) => string;

/** The rules may still be on their way; until then their ids stand for them. */
const useTitles = (): TitleOf => {
  const [titles, setTitles] = useState<{ of: TitleOf }>({ of: (rule) => rule });
  useEffect(() => {
    loadCoach().then(
      ({ titleOfRule }) => setTitles({ of: titleOfRule }),
      () => undefined,
    );
  }, []);
  return titles.of;
};

/** What the coach was told not to say of a note, and the way back. */
export const MutedAdvice = ({ definition }: { definition: Definition }) => {
  const { mutedAdvice = [] } = definition;
  const titleOf = useTitles();
  if (mutedAdvice.length === 0) return null;
  return (
    <section className={styles.muted}>
      <h3>{texts.muted}</h3>
      <ul>
        {mutedAdvice.map((rule) => (
          <li key={rule}>
            <span>{titleOf(rule)}</span>
            <Button size="small" onClick={() => hearAgain(definition, rule)}>
              {texts.hearAgain}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
