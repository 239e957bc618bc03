import {
  ArrowLeft,
  ArrowRight,
  Code,
  FileCode2,
  FilePlus2,
  Lightbulb,
  Pencil,
  Trash2,
  WandSparkles,
} from 'lucide-react';
import type { AppState } from '#state';
import { codeStore } from '../editor/codeStore.ts';
import { showFromCode } from '../shell/shellStore.ts';
import { actionTexts as texts } from '../text/actions.ts';
import type { Action } from './Action.ts';

const isCodeOpen = (): boolean => codeStore.getState().open !== null;

/** The place of the open file among the files that somebody wrote. */
const placeOfFile = ({ board }: AppState): { index: number; count: number } => {
  const { open } = codeStore.getState();
  const definition = open && board.definitions[open.definitionId];
  const code = definition && 'code' in definition ? definition.code : [];
  return { index: code.findIndex(({ path }) => path === open?.path), count: code.length };
};

/** Reading code is not needed for the first sight of the wall. */
const edits = () => import('../editor/fileEdits.ts');
const places = () => import('../editor/goToHandling.ts');

const isMessageSelected = ({ selection, board }: AppState): boolean => {
  const [noteId, ...others] = selection.noteIds;
  const definition = board.definitions[board.notes[noteId ?? '']?.definitionId ?? ''];
  return others.length === 0 && (definition?.kind === 'event' || definition?.kind === 'command');
};

const codeAction = (action: Omit<Action, 'group'>): Action => ({ ...action, group: 'code' });

/** What can be done with the code that is open. */
export const codeActions: readonly Action[] = [
  codeAction({
    id: 'code.fromCode',
    label: texts.fromCode,
    icon: FileCode2,
    isEnabled: ({ modelId, view }) => modelId !== '' && view === 'wall',
    run: () => showFromCode(''),
  }),
  codeAction({
    id: 'code.goToHandling',
    label: texts.goToHandling,
    icon: Code,
    keys: ['F12'],
    isEnabled: isMessageSelected,
    run: () => void places().then(({ goToHandling }) => goToHandling()),
  }),
  codeAction({
    id: 'code.format',
    label: texts.formatCode,
    icon: WandSparkles,
    keys: ['Shift+Alt+f'],
    isEnabled: () => codeStore.getState().format !== null,
    run: () => void edits().then(({ formatCode }) => formatCode()),
  }),
  codeAction({
    id: 'code.showFixes',
    label: texts.showFixes,
    icon: Lightbulb,
    keys: ['$mod+.'],
    scope: 'code',
    isEnabled: () => codeStore.getState().showFixes !== null,
    run: () => codeStore.getState().showFixes?.(),
  }),
  codeAction({
    id: 'code.addFile',
    label: texts.addFile,
    icon: FilePlus2,
    isEnabled: isCodeOpen,
    run: () => codeStore.setState({ naming: 'new' }),
  }),
  codeAction({
    id: 'code.renameFile',
    label: texts.renameFile,
    icon: Pencil,
    isEnabled: isCodeOpen,
    run: () => codeStore.setState({ naming: 'open' }),
  }),
  codeAction({
    id: 'code.moveFileLeft',
    label: texts.moveFileLeft,
    icon: ArrowLeft,
    isEnabled: (state) => placeOfFile(state).index > 0,
    run: () => void edits().then(({ moveFile }) => moveFile(-1)),
  }),
  codeAction({
    id: 'code.moveFileRight',
    label: texts.moveFileRight,
    icon: ArrowRight,
    isEnabled: (state) => placeOfFile(state).index >= 0 && placeOfFile(state).index < placeOfFile(state).count - 1,
    run: () => void edits().then(({ moveFile }) => moveFile(1)),
  }),
  codeAction({
    id: 'code.removeFile',
    label: texts.removeFile,
    icon: Trash2,
    isEnabled: (state) => placeOfFile(state).index >= 0 && placeOfFile(state).count > 1,
    run: () => void edits().then(({ removeFile }) => removeFile()),
  }),
];
