import type { AppState } from '#state';
import { type Action, type ActionScope, isEnabled } from './Action.ts';
import { matchKeys } from './matchKeys.ts';

/** What the focus is in, as far as keys care. */
export type KeyPlace = {
  isTyping: boolean;
  isOverlay: boolean;
  region: string | null;
  isNothingFocused: boolean;
  /** A plain button: it takes Enter and Space, and has no use for arrows. */
  isButton: boolean;
};

const textTypes = new Set([
  'text',
  'search',
  'number',
  'email',
  'url',
  'tel',
  'password',
  'date',
  'datetime-local',
  'time',
]);

const isTypingIn = (target: Element): boolean =>
  (target instanceof HTMLInputElement && textTypes.has(target.type)) ||
  target.matches('textarea, select, [contenteditable="true"], [contenteditable="true"] *, .monaco-editor *');

export const placeOf = (target: EventTarget | null): KeyPlace => {
  const element = target instanceof Element ? target : null;
  return {
    isTyping: element !== null && isTypingIn(element),
    isOverlay: Boolean(element?.closest('[role="menu"], [role="dialog"][data-state]')),
    region: element?.closest<HTMLElement>('[data-action-scope]')?.dataset.actionScope ?? null,
    isNothingFocused: element === null || element === document.body || element === document.documentElement,
    isButton: element?.matches('button:not([role])') ?? false,
  };
};

const isCommandKey = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || /^F\d+$/.test(event.key);

const isStepKey = ({ key }: KeyboardEvent): boolean => /^(ArrowLeft|ArrowRight|Home|End|PageUp|PageDown)$/.test(key);

const counts = (scope: ActionScope, place: KeyPlace, event: KeyboardEvent): boolean => {
  if (place.isOverlay) return false;
  if (scope === 'code') return place.region === scope && isCommandKey(event);
  if (place.isTyping) return scope === 'anywhere' && isCommandKey(event);
  if (scope === 'anywhere' || scope === 'app') return true;
  if (place.isNothingFocused || place.region === scope) return true;
  return scope === 'timeline' && place.region !== 'wall' && place.isButton && isStepKey(event);
};

const rank: { [scope in ActionScope]: number } = {
  code: 0,
  course: 0,
  wall: 0,
  timeline: 1,
  history: 1,
  app: 2,
  anywhere: 3,
};

/** The action that a key event stands for where the focus is: the nearest scope first, only what can be done now. */
export const actionForKeys = (
  actions: readonly Action[],
  event: KeyboardEvent,
  place: KeyPlace,
  state: AppState,
): Action | undefined =>
  actions
    .filter(
      ({ keys, scope = 'app' }) =>
        keys?.some((candidate) => matchKeys(event, candidate)) && counts(scope, place, event),
    )
    .sort((one, other) => rank[one.scope ?? 'app'] - rank[other.scope ?? 'app'])
    .find((action) => isEnabled(action, state));
