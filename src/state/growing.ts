import { type Board, type Growth, growthFix, growthOf, isDefaultName, listedNames } from '#model';
import { appStore } from './appStore.ts';
import { applyFix } from './fixing.ts';
import { sayNote } from './messages.ts';
import { showCode } from './showCode.ts';

/** What was connected, or got its name, after `before`: code that does not know it is offered a case for it. */
export const offerGrowth = (before: Board): void => {
  const { board } = appStore.getState();
  for (const { id, name } of Object.values(board.definitions)) {
    if (!before.definitions[id]) continue;
    const growth = growthOf(board, id);
    const known = new Set(growthOf(before, id)?.unknown);
    const unknown = growth?.unknown.filter((type) => !known.has(type) && !wasKnownUnderAnotherName(before, type)) ?? [];
    if (growth && unknown.length > 0)
      sayNote(`${name} does not know ${listedNames(unknown)} yet.`, [offerOf(growth, id)]);
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

const offerOf = ({ byHand }: Growth, definitionId: string) => {
  if (byHand) return { label: 'Go to the code', run: () => showCode(definitionId, byHand) };
  const add = (): void => {
    const fix = growthFix(appStore.getState().board, definitionId);
    if (fix) applyFix(fix);
  };
  return { label: 'Add the case', run: add };
};
