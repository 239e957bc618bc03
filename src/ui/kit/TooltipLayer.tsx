import { useEffect, useRef } from 'react';
import { formatKeys } from './formatKeys.ts';
import styles from './TooltipLayer.module.css';

const delay = 450;
const gap = 6;
const margin = 8;

const ownerOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null;

const place = (bubble: HTMLElement, owner: HTMLElement) => {
  const anchor = owner.getBoundingClientRect();
  const size = bubble.getBoundingClientRect();
  const below = anchor.bottom + gap;
  const fitsBelow = below + size.height + margin < window.innerHeight;
  const left = anchor.left + anchor.width / 2 - size.width / 2;
  const top = fitsBelow ? below : anchor.top - gap - size.height;
  // Measured in the window's pixels, placed in those of the interface, which may be drawn larger.
  const scale = Number(getComputedStyle(bubble).getPropertyValue('--scale')) || 1;
  bubble.style.top = `${top / scale}px`;
  bubble.style.left = `${Math.min(Math.max(margin, left), window.innerWidth - size.width - margin) / scale}px`;
};

const fill = (bubble: HTMLElement, owner: HTMLElement) => {
  bubble.textContent = owner.dataset.tooltip ?? '';
  const keys = owner.dataset.tooltipKeys;
  if (!keys) return;
  const shown = document.createElement('kbd');
  shown.textContent = formatKeys(keys);
  bubble.append(shown);
};

/** Listens for the whole document; answers how to stop. */
const showTooltipsIn = (bubble: HTMLElement): (() => void) => {
  let timer = 0;
  let current: HTMLElement | null = null;
  let hiddenAt = 0;

  const hide = () => {
    clearTimeout(timer);
    if (current && bubble.matches(':popover-open')) hiddenAt = performance.now();
    current = null;
    if (bubble.matches(':popover-open')) bubble.hidePopover();
  };
  const show = (owner: HTMLElement) => {
    if (!owner.isConnected) return;
    fill(bubble, owner);
    // Shown anew so that it stands above a dialog that was opened since.
    if (bubble.matches(':popover-open')) bubble.hidePopover();
    bubble.showPopover();
    place(bubble, owner);
  };
  const showSoon = (owner: HTMLElement | null) => {
    if (owner === current) return;
    hide();
    if (!owner) return;
    current = owner;
    const isMovingAlong = performance.now() - hiddenAt < 300;
    timer = window.setTimeout(() => show(owner), isMovingAlong ? 0 : delay);
  };

  const stop = new AbortController();
  const listen = { signal: stop.signal, capture: true };
  document.addEventListener(
    'pointerover',
    (event) => event.pointerType !== 'touch' && showSoon(ownerOf(event.target)),
    listen,
  );
  document.addEventListener(
    'focusin',
    (event) => {
      const owner = ownerOf(event.target);
      if (owner?.matches(':focus-visible')) showSoon(owner);
    },
    listen,
  );
  for (const end of ['pointerdown', 'keydown', 'focusout', 'wheel'] as const) {
    document.addEventListener(end, hide, { ...listen, passive: true });
  }
  return () => {
    stop.abort();
    hide();
  };
};

/** Shows the tooltips of everything that has one; mounted once. They are for the eye: what is read aloud is the label. */
export const TooltipLayer = () => {
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => (bubble.current ? showTooltipsIn(bubble.current) : undefined), []);
  return <div ref={bubble} className={styles.bubble} popover="manual" aria-hidden="true" />;
};
