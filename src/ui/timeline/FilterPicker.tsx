import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { toggled } from '#model';
import { appStore, historyOf, workspace } from '#state';
import { PickList } from '../kit/PickList.tsx';
import { historyTexts as texts } from '../text/history.ts';
import { useApp } from '../useApp.ts';
import styles from './FilterPicker.module.css';
import { filterOptions } from './filterOptions.ts';
import { openFilter } from './lanesStore.ts';

const close = () => openFilter(false);

/** Closed by a press elsewhere; the bar that it hangs on takes presses of its own. */
const useCloseOutside = (panel: React.RefObject<HTMLDivElement | null>, anchor: HTMLElement) =>
  useEffect(() => {
    const look = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || panel.current?.contains(target) || anchor.contains(target)) return;
      close();
    };
    document.addEventListener('pointerdown', look);
    return () => document.removeEventListener('pointerdown', look);
  }, [panel, anchor]);

/** A field for the filter, over the bar it hangs on. What is picked is added; picked once more, it is taken away. */
export const FilterPicker = ({ anchor }: { anchor: HTMLElement }) => {
  const panel = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState<string | null>(null);
  const events = useApp((state) => state.events);
  const filter = useApp((state) => state.filter);
  const scale = useApp((state) => state.scale);
  const { groups, terms } = useMemo(() => filterOptions(historyOf(events), filter, typed), [events, filter, typed]);
  const [first] = groups.flatMap(({ options }) => options);
  const activeId = active !== null && terms.has(active) ? active : (first?.id ?? null);
  useCloseOutside(panel, anchor);
  useLayoutEffect(() => field.current?.focus(), []);

  const pick = (id: string) => {
    const term = terms.get(id);
    if (!term) return;
    workspace.setFilter(toggled(appStore.getState().filter, term));
    setTyped('');
    setActive(null);
  };
  const { left, top } = anchor.getBoundingClientRect();
  return createPortal(
    <div
      ref={panel}
      className={styles.panel}
      style={{ left: left / scale + 6, bottom: (window.innerHeight - top) / scale + 4 }}
      role="dialog"
      aria-label={texts.filter}
      data-state="open"
    >
      <PickList
        field={field}
        label={texts.filter}
        placeholder={texts.filterPlaceholder}
        typed={typed}
        onType={(text) => {
          setTyped(text);
          setActive(null);
        }}
        groups={groups}
        activeId={activeId}
        onActive={setActive}
        onPick={pick}
        onEscape={() => {
          close();
          anchor.querySelector('button')?.focus();
        }}
      />
    </div>,
    document.body,
  );
};
