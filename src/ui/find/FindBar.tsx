import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { find } from '#model';
import { focusNote } from '../canvas/walking.ts';
import { wallStore } from '../canvas/wallStore.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { PickList } from '../kit/PickList.tsx';
import { stopFinding, useShell } from '../shell/shellStore.ts';
import { findTexts as texts } from '../text/find.ts';
import { useApp } from '../useApp.ts';
import styles from './FindBar.module.css';
import { openHit, showHit } from './goTo.ts';
import { hitGroups } from './hitGroups.ts';
import { useEventHits } from './useEventHits.ts';

const useHits = (typed: string) => {
  const looked = useDeferredValue(typed);
  const board = useApp((state) => state.board);
  const onBoard = useMemo(() => find(looked, board), [looked, board]);
  const inEvents = useEventHits(looked);
  const hits = useMemo(() => [...onBoard, ...inEvents], [onBoard, inEvents]);
  const groups = useMemo(() => hitGroups(hits, board, looked), [hits, board, looked]);
  return { hits, groups, isBehind: looked !== typed };
};

/** The focus goes to the note that was found, or back to the wall. */
const close = () => {
  const { foundNoteId } = wallStore.getState();
  stopFinding();
  if (foundNoteId) focusNote(foundNoteId);
  else document.querySelector<HTMLElement>('[data-region="wall"]')?.focus({ preventScroll: true });
};

const useFocusWhenAsked = () => {
  const field = useRef<HTMLInputElement>(null);
  const asked = useShell((state) => state.finding);
  useLayoutEffect(() => {
    field.current?.focus();
    if (asked > 1) field.current?.select();
  }, [asked]);
  useEffect(() => () => wallStore.setState({ foundNoteId: null }), []);
  return field;
};

/** Finds in all of the open model. Arrows show hit after hit on the wall; Enter opens one, and once more the next. */
export const FindBar = () => {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [opened, setOpened] = useState(-1);
  const { hits, groups, isBehind } = useHits(typed);
  const field = useFocusWhenAsked();
  const show = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    setActive(index);
    setOpened(-1);
    showHit(hit);
  };
  const open = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    setActive(index);
    setOpened(index);
    openHit(hit);
  };
  const step = (by: number) => show((active + by + hits.length) % hits.length);
  return (
    <search className={styles.bar} data-action-scope="find">
      <PickList
        field={field}
        label={texts.find}
        placeholder={texts.placeholder}
        typed={typed}
        onType={(text) => {
          setTyped(text);
          setActive(0);
          setOpened(-1);
        }}
        groups={groups}
        isBehind={isBehind}
        activeId={hits.length > 0 ? `${active}` : null}
        onActive={(id) => show(Number(id))}
        onPick={(id) => open(Number(id) === opened ? (opened + 1) % hits.length : Number(id))}
        onEscape={close}
        aside={
          <>
            {hits.length > 0 && <span className={styles.place}>{texts.place(active + 1, hits.length)}</span>}
            <IconButton
              icon={ChevronUp}
              size="small"
              label={texts.previous}
              disabled={hits.length === 0}
              onClick={() => step(-1)}
            />
            <IconButton
              icon={ChevronDown}
              size="small"
              label={texts.next}
              disabled={hits.length === 0}
              onClick={() => step(1)}
            />
            <IconButton icon={X} size="small" label={texts.close} keys="Escape" onClick={close} />
          </>
        }
        empty={typed.trim() !== '' && <p className={styles.nothing}>{texts.nothing(typed.trim())}</p>}
      />
      <p className={styles.said} role="status">
        {typed.trim() !== '' && texts.found(hits.length)}
      </p>
    </search>
  );
};
