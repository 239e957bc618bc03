import { appStore } from './appStore.ts';

/** Selects the definition's note and shows a place in its code. */
export const showCode = (definitionId: string, place: { file?: string; line?: number } = {}): void => {
  const { notes, definitions } = appStore.getState().board;
  const note = Object.values(notes).find((candidate) => candidate.definitionId === definitionId);
  appStore.setState(({ codeTarget, selection }) => ({
    selection: note ? { noteIds: [note.id], connectionIds: [] } : selection,
    inspectorTab: definitions[definitionId]?.kind === 'event' ? 'versions' : 'code',
    isInspectorOpen: true,
    codeTarget: { definitionId, ...place, nonce: (codeTarget?.nonce ?? 0) + 1 },
  }));
};
