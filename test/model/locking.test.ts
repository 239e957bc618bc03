import { describe, expect, it } from 'vitest';
import {
  type Board,
  type BoardEvent,
  type BoardIntent,
  BoardRefusal,
  boardDifferences,
  decideBoard,
  evolveBoard,
  inverse,
  movableOf,
  type Place,
  placesOf,
  spaceMade,
  tidied,
  withHeld,
} from '#model';
import { cartWall, edited, noteOf } from './support/wall.ts';

const opened = noteOf('CartOpened');
const added = noteOf('ProductItemAdded');
const lock = (...noteIds: string[]): BoardIntent => ({ type: 'LockNotes', noteIds, isLocked: true });
const unlock = (...noteIds: string[]): BoardIntent => ({ type: 'LockNotes', noteIds, isLocked: false });
const move = (...noteIds: string[]): BoardIntent => ({
  type: 'MoveNotes',
  moves: noteIds.map((noteId) => ({ noteId, to: { x: 400, y: 80 } })),
});

const refusal = (intent: BoardIntent, board: Board): string => {
  try {
    decideBoard(intent, board);
    return 'not refused';
  } catch (error) {
    if (error instanceof BoardRefusal) return error.message;
    throw error;
  }
};

describe('a locked note', () => {
  const wall = edited(cartWall(), lock(opened));

  it('is locked once, and unlocked again without a trace', () => {
    expect(wall.notes[opened]?.isLocked).toBe(true);
    expect(decideBoard(lock(opened, 'gone'), wall)).toEqual([]);
    expect(edited(wall, unlock(opened))).toEqual(cartWall());
  });

  it('refuses to be moved, resized, renamed or deleted, and says what to do', () => {
    expect(refusal(move(opened), wall)).toBe('CartOpened is locked: unlock it to move it.');
    expect(refusal({ type: 'ResizeNote', noteId: opened, to: { width: 90, height: 90 } }, wall)).toBe(
      'CartOpened is locked: unlock it to resize it.',
    );
    expect(refusal({ type: 'RenameDefinition', definitionId: 'CartOpened', name: 'Opened' }, wall)).toBe(
      'CartOpened is locked: unlock it to rename it.',
    );
    expect(refusal({ type: 'RemoveNotes', noteIds: [opened] }, wall)).toBe(
      'CartOpened is locked: unlock it to delete it.',
    );
    expect(refusal(move(opened, added), edited(wall, lock(added)))).toBe(
      'These notes are locked: unlock them to move them.',
    );
  });

  it('stays while the others go', () => {
    const { notes } = edited(wall, move(opened, added));
    expect(notes[opened]).toEqual(wall.notes[opened]);
    expect(notes[added]).toMatchObject({ x: 400, y: 80 });

    const left = edited(wall, { type: 'RemoveNotes', noteIds: [opened, added] });
    expect(left.notes[opened]).toEqual(wall.notes[opened]);
    expect(left.notes[added]).toBeUndefined();
  });

  it('keeps its name wherever else the same thing stands', () => {
    const twice = edited(cartWall(), {
      type: 'PlaceNote',
      note: { id: 'second', definitionId: 'CartOpened', x: 0, y: 500 },
    });
    const rename: BoardIntent = { type: 'RenameDefinition', definitionId: 'CartOpened', name: 'Opened' };
    expect(refusal(rename, edited(twice, lock('second')))).toBe('CartOpened is locked: unlock it to rename it.');
  });

  it('still takes arrows, fields and code, and loses its arrows', () => {
    const board = edited(wall, { type: 'ChangeFields', definitionId: 'CartOpened', fields: [] });
    expect(board.definitions.CartOpened).toMatchObject({ fields: [] });
    const [arrow] = Object.values(wall.connections).filter(({ to }) => to === opened);
    const without = edited(wall, { type: 'RemoveNotes', noteIds: [opened], connectionIds: [arrow?.id ?? ''] });
    expect(without.connections[arrow?.id ?? '']).toBeUndefined();
    expect(without.notes[opened]).toBeDefined();
  });

  it('is unlocked by undo, unless it has been already', () => {
    const event: BoardEvent = { type: 'NotesLocked', data: { noteIds: [opened], isLocked: true } };
    const { events, skipped } = inverse(event, wall);
    expect(skipped).toBeUndefined();
    expect(events.reduce(evolveBoard, wall)).toEqual(cartWall());
    expect(inverse(event, cartWall())).toEqual({
      events: [],
      skipped: 'Some notes are gone, or have been locked or unlocked again since.',
    });
  });

  it('is told by the differences of two walls as what it is', () => {
    const what = (before: Board, after: Board) => boardDifferences(before, after).map((difference) => difference.what);
    expect(what(cartWall(), wall)).toEqual(['note-locked']);
    expect(what(wall, cartWall())).toEqual(['note-unlocked']);
    expect(what(cartWall(), edited(cartWall(), move(opened), lock(opened)))).toEqual(['note-moved', 'note-locked']);
  });
});

const place = (noteId: string, x: number, y: number, more: Partial<Place> = {}): Place => ({
  noteId,
  kind: 'event',
  x,
  y,
  width: 100,
  height: 60,
  ...more,
});
const frame = (noteId: string, x: number, y: number, more: Partial<Place> = {}): Place =>
  place(noteId, x, y, { kind: 'frame', width: 400, height: 300, ...more });

describe('what is arranged', () => {
  it('knows from the board what is locked', () => {
    const places = placesOf(edited(cartWall(), lock(opened)));
    expect(places.filter(({ isLocked }) => isLocked).map(({ noteId }) => noteId)).toEqual([opened]);
  });

  it('moves with a frame what lies in it, but nothing that is locked, and nothing with a locked frame', () => {
    const places = [frame('frame', 0, 0), place('free', 20, 60), place('locked', 20, 160, { isLocked: true })];
    const moved = (all: Place[]) => {
      const { chosen, held } = movableOf(all, ['frame']);
      return [...chosen, ...held].map(({ noteId }) => noteId);
    };
    const lockedFrame = places.map((one) => (one.noteId === 'frame' ? { ...one, isLocked: true as const } : one));
    expect(moved(places)).toEqual(['frame', 'free']);
    expect(moved(lockedFrame)).toEqual([]);

    const moves = [{ noteId: 'frame', to: { x: 10, y: 0 } }];
    expect(withHeld(places, moves).map(({ noteId }) => noteId)).toEqual(['frame', 'free']);
    expect(withHeld(lockedFrame, moves).map(({ noteId }) => noteId)).toEqual(['frame']);
  });

  it('makes room around what is locked', () => {
    const places = [place('before', 0, 0), place('behind', 300, 0), place('locked', 300, 200, { isLocked: true })];
    expect(spaceMade(places, 'x', 200, 40)).toEqual({ by: 40, places: [{ noteId: 'behind', at: { x: 340, y: 0 } }] });
  });

  it('is tidied below what is locked, and leaves a frame alone that holds something locked', () => {
    const places = [
      place('locked', 0, 0, { isLocked: true }),
      place('one', 10, 10),
      place('two', 15, 15),
      frame('frame', 2000, 0),
      place('inside', 2050, 100, { isLocked: true }),
      place('beside', 2200, 100),
    ];
    const tidy = tidied(places, [{ id: 'arrow', from: 'one', to: 'two' }]);
    expect(tidy.map(({ noteId }) => noteId).sort()).toEqual(['one', 'two']);
    expect(tidy.every(({ at }) => at.y >= 60)).toBe(true);
    const again = places.map((one) => ({ ...one, ...tidy.find(({ noteId }) => noteId === one.noteId)?.at }));
    expect(tidied(again, [{ id: 'arrow', from: 'one', to: 'two' }])).toEqual(tidy);
  });
});
