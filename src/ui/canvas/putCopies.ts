import type { BoardIntent } from '#model';
import { workspace } from '#state';
import { makeEdit } from './edits.ts';
import { focusNote } from './walking.ts';

/** How far copies lie from what they are copies of. */
export const stepBeside = 32;

/** Copies come onto the wall selected, so that they can be moved together at once. */
export const putCopies = ({ intents, noteIds }: { intents: BoardIntent[]; noteIds: string[] }, label: string): void => {
  makeEdit(label, intents);
  workspace.select({ noteIds, connectionIds: [] });
  if (noteIds[0]) focusNote(noteIds[0]);
};
