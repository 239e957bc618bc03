import { Lock, LockOpen } from 'lucide-react';
import type { AppState } from '#state';
import { isLocked, setLocked, toggleLock } from '../canvas/locking.ts';
import { currentNote } from '../canvas/walking.ts';
import { canvasActionTexts as texts } from '../text/canvasActions.ts';
import type { Action } from './Action.ts';

/** The selected notes, else the one that has the focus. */
const notesAtHand = ({ selection }: AppState): string[] => {
  const current = currentNote();
  return selection.noteIds.length > 0 || current === null ? selection.noteIds : [current];
};

const lockedNotes = ({ board }: AppState): string[] => Object.keys(board.notes).filter(isLocked);

/** What is locked stays where it is. */
export const lockActions: readonly Action[] = [
  {
    id: 'wall.lock',
    label: (state) => {
      const noteIds = notesAtHand(state);
      return noteIds.length > 0 && noteIds.every(isLocked) ? texts.unlock : texts.lock;
    },
    icon: Lock,
    keys: ['Shift+l'],
    group: 'wall',
    scope: 'wall',
    isEnabled: (state) => state.view === 'wall' && notesAtHand(state).length > 0,
    run: (state) => toggleLock(notesAtHand(state)),
  },
  {
    id: 'wall.unlockAll',
    label: texts.unlockAll,
    icon: LockOpen,
    group: 'wall',
    isEnabled: (state) => state.view === 'wall' && lockedNotes(state).length > 0,
    run: (state) => setLocked(lockedNotes(state), false),
  },
];
