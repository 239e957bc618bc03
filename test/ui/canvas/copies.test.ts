import { describe, expect, it } from 'vitest';
import { type Board, decideBoard, evolveBoard } from '#model';
import { copyOf, pasteIntents } from '../../../src/ui/canvas/copies.ts';
import { aBoard, aCartBoard } from './aBoard.ts';

const counting = () => {
  let count = 0;
  return () => `new-${++count}`;
};

const boardAfter = (board: Board, intents: Parameters<typeof decideBoard>[0][]): Board =>
  intents.reduce((now, intent) => decideBoard(intent, now).reduce(evolveBoard, now), board);

describe('copies of notes', () => {
  it('stand beside the originals under names of their own, with the arrows among them', () => {
    const board = aCartBoard();
    const copied = copyOf(board, ['Cart', 'CartOpened']);
    const { intents, noteIds } = pasteIntents(copied, board, { x: 32, y: 32 }, counting());

    const pasted = boardAfter(board, intents);

    const copies = noteIds.map((id) => {
      const note = pasted.notes[id];
      return { name: pasted.definitions[note?.definitionId ?? '']?.name, x: note?.x, y: note?.y };
    });
    expect(copies).toEqual([
      { name: 'Cart2', x: 232, y: 32 },
      { name: 'CartOpened2', x: 492, y: 32 },
    ]);
    const arrows = Object.values(pasted.connections).filter(({ from }) => noteIds.includes(from));
    expect(arrows.map(({ from, to }) => [from, to])).toEqual([[noteIds[0], noteIds[1]]]);
    expect(Object.keys(pasted.connections)).toHaveLength(5);
  });

  it('share a definition where the originals did', () => {
    const board = aCartBoard();
    const twice = boardAfter(board, [
      { type: 'PlaceNote', note: { id: 'again', definitionId: 'def:Cart', x: 0, y: 500 } },
    ]);
    const { intents } = pasteIntents(copyOf(twice, ['Cart', 'again']), twice, { x: 8, y: 8 }, counting());
    expect(intents.map(({ type }) => type)).toEqual(['AddNote', 'PlaceNote']);
  });

  it('keep a decider off the streams of the original, and let it keep its own where they are free', () => {
    const board = aCartBoard();
    const copied = copyOf(board, ['Cart']);
    const categoryOn = (wall: Board) =>
      pasteIntents(copied, wall, { x: 8, y: 8 }, counting()).intents.map(
        (intent) => intent.type === 'AddNote' && intent.definition.kind === 'decider' && intent.definition.category,
      );
    expect([categoryOn(board), categoryOn(aBoard({}))]).toEqual([['Cart2'], ['Cart']]);
  });

  it('bring what is specified of them along where they keep their name', () => {
    const specification = {
      id: 'spec',
      subject: 'decider' as const,
      definitionId: 'def:Cart',
      name: 'opens',
      given: [],
      when: { type: 'OpenCart', data: {} },
      then: { kind: 'refused' as const, message: '' },
    };
    const board = { ...aCartBoard(), specifications: { spec: specification } };
    const copied = copyOf(board, ['Cart']);
    const specifiedOn = (wall: Board) =>
      Object.values(boardAfter(wall, pasteIntents(copied, wall, { x: 8, y: 8 }, counting()).intents).specifications);
    const elsewhere = specifiedOn(aBoard({}));
    expect(elsewhere).toEqual([{ ...specification, id: 'new-3', definitionId: 'new-2' }]);
    expect(specifiedOn(board)).toEqual([specification]);
  });
});
