import { describe, expect, it } from 'vitest';
import { type Board, emptyBoard, newDefinition, newNote, outlineOf } from '#model';

const board: Board = {
  ...emptyBoard('m', 'Model'),
  definitions: {
    decider: newDefinition('decider', 'decider', 'Cart'),
    command: newDefinition('command', 'command', 'Open'),
    event: newDefinition('event', 'event', 'Opened'),
  },
  notes: {
    n3: newNote('n3', 'event', { x: 400, y: 0 }),
    n2: newNote('n2', 'decider', { x: 200, y: 0 }),
    n4: newNote('n4', 'event', { x: 400, y: -100 }),
    n1: newNote('n1', 'command', { x: 0, y: 0 }),
  },
  connections: {
    a: { id: 'a', from: 'n1', to: 'n2' },
    b: { id: 'b', from: 'n2', to: 'n3' },
  },
};

describe('the outline of a wall', () => {
  it('lists every note as the story runs, the upper one first within a column', () => {
    expect(outlineOf(board).map(({ noteId }) => noteId)).toEqual(['n1', 'n2', 'n4', 'n3']);
  });

  it('says of each note what it comes after and leads to, and how many fields it has', () => {
    expect(outlineOf(board)[1]).toEqual({
      noteId: 'n2',
      definitionId: 'decider',
      kind: 'decider',
      word: 'Decider',
      name: 'Cart',
      after: ['Open'],
      before: ['Opened'],
      fields: null,
    });
    expect(outlineOf(board)[0]?.fields).toBe(0);
  });
});
