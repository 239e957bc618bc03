import type { EngineNotice } from '#engine';
import { addCommand, addEvents } from './history.ts';

type OfHistory = Extract<EngineNotice, { kind: 'events-appended' | 'command-recorded' }>;

let held: OfHistory[] | null = null;

/** While a command is on its way, what it stored is held back: with its outcome, all of it is drawn at once. */
export const holdHistory = (): void => {
  held ??= [];
};

/** Whether a notice was held back. */
export const isHeld = (notice: EngineNotice): boolean => {
  if (!held || (notice.kind !== 'events-appended' && notice.kind !== 'command-recorded')) return false;
  held.push(notice);
  return true;
};

/** Takes in what was held back. Answers whether there were events among it. */
export const releaseHistory = (): boolean => {
  const notices = held ?? [];
  held = null;
  for (const notice of notices)
    if (notice.kind === 'events-appended') addEvents(notice.events);
    else addCommand(notice.record);
  return notices.some(({ kind }) => kind === 'events-appended');
};
