import { ArrowLeft, ArrowLeftRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { runAction } from '../actions/menuItem.ts';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Messages } from '../shell/Messages.tsx';
import { actionTexts } from '../text/actions.ts';
import { comparingTexts as texts } from '../text/comparing.ts';
import { LongWork } from '../timeline/LongWork.tsx';
import styles from './Compare.module.css';
import { CompareWall } from './CompareWall.tsx';
import { type CompareState, startComparing, stopComparing, swapSides, useCompare } from './compareStore.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { SideFields } from './SideFields.tsx';

const summaryOf = ({ progress, comparison }: CompareState): string => {
  if (progress === 'comparing') return texts.comparing;
  if (!comparison) return texts.notCompared;
  const documents = comparison.readModels.reduce((sum, one) => sum + one.documents.length + one.more, 0);
  const [streams, types] = [comparison.streams.length, comparison.counts.length];
  return documents + streams + types === 0 ? texts.same : texts.summary({ documents, streams, types });
};

const Heading = () => (
  <header className={styles.heading}>
    <h1>{texts.title}</h1>
    <p role="status">{useCompare(summaryOf)}</p>
    <p className={styles.quiet}>{texts.isReadOnly}</p>
    <Button icon={ArrowLeft} className={styles.back} onClick={() => runAction('view.leave')}>
      {actionTexts.backToWall}
    </Button>
  </header>
);

const BothSides = () => {
  const sides = useCompare((state) => state.sides);
  return (
    <div className={styles.sides}>
      {sides && (
        <>
          <SideFields index={0} choice={sides[0]} />
          <IconButton icon={ArrowLeftRight} label={texts.swap} onClick={swapSides} />
          <SideFields index={1} choice={sides[1]} />
        </>
      )}
    </div>
  );
};

/** In a field, Escape leaves the field first. */
const leaveField = (event: KeyboardEvent<HTMLElement>): void => {
  const isField = event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement;
  if (event.key !== 'Escape' || !isField) return;
  event.preventDefault();
  event.currentTarget.focus();
};

/** Two moments side by side: of one run or two, made by one version of the code or two. */
export const Compare = () => {
  const view = useRef<HTMLElement>(null);
  const comparison = useCompare((state) => state.comparison);
  useEffect(() => {
    view.current?.focus();
    void startComparing();
    return stopComparing;
  }, []);
  return (
    <main
      ref={view}
      className={styles.view}
      data-region="compare"
      data-action-scope="compare"
      aria-label={texts.title}
      tabIndex={-1}
      onKeyDown={leaveField}
    >
      <Heading />
      <LongWork />
      <BothSides />
      <div className={styles.middle}>
        <CompareWall />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
        <aside className={styles.side} aria-label={texts.differences} tabIndex={0}>
          {comparison && <DifferenceList comparison={comparison} />}
        </aside>
      </div>
      <Messages />
    </main>
  );
};
