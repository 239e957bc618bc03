import { History, Play, RotateCcw } from 'lucide-react';
import { type AppState, workspace } from '#state';
import { actionTexts as texts } from '../text/actions.ts';
import type { Action } from './Action.ts';

/** The note that is selected alone, where it is a command's. */
const selectedCommand = ({ selection, board }: AppState) => {
  const [noteId, ...others] = selection.noteIds;
  const note = noteId === undefined ? undefined : board.notes[noteId];
  if (!note || others.length > 0) return undefined;
  return board.definitions[note.definitionId]?.kind === 'command' ? note : undefined;
};

export const runActions: readonly Action[] = [
  {
    id: 'run.command',
    label: texts.runCommand,
    icon: Play,
    keys: ['$mod+Enter'],
    group: 'run',
    isEnabled: (state) => selectedCommand(state) !== undefined,
    run: (state) => {
      const note = selectedCommand(state);
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
  { id: 'run.new', label: texts.newRun, icon: History, group: 'run', run: () => void workspace.newRun('empty') },
];
