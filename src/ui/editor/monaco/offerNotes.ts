import { workspace } from '#state';
import { actionTexts } from '../../text/actions.ts';
import { goToNote } from '../goToNote.ts';
import type { SurfaceProps } from '../surface.ts';
import { fileAt } from './language.ts';
import { monaco } from './monaco.ts';

type Editor = ReturnType<typeof monaco.editor.create>;
type Place = { lineNumber: number; column: number };

/**
 * F12, Ctrl+click and the editor's menu lead from the type of a message, or the name of its type, to its note. What is
 * no note goes where TypeScript leads: to a line here, or in another file.
 */
export const offerNotes = (editor: Editor, latest: { current: SurfaceProps }) => {
  const goFrom = (place: Place | null): boolean => {
    const model = editor.getModel();
    return (
      model !== null &&
      place !== null &&
      goToNote(latest.current.definitionId, model.getValue(), model.getOffsetAt(place))
    );
  };
  return [
    editor.addAction({
      id: 'replayground.goToNote',
      label: actionTexts.goToNote,
      keybindings: [monaco.KeyCode.F12],
      contextMenuGroupId: 'navigation',
      contextMenuOrder: 0,
      run: () => {
        if (!goFrom(editor.getPosition())) void editor.getAction('editor.action.revealDefinition')?.run();
      },
    }),
    editor.onMouseDown(({ event, target }) => {
      if ((event.ctrlKey || event.metaKey) && event.leftButton && goFrom(target.position)) event.preventDefault();
    }),
    monaco.editor.registerEditorOpener({
      openCodeEditor: (_source, resource, place) => {
        const found = fileAt(resource.path);
        if (!found) return false;
        const line = place && ('startLineNumber' in place ? place.startLineNumber : place.lineNumber);
        workspace.showCode(found.folder, { file: found.path, ...(line !== undefined && { line }) });
        return true;
      },
    }),
  ];
};
