import type { LucideIcon } from 'lucide-react';
import type { AppState } from '#state';

/** Where an action stands in menus and in the list of shortcuts. */
export type ActionGroup = 'file' | 'edit' | 'wall' | 'code' | 'run' | 'time' | 'history' | 'view' | 'help';

/**
 * Where the focus has to be for the action's keys to count. `anywhere`: also while typing in a field or the code, for
 * keys with Ctrl, Cmd or a function key; `app`: everywhere but while typing; `wall`, `timeline`, `history` (that of
 * the wall) and `course` (of a command that is stepped into): inside the element marked with `data-action-scope`, and with nothing focused, where the wall comes first;
 * `code`: inside the code alone, while typing too. Arrows, Home, End and the page keys reach the timeline from every
 * plain button outside the wall too: after a command was sent, ← steps back. While a menu or a dialog is open, keys are
 * its own.
 */
export type ActionScope = 'anywhere' | 'app' | 'wall' | 'timeline' | 'history' | 'code' | 'course';

/** Something a person can do: one entry that feeds menus, toolbars, tooltips, keys and the list of shortcuts. */
export type Action = {
  /** `file.save`: the group and a verb. */
  id: string;
  /** Sentence case, an instruction: "Save to a file". A function where it depends on the state. */
  label: string | ((state: AppState) => string);
  /**
   * Alternatives, the one to show first: `$mod+s` (`$mod` is Cmd on a Mac), `?`, `Shift+1`, `ArrowLeft`, `Space`. Letters
   * are meant as they are printed on the person's keyboard, and by their place where it prints no Latin ones.
   */
  keys?: readonly string[];
  icon?: LucideIcon;
  group: ActionGroup;
  /** 'app' when not given. */
  scope?: ActionScope;
  isEnabled?: (state: AppState) => boolean;
  /** The keys are the browser's own: what it raises at them (an event of the clipboard) does the work of `run`. */
  leavesKeys?: boolean;
  /** The key event is given when keys started it. */
  run: (state: AppState, event?: KeyboardEvent) => void;
};

export const labelOf = (action: Action, state: AppState): string =>
  typeof action.label === 'string' ? action.label : action.label(state);

export const isEnabled = (action: Action, state: AppState): boolean => action.isEnabled?.(state) ?? true;
