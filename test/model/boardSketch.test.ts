import { describe, expect, it } from 'vitest';
import { emptyBoard, sketchOf } from '#model';
import { add, connect, edited, noteOf } from './support/wall.ts';

describe('a wall in small', () => {
  it('has frames behind the notes, sizes of their own or the usual ones, and arrows between the middles', () => {
    const board = edited(
      emptyBoard('m', 'Model'),
      ...add('command', 'Open'),
      ...add('event', 'Opened'),
      ...add('frame', 'Context'),
      { type: 'ResizeNote', noteId: noteOf('Opened'), to: { width: 200, height: 80 }, at: { x: 300, y: 0 } },
      connect('Open', 'Opened'),
    );
    expect(sketchOf(board)).toEqual({
      notes: [
        { kind: 'frame', x: 0, y: 0, width: 480, height: 320 },
        { kind: 'command', x: 0, y: 0, width: 128, height: 128 },
        { kind: 'event', x: 300, y: 0, width: 200, height: 80 },
      ],
      arrows: [{ from: { x: 64, y: 64 }, to: { x: 400, y: 40 } }],
    });
  });
});
