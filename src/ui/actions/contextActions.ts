import { Frame, Megaphone } from 'lucide-react';
import { type DefinitionOf, standingOf } from '#model';
import type { AppState } from '#state';
import { canvasActionTexts as texts } from '../text/canvasActions.ts';
import type { Action } from './Action.ts';

const selected = ({ board, selection, view }: AppState) => {
  const [noteId, ...others] = selection.noteIds;
  if (view !== 'wall' || noteId === undefined || others.length > 0) return undefined;
  const definition = board.definitions[board.notes[noteId]?.definitionId ?? ''];
  return definition && { noteId, definition, standing: standingOf(board, definition) };
};

const frameIn = (state: AppState): DefinitionOf<'frame'> | undefined => {
  const definition = selected(state)?.definition;
  return definition?.kind === 'frame' ? definition : undefined;
};

/** Bounded contexts, and what they publish. */
export const contextActions: readonly Action[] = [
  {
    id: 'wall.publish',
    label: texts.publish,
    icon: Megaphone,
    group: 'wall',
    isEnabled: (state) => selected(state)?.standing === 'private',
    run: async (state) => (await import('../contexts/publish.ts')).publish(selected(state)?.noteId ?? ''),
  },
  {
    id: 'wall.context',
    label: (state) => (frameIn(state)?.isContext ? texts.unmarkContext : texts.markContext),
    icon: Frame,
    group: 'wall',
    isEnabled: (state) => frameIn(state) !== undefined,
    run: async (state) => {
      const frame = frameIn(state);
      if (frame) (await import('../contexts/publish.ts')).markContext(frame, !frame.isContext);
    },
  },
];
