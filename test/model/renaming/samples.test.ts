import { expect, it } from 'vitest';
import { type Board, planRename, programOf, type Rename, renameIntents, typesOf } from '#model';
import { samples } from '#samples';
import { typeErrors } from '../support/typeCheck.ts';
import { edited } from '../support/wall.ts';

/** Makes renames one after the other, with what is sure of each; answers the lines that were left to the person, too. */
const renamedAll = (board: Board, renames: Rename[]): { board: Board; byHand: string[] } => {
  const byHand: string[] = [];
  const renamed = renames.reduce((present, rename) => {
    const plan = planRename(present, rename);
    const placeIds = new Set(plan.places.filter(({ isSure }) => isSure).map(({ id }) => id));
    byHand.push(...plan.byHand.map(({ definitionId, line }) => `${definitionId} ${line}`));
    return edited(present, ...renameIntents(present, rename, plan, { placeIds }));
  }, board);
  return { board: renamed, byHand };
};

const running = (board: Board) => {
  const { deciders, readModels, policies } = programOf(board);
  return [...deciders, ...readModels, ...policies];
};

/** Each error as the module and its line. */
const errorsIn = (board: Board): string[] =>
  running(board).flatMap(({ id, code }) =>
    typeErrors(typesOf(board, id), code[0]?.text ?? '').map((error) => `${id} ${/\((\d+),/.exec(error)?.[1]}`),
  );

const messagesOf = (board: Board) => Object.values(board.definitions).filter((definition) => 'fields' in definition);

const everyNote = (board: Board): Rename[] =>
  Object.values(board.definitions)
    .filter(({ kind }) => ['event', 'command', 'decider', 'read-model'].includes(kind))
    .map(({ id, name }) => ({ kind: 'definition', definitionId: id, to: `Renamed${name}` }));

/** Each field in all messages that have one of that name. */
const everyField = (board: Board): Rename[] => {
  const names = new Set(messagesOf(board).flatMap(({ fields }) => fields.map(({ name }) => name)));
  return [...names].map((name) => ({
    kind: 'field',
    definitionIds: messagesOf(board)
      .filter(({ fields }) => fields.some((field) => field.name === name))
      .map(({ id }) => id),
    path: [name],
    to: `${name}Renamed`,
  }));
};

it.each(samples)('renames every note and field of the sample $name so that its types stay right', async ({ load }) => {
  const { board } = await load();
  const renamed = renamedAll(board, [...everyNote(board), ...everyField(board)]);
  const told = new Set(renamed.byHand);
  expect(errorsIn(renamed.board).filter((place) => !told.has(place))).toEqual([]);
  for (const { name } of messagesOf(board))
    for (const { code } of running(renamed.board)) expect(code[0]?.text).not.toContain(`'${name}'`);
});
