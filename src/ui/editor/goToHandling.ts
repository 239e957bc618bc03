import { handlingsOf } from '#model';
import { appStore, workspace } from '#state';

/** Shows the line that handles the message whose note is selected, the first where there are several. */
export const goToHandling = (): void => {
  const { board, selection } = appStore.getState();
  const [noteId = ''] = selection.noteIds;
  const [handling] = handlingsOf(board, board.notes[noteId]?.definitionId ?? '');
  if (handling) workspace.showCode(handling.definitionId, { file: handling.file, line: handling.line });
};
