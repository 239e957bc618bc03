import { type Board, type Growth, growthOf, isDefaultName } from '#model';
import { appStore } from './appStore.ts';
import { edit } from './boardEditing.ts';
import { flushCode } from './codeTyping.ts';
import { sayNote } from './messages.ts';
import { showCode } from './showCode.ts';

const nameOf = (definitionId: string): string => appStore.getState().board.definitions[definitionId]?.name ?? '';

/** "CartOpened", "CartOpened and CartCanceled", "CartOpened and 2 more" */
const listed = ([first = '', ...others]: string[]): string => {
  if (others.length === 0) return first;
  return others.length === 1 ? `${first} and ${others[0]}` : `${first} and ${others.length} more`;
};

/** Adds what the code of a definition lacks of the wall, as one step of undo, and shows it. */
export const growCode = (definitionId: string): void => {
  flushCode();
  const growth = growthOf(appStore.getState().board, definitionId);
  if (!growth) return;
  edit(`Add ${listed(growth.unknown)} to the code of ${nameOf(definitionId)}`, [
    { type: 'ChangeCode', definitionId, code: growth.code },
  ]);
  showCode(definitionId, growth.place);
};

/** What was connected, or got its name, after `before`: code that does not know it is offered a case for it. */
export const offerGrowth = (before: Board): void => {
  const { board } = appStore.getState();
  for (const { id, name } of Object.values(board.definitions)) {
    if (!before.definitions[id]) continue;
    const growth = growthOf(board, id);
    const known = new Set(growthOf(before, id)?.unknown);
    const unknown = growth?.unknown.filter((type) => !known.has(type) && !wasKnownUnderAnotherName(before, type)) ?? [];
    if (growth && unknown.length > 0) sayNote(`${name} does not know ${listed(unknown)} yet.`, [offerOf(growth, id)]);
  }
};

/** A message that had a name already is renamed in code, not added to it. */
const wasKnownUnderAnotherName = (before: Board, type: string): boolean => {
  const { definitions } = appStore.getState().board;
  return Object.values(definitions).some(({ id, kind, name }) => {
    const former = before.definitions[id]?.name ?? type;
    return name === type && former !== type && !isDefaultName(kind, former);
  });
};

const offerOf = ({ byHand }: Growth, definitionId: string) =>
  byHand
    ? { label: 'Go to the code', run: () => showCode(definitionId, byHand) }
    : { label: 'Add the case', run: () => growCode(definitionId) };
