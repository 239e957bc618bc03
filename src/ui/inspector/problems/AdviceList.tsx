import { useState } from 'react';
import type { Advice } from '#model';
import { Badge } from '../../kit/Badge.tsx';
import { Button } from '../../kit/Button.tsx';
import { adviceTexts as texts } from '../../text/advice.ts';
import styles from './Advice.module.css';
import { AdviceItem } from './AdviceItem.tsx';
import { goToAdvice } from './adviceEdits.ts';
import { type AdviceGroup, adviceGroups, keyOf } from './adviceGroups.ts';

type AdviceListProps = { advice: readonly Advice[]; tone: 'warning' | 'neutral'; onDone: () => void };

/** Advice by rule: the reason once, then each place. */
export const AdviceList = ({ advice, tone, onDone }: AdviceListProps) =>
  adviceGroups(advice).map((group) => <Group key={group.rule} group={group} tone={tone} onDone={onDone} />);

/** More of the same would only bury what else there is. */
const shownAtFirst = 4;

const Group = ({ group, tone, onDone }: { group: AdviceGroup } & Pick<AdviceListProps, 'tone' | 'onDone'>) => {
  const [isWhole, setWhole] = useState(false);
  const { title, why, advice } = group;
  const shown = isWhole ? advice : advice.slice(0, shownAtFirst);
  return (
    <section className={styles.group}>
      <h4 className={styles.title}>
        {title} <Badge tone={tone}>{advice.length}</Badge>
      </h4>
      <p className={styles.why}>{why}</p>
      <ul>
        {shown.map((one) => (
          <AdviceItem key={keyOf(one)} advice={one} onDone={onDone}>
            <button type="button" className={styles.go} onClick={() => goToAdvice(one)}>
              {one.message}
            </button>
          </AdviceItem>
        ))}
      </ul>
      {shown.length < advice.length && (
        <Button size="small" variant="quiet" onClick={() => setWhole(true)}>
          {texts.showAll(advice.length)}
        </Button>
      )}
    </section>
  );
};
