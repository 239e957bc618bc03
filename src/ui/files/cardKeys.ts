import type { KeyboardEvent } from 'react';
import { type Direction, nearestInDirection } from '../canvas/geometry.ts';

const directions: { [key: string]: Direction } = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const placeOf = (element: HTMLElement) => {
  const { x, y, width, height } = element.closest('li')?.getBoundingClientRect() ?? element.getBoundingClientRect();
  return { x, y, width, height, element };
};

/** Arrows go from card to card, as they lie on the screen. */
export const walkCards = (event: KeyboardEvent<HTMLElement>): void => {
  const direction = directions[event.key];
  const { target, currentTarget } = event;
  if (!direction || !(target instanceof HTMLElement) || !target.matches('[data-card]')) return;
  const others = [...currentTarget.querySelectorAll<HTMLElement>('[data-card]')].filter((card) => card !== target);
  const next = nearestInDirection(placeOf(target), others.map(placeOf), direction);
  if (!next) return;
  event.preventDefault();
  next.element.focus();
};

/** The focus goes to the next card, else the one before: its own is about to go. */
export const focusBeside = (card: HTMLElement): void => {
  const item = card.closest('li');
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  beside?.querySelector<HTMLElement>('[data-card]')?.focus();
};
