import { type Advice, type Definition, type Fix, notesOf } from '#model';
import { appStore, workspace } from '#state';
import { makeEdit } from '../../canvas/makeEdit.ts';
import { bringIntoView } from '../../canvas/view.ts';
import { announce } from '../../canvas/wallStore.ts';
import { adviceTexts as texts } from '../../text/advice.ts';
import { saidOf } from '../../text/said.ts';

/** Makes the fix, one step of undo, and shows what came onto the wall. */
export const applyFix = (fix: Fix): void =>
  void workspace.applyFix(fix).then((made) => {
    if (made.length === 0) return;
    announce(saidOf(fix.label));
    const added = made.find(({ type }) => type === 'AddNote');
    if (added?.type === 'AddNote') bringIntoView(added.note.id);
  });

export const muteAdvice = ({ definitionId, rule }: Advice): void => {
  const name = appStore.getState().board.definitions[definitionId]?.name ?? '';
  makeEdit(texts.muteAt(name), [{ type: 'MuteAdvice', definitionId, rule, isMuted: true }]);
};

export const hearAgain = ({ id, name }: Definition, rule: string): void => {
  makeEdit(texts.hearAt(name), [{ type: 'MuteAdvice', definitionId: id, rule, isMuted: false }]);
};

/** Selects what the advice is about, and shows it. */
export const goToAdvice = ({ definitionId, place }: Advice): void => {
  const { board } = appStore.getState();
  const [note] = notesOf(board, definitionId);
  const arrow = place.kind === 'arrow' ? board.connections[place.connectionId] : undefined;
  if (place.kind === 'code') {
    if (note) bringIntoView(note.id);
    workspace.showCode(definitionId, { file: place.file, line: place.line });
  } else if (arrow) {
    bringIntoView(arrow.from);
    workspace.select({ noteIds: [], connectionIds: [arrow.id] });
  } else if (note) {
    bringIntoView(note.id);
    workspace.setInspectorTab(place.kind === 'specification' ? 'specifications' : 'details');
    workspace.select({ noteIds: [note.id], connectionIds: [] });
  }
};
