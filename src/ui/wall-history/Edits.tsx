import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { BoardMoment } from '#model';
import { tabId } from '#state';
import { timeAgo } from '../files/timeAgo.ts';
import { wallHistoryTexts as texts } from '../text/wallHistory.ts';
import styles from './Edits.module.css';
import { historyStore, labelAt, seekMoment, useHistory } from './historyStore.ts';

/** Tabs other than this one in the order in which they first came, so that each has a number. */
export const tabNames = (moments: readonly BoardMoment[]): ReadonlyMap<string, string> => {
  const others = [...new Set(moments.map(({ gesture }) => gesture.tab))].filter((tab) => tab !== '' && tab !== tabId);
  const names = new Map(others.map((tab, index) => [tab, texts.otherTab(index + 1)]));
  return names.set(tabId, texts.thisTab);
};

const useCurrentInSight = (list: RefObject<HTMLOListElement | null>, position: number) =>
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is not read here, its change is the occasion
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [position]);

type EditProps = { position: number; name: string; who: string | undefined; when: string | undefined };

const Edit = ({ position, name, who, when }: EditProps) => {
  const isShown = useHistory((state) => state.position === position);
  const isAhead = useHistory((state) => state.position < position);
  const isPinned = useHistory((state) => state.pinned === position);
  return (
    <li>
      <button
        type="button"
        className={styles.edit}
        aria-current={isShown ? 'step' : undefined}
        data-ahead={isAhead || undefined}
        onClick={() => seekMoment(position)}
      >
        <span className={styles.number}>{position}</span>
        <span className={styles.words}>
          <span>{name}</span>
          <span className={styles.quiet}>
            {[who, when && timeAgo(when, Date.now()), isPinned && texts.comparedWith].filter(Boolean).join(' · ')}
          </span>
        </span>
      </button>
    </li>
  );
};

/** All edits of the wall, the first one on top; each leads to the wall as it was after it. */
export const Edits = () => {
  const moments = useHistory((state) => state.moments);
  const position = useHistory((state) => state.position);
  const names = useMemo(() => tabNames(moments), [moments]);
  const list = useRef<HTMLOListElement>(null);
  useCurrentInSight(list, position);
  return (
    <ol ref={list} className={styles.edits} aria-label={texts.edits}>
      {moments.map(({ gesture }, index) => (
        <Edit
          key={gesture.id}
          position={index + 1}
          name={labelAt(historyStore.getState(), index + 1)}
          who={names.get(gesture.tab)}
          when={gesture.at}
        />
      ))}
    </ol>
  );
};
