import { type DefinitionOf, isUnheard, notesOf, publishing } from '#model';
import { appStore, newUuid, workspace } from '#state';
import { makeEdit } from '../canvas/makeEdit.ts';
import { contextTexts as texts } from '../text/contexts.ts';

/** Makes a public event of a private one; those across the border that were led to it hear the public one from then on. */
export const publish = (noteId: string): void => {
  const { board } = appStore.getState();
  const event = board.definitions[board.notes[noteId]?.definitionId ?? ''];
  if (event?.kind !== 'event') return;
  const sources = new Set(notesOf(board, event.id).map(({ id }) => id));
  const listeners = Object.values(board.connections).flatMap(({ from, to }) =>
    sources.has(from) && isUnheard(board, event.id, board.notes[to]?.definitionId ?? '') ? [to] : [],
  );
  const intents = publishing(board, { event, noteId, listeners: [...new Set(listeners)] }, newUuid);
  if (!makeEdit(texts.published(event.name), intents)) return;
  const translation = intents.find((intent) => intent.type === 'AddNote');
  if (translation) workspace.select({ noteIds: [translation.note.id], connectionIds: [] });
};

export const markContext = ({ id, name }: DefinitionOf<'frame'>, isContext: boolean): void => {
  makeEdit(texts.marked(name, isContext), [{ type: 'MarkContext', definitionId: id, isContext }]);
};
