import { newUuid } from '#engine';
import { type BoardIntent, type CodeFile, type Fix, firstChange } from '#model';
import { appStore } from './appStore.ts';
import { edit } from './boardEditing.ts';
import { flushCode } from './codeTyping.ts';
import { showCode } from './showCode.ts';

const codeNow = (definitionId: string): CodeFile[] => {
  const definition = appStore.getState().board.definitions[definitionId];
  return definition && 'code' in definition ? definition.code : [];
};

/**
 * Makes a fix on the board as it is now, with what is being typed, as one step of undo; code that it changed is shown.
 * Answers what was made: nothing where there was nothing to do, or it was refused.
 */
export const applyFix = ({ label, intents }: Fix): BoardIntent[] => {
  flushCode();
  const made = intents(newUuid, appStore.getState().board);
  const changed = made.find(({ type }) => type === 'ChangeCode');
  const before = changed?.type === 'ChangeCode' ? codeNow(changed.definitionId) : [];
  if (made.length === 0 || edit(label, made) !== 'made') return [];
  if (changed?.type === 'ChangeCode') showCode(changed.definitionId, firstChange(before, changed.code));
  return made;
};
