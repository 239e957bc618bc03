import { Gauge, History, Play, RotateCcw } from 'lucide-react';
import { type AppState, workspace } from '#state';
import { focusedNote } from '../canvas/walking.ts';
import { actionTexts as texts } from '../text/actions.ts';
import type { Action } from './Action.ts';

/** The note that has the focus, else the one that is selected alone, where it is a command's. */
const commandAtHand = ({ selection, board }: AppState) => {
  const [selected, ...others] = selection.noteIds;
  const noteId = focusedNote() ?? (others.length > 0 ? undefined : selected);
  const note = noteId === undefined ? undefined : board.notes[noteId];
  return note && board.definitions[note.definitionId]?.kind === 'command' ? note : undefined;
};

/** The command at hand, else the first one there is. */
const commandForLoad = (state: AppState): string | undefined =>
  commandAtHand(state)?.definitionId ??
  Object.values(state.board.definitions).find(({ kind }) => kind === 'command')?.id;

export const runActions: readonly Action[] = [
  {
    id: 'run.command',
    label: texts.runCommand,
    icon: Play,
    keys: ['$mod+Enter'],
    group: 'run',
    isEnabled: (state) => commandAtHand(state) !== undefined,
    run: (state) => {
      const note = commandAtHand(state);
      if (note) workspace.openForm(note.definitionId, note.id);
    },
  },
  {
    id: 'run.again',
    label: texts.rerun,
    icon: RotateCcw,
    group: 'run',
    isEnabled: ({ commands }) => commands.length > 0,
    run: () => void workspace.newRun('from-history'),
  },
  {
    id: 'run.load',
    label: texts.loadRun,
    icon: Gauge,
    group: 'run',
    isEnabled: (state) => commandForLoad(state) !== undefined,
    run: (state) => {
      const commandId = commandForLoad(state);
      if (commandId) workspace.openLoadRun(commandId);
    },
  },
  { id: 'run.new', label: texts.newRun, icon: History, group: 'run', run: () => void workspace.newRun('empty') },
];
