import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { keyOfTraced } from '#model';
import type { TraceRow } from './rows.ts';
import type { TracedNode } from './traceStore.ts';
import { toggleNode } from './tracing.ts';

/** The row that Tab reaches. */
export type Reached = { key: string };

const rowOf = (element: EventTarget): HTMLElement | null =>
  element instanceof HTMLElement ? element.closest('[data-key]') : null;

/** Where a key leads among the rows: up, down, to the ends, into a node and out of it. */
const target = (rows: readonly TraceRow[], at: number, key: string): number | undefined => {
  const level = rows[at]?.level ?? 0;
  switch (key) {
    case 'ArrowUp':
      return at - 1;
    case 'ArrowDown':
    case 'ArrowRight':
      return at + 1;
    case 'ArrowLeft':
      return rows.findLastIndex((row, index) => index < at && row.level < level);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    default:
      return undefined;
  }
};

/** As in trees everywhere: right opens, left closes, then they go in and out. */
const opening = (row: TraceRow | undefined, key: string): boolean | undefined => {
  if (row?.kind !== 'node' || row.effects === 0) return undefined;
  if (key === 'ArrowRight' && !row.isOpen) return true;
  return key === 'ArrowLeft' && row.isOpen ? false : undefined;
};

/** Enter and Space go where the row leads, L to its line. */
const pressedBy = (row: HTMLElement, key: string): HTMLElement | null | undefined => {
  if (key === 'Enter' || key === ' ') return row;
  return key.toLowerCase() === 'l' ? row.querySelector<HTMLElement>('[data-line]') : undefined;
};

/** One row is reached by Tab: the one that had the focus, else the one that is looked at. Arrows walk from there. */
export const useTreeKeys = (tree: RefObject<HTMLElement | null>, rows: readonly TraceRow[], subject: TracedNode) => {
  const subjectKey = keyOfTraced(subject);
  const [focused, setFocused] = useState(subjectKey);
  useEffect(() => {
    setFocused(subjectKey);
    tree.current?.querySelector(`[data-key="${CSS.escape(subjectKey)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [tree, subjectKey]);
  const key = rows.some((row) => row.key === focused) ? focused : (rows[0]?.key ?? '');

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const element = rowOf(event.target);
    const at = rows.findIndex((row) => row.key === element?.dataset.key);
    const row = rows[at];
    if (!element || !row) return;
    const pressed = event.target === element ? pressedBy(element, event.key) : undefined;
    if (pressed) {
      event.preventDefault();
      event.stopPropagation();
      pressed.click();
      return;
    }
    const isOpen = event.target === element ? opening(row, event.key) : undefined;
    const next = isOpen === undefined ? target(rows, at, event.key) : undefined;
    if (isOpen === undefined && next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (isOpen !== undefined) toggleNode(row.key, isOpen);
    const wanted = rows[next ?? -1]?.key;
    if (wanted !== undefined) tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted)}"]`)?.focus();
  };
  const onFocus = ({ target: element }: FocusEvent): void => {
    const reached = rowOf(element)?.dataset.key;
    if (reached !== undefined) setFocused(reached);
  };
  return { reached: { key }, onKeyDown, onFocus };
};
