import { ArrowLeft } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { appStore } from '#state';
import { runAction } from '../actions/menuItem.ts';
import { Badge } from '../kit/Badge.tsx';
import { Button } from '../kit/Button.tsx';
import { Tabs } from '../kit/Tabs.tsx';
import { Messages } from '../shell/Messages.tsx';
import { actionTexts } from '../text/actions.ts';
import { wallHistoryTexts as texts } from '../text/wallHistory.ts';
import { Changes } from './Changes.tsx';
import { Controls } from './Controls.tsx';
import { Edits } from './Edits.tsx';
import { forgetHistory, labelAt, readHistory, useHistory } from './historyStore.ts';
import { StillWall } from './StillWall.tsx';
import { type Comparison, useComparison } from './useComparison.ts';
import styles from './WallHistory.module.css';

/** What another tab edits meanwhile comes to the end of the list. */
const useEditsRead = (): void =>
  useEffect(() => {
    void readHistory();
    const stop = appStore.subscribe(({ board }, before) => {
      if (board !== before.board) void readHistory();
    });
    return () => {
      stop();
      forgetHistory();
    };
  }, []);

const Heading = () => {
  const isRead = useHistory((state) => state.events !== null);
  const words = useHistory((state) => {
    const { position, moments, pinned } = state;
    const label = labelAt(state, position);
    return pinned === null
      ? texts.shown(position, moments.length, label)
      : texts.compared(position, moments.length, label, pinned);
  });
  return (
    <header className={styles.heading}>
      <h1>{texts.title}</h1>
      <p role="status">{isRead ? words : texts.loading}</p>
      <p className={styles.quiet}>{texts.isReadOnly}</p>
      <Button icon={ArrowLeft} className={styles.back} onClick={() => runAction('history.leave')}>
        {actionTexts.backToWall}
      </Button>
    </header>
  );
};

/** A key that presses what has the focus belongs to it. */
const keepPresses = (event: KeyboardEvent): void => {
  if (!(event.target instanceof HTMLButtonElement)) return;
  const isTab = event.target.getAttribute('role') === 'tab';
  if (event.key === ' ' || (isTab && event.key !== 'Escape')) event.stopPropagation();
};

const Side = ({ comparison }: { comparison: Comparison }) => {
  const [tab, setTab] = useState<'edits' | 'changes'>('edits');
  const count = comparison.differences.length;
  return (
    <aside className={styles.side} aria-label={texts.editsAndChanges} onKeyDown={keepPresses}>
      <Tabs
        label={texts.editsAndChanges}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'edits', label: texts.edits, content: <Edits /> },
          {
            id: 'changes',
            label: texts.changes,
            badge: <Badge>{count}</Badge>,
            content: <Changes comparison={comparison} />,
          },
        ]}
      />
    </aside>
  );
};

/** How the wall came to be, edit by edit: to look at, to compare, to go back to, to begin anew from. */
export const WallHistory = () => {
  const view = useRef<HTMLElement>(null);
  const comparison = useComparison();
  const isRead = useHistory((state) => state.events !== null);
  useEditsRead();
  useEffect(() => view.current?.focus(), []);
  return (
    <main
      ref={view}
      className={styles.view}
      data-region="history"
      data-action-scope="history"
      aria-label={texts.title}
      tabIndex={-1}
    >
      <Heading />
      <div className={styles.middle}>
        <StillWall comparison={comparison} isRead={isRead} label={texts.title} />
        <Side comparison={comparison} />
      </div>
      <Controls />
      <Messages />
    </main>
  );
};
