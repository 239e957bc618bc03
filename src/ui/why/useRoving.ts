import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react';

const asked = '[data-ask]';

const all = (within: Element): HTMLElement[] => [...within.querySelectorAll<HTMLElement>(asked)];

/** In a table up and down keep to the column; elsewhere they lead to the one before or behind, as left and right do. */
const besideInColumn = (from: HTMLElement, way: 1 | -1): HTMLElement | undefined => {
  const row = from.closest('tr');
  if (!row) return undefined;
  const column = all(row).indexOf(from);
  const next = way === 1 ? row.nextElementSibling : row.previousElementSibling;
  return next ? all(next)[column] : from;
};

const target = (within: Element, from: HTMLElement, key: string): HTMLElement | undefined => {
  const values = all(within);
  const way = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown':
      return besideInColumn(from, way) ?? values[values.indexOf(from) + way];
    case 'ArrowLeft':
    case 'ArrowRight':
      return values[values.indexOf(from) + way];
    case 'Home':
      return values[0];
    case 'End':
      return values.at(-1);
    default:
      return undefined;
  }
};

const walkingKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** Many values, of which Tab reaches one; from there the arrow keys walk. Call it where what holds them is rendered. */
export const useRoving = <Holder extends HTMLElement>() => {
  const holder = useRef<Holder>(null);

  const reachOnly = (value: HTMLElement): void => {
    if (!holder.current) return;
    for (const other of all(holder.current)) other.tabIndex = other === value ? 0 : -1;
  };
  useLayoutEffect(() => {
    const values = holder.current ? all(holder.current) : [];
    const [first] = values;
    if (first && !values.some(({ tabIndex }) => tabIndex === 0)) first.tabIndex = 0;
  });

  return {
    ref: holder,
    onFocus: ({ target: value }: FocusEvent<HTMLElement>): void => {
      if (value.matches(asked)) reachOnly(value);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      if (!walkingKeys.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!(event.target instanceof HTMLElement) || !event.target.matches(asked)) return;
      event.preventDefault();
      event.stopPropagation();
      target(event.currentTarget, event.target, event.key)?.focus();
    },
  };
};
