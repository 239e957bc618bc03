import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Board,
  type BoardIntent,
  BoardRefusal,
  decideBoard,
  type EditHistory,
  emptyBoard,
  emptyHistory,
  evolveBoard,
  evolveHistory,
  type Gesture,
  nextRedo,
  nextUndo,
  type StoredBoardEvent,
  undoOf,
} from '#model';
import { intents } from './support/randomEdits.ts';
import { add, connect, noteOf } from './support/wall.ts';

type Wall = { board: Board; history: EditHistory; stored: StoredBoardEvent[] };

const emptyWall = (): Wall => ({ board: emptyBoard('m', 'Model'), history: emptyHistory(), stored: [] });

const store = (wall: Wall, gesture: Gesture, events: Parameters<typeof evolveBoard>[1][]): Wall => {
  const stored = events.map((event): StoredBoardEvent => ({ ...event, metadata: { gesture } }));
  return {
    board: stored.reduce(evolveBoard, wall.board),
    history: stored.reduce(evolveHistory, wall.history),
    stored: [...wall.stored, ...stored],
  };
};

const gestureIn = (wall: Wall, tab: string, label: string): Gesture => ({ id: `g${wall.stored.length}`, label, tab });

/** What does not make sense on the wall is left out, as the screen would. */
const edit = (wall: Wall, tab: string, label: string, wanted: BoardIntent[]): Wall => {
  const gesture = gestureIn(wall, tab, label);
  return wanted.reduce((present, intent) => {
    try {
      return store(present, gesture, decideBoard(intent, present.board));
    } catch (error) {
      if (error instanceof BoardRefusal) return present;
      throw error;
    }
  }, wall);
};

const undo = (wall: Wall, tab: string): Wall => {
  const next = nextUndo(wall.history, tab, wall.board);
  if (!next) return wall;
  const gesture = { ...gestureIn(wall, tab, next.label), undoes: next.gestureId };
  return store(wall, gesture, undoOf(wall.history, next.gestureId, wall.board).events);
};

const redo = (wall: Wall, tab: string): Wall => {
  const next = nextRedo(wall.history, tab, wall.board);
  if (!next) return wall;
  const gesture = { ...gestureIn(wall, tab, next.label), redoes: next.gestureId };
  return store(wall, gesture, undoOf(wall.history, next.gestureId, wall.board).events);
};

/** Names under which events may be stored are never forgotten, also not by an undo. */
const withoutFormerNames = ({ definitions, ...board }: Board) => ({
  ...board,
  definitions: Object.values(definitions)
    .map(({ formerNames: _known, ...definition }) => definition)
    .sort((one, other) => (one.id < other.id ? -1 : 1)),
});

describe('undo and redo', () => {
  it('takes a whole gesture back and makes it again', () => {
    const before = edit(emptyWall(), 'tab', 'Add two notes', [...add('command', 'A'), ...add('decider', 'B')]);
    const after = edit(before, 'tab', 'Connect', [connect('A', 'B')]);

    const undone = undo(undo(after, 'tab'), 'tab');
    expect(undone.board).toEqual(emptyBoard('m', 'Model'));
    expect(nextUndo(undone.history, 'tab', undone.board)).toBeNull();
    expect(nextRedo(undone.history, 'tab', undone.board)?.label).toBe('Add two notes');

    const redone = redo(redo(undone, 'tab'), 'tab');
    expect(redone.board).toEqual(after.board);
    expect(nextUndo(redone.history, 'tab', redone.board)?.label).toBe('Connect');
  });

  it('forgets what could be made again once something else is done', () => {
    const undone = undo(edit(emptyWall(), 'tab', 'Add A', add('event', 'A')), 'tab');
    const after = edit(undone, 'tab', 'Add B', add('event', 'B'));
    expect(nextRedo(after.history, 'tab', after.board)).toBeNull();
  });

  it('takes back only what was done in the same tab', () => {
    const mine = edit(emptyWall(), 'mine', 'Add A', add('event', 'A'));
    const both = edit(mine, 'theirs', 'Add B', add('event', 'B'));
    const undone = undo(both, 'mine');
    expect(Object.keys(undone.board.notes)).toEqual([noteOf('B')]);
    expect(nextUndo(undone.history, 'theirs', undone.board)?.label).toBe('Add B');
  });

  it('leaves alone what another tab has changed since, and says so', () => {
    const mine = edit(emptyWall(), 'mine', 'Add A', add('event', 'A'));
    const renamed = edit(mine, 'mine', 'Rename', [{ type: 'RenameDefinition', definitionId: 'A', name: 'Mine' }]);
    const [rename] = [nextUndo(renamed.history, 'mine', renamed.board)];
    const theirs = edit(renamed, 'theirs', 'Rename', [{ type: 'RenameDefinition', definitionId: 'A', name: 'Theirs' }]);
    expect(undoOf(theirs.history, rename?.gestureId ?? '', theirs.board)).toEqual({
      events: [],
      skipped: ['The name of a note has been changed again since and stays as it is.'],
    });
  });

  it('passes over a step of which nothing is left to take back', () => {
    const mine = edit(emptyWall(), 'mine', 'Add A', add('event', 'A'));
    const moved = edit(mine, 'mine', 'Move A', [
      { type: 'MoveNotes', moves: [{ noteId: noteOf('A'), to: { x: 9, y: 9 } }] },
    ]);
    const movedOn = edit(moved, 'theirs', 'Move A', [
      { type: 'MoveNotes', moves: [{ noteId: noteOf('A'), to: { x: 5, y: 5 } }] },
    ]);
    expect(nextUndo(movedOn.history, 'mine', movedOn.board)?.label).toBe('Add A');
  });

  it('takes arrows along that another tab has drawn to the note meanwhile', () => {
    const mine = edit(emptyWall(), 'mine', 'Add A', add('event', 'A'));
    const theirs = edit(mine, 'theirs', 'Add B', [...add('policy', 'B'), connect('A', 'B')]);
    const undone = undo(theirs, 'mine');
    expect({ notes: Object.keys(undone.board.notes), connections: undone.board.connections }).toEqual({
      notes: [noteOf('B')],
      connections: {},
    });
  });

  it('keeps a definition that another tab has placed a second time', () => {
    const mine = edit(emptyWall(), 'mine', 'Add A', add('event', 'A'));
    const placed = edit(mine, 'theirs', 'Place A', [
      { type: 'PlaceNote', note: { id: 'second', definitionId: 'A', x: 1, y: 1 } },
    ]);
    const step = nextUndo(placed.history, 'mine', placed.board);
    expect(undoOf(placed.history, step?.gestureId ?? '', placed.board).skipped).toEqual([
      'A stays: it stands in another place too.',
    ]);
  });

  it('survives a reload: it is folded from what is stored', () => {
    const wall = undo(
      edit(edit(emptyWall(), 'tab', 'Add A', add('event', 'A')), 'tab', 'Add B', add('event', 'B')),
      'tab',
    );
    expect(wall.stored.reduce(evolveHistory, emptyHistory())).toEqual(wall.history);
  });

  const gestures = fc.array(fc.array(intents, { minLength: 1, maxLength: 4 }), { maxLength: 25 });

  it('restores the board after any sequence of gestures, and makes it all again', () => {
    fc.assert(
      fc.property(gestures, (sequence) => {
        const before = edit(emptyWall(), 'earlier', 'Begin', [...add('event', 'definition-1'), ...add('event', 'B')]);
        const after = sequence.reduce((wall, wanted) => edit(wall, 'tab', 'Gesture', wanted), before);
        let back = after;
        while (nextUndo(back.history, 'tab', back.board)) back = undo(back, 'tab');
        expect(withoutFormerNames(back.board)).toEqual(withoutFormerNames(before.board));
        let again = back;
        while (nextRedo(again.history, 'tab', again.board)) again = redo(again, 'tab');
        expect(withoutFormerNames(again.board)).toEqual(withoutFormerNames(after.board));
      }),
    );
  });

  it('goes back and forth between the same two boards, however often', () => {
    fc.assert(
      fc.property(gestures, (sequence) => {
        const after = sequence.reduce((wall, wanted) => edit(wall, 'tab', 'Gesture', wanted), emptyWall());
        const once = undo(after, 'tab');
        const thrice = undo(redo(undo(redo(once, 'tab'), 'tab'), 'tab'), 'tab');
        expect(withoutFormerNames(thrice.board)).toEqual(withoutFormerNames(once.board));
      }),
    );
  });
});
