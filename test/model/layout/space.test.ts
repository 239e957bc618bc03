import { describe, expect, it } from 'vitest';
import { type Place, spaceMade } from '#model';

const place = (noteId: string, x: number, y = 0, width = 100, kind: Place['kind'] = 'event'): Place => ({
  noteId,
  kind,
  x,
  y,
  width,
  height: kind === 'frame' ? 300 : 60,
});

const places = [
  place('before', 0),
  place('behind', 200),
  place('elsewhere', 150, 500),
  place('around', -50, -50, 600, 'frame'),
];

describe('making room', () => {
  it('moves what has its middle behind the line, and stretches a frame across it', () => {
    expect(spaceMade(places, 'x', 180, 40)).toEqual({
      by: 40,
      places: [
        { noteId: 'behind', at: { x: 240, y: 0 } },
        { noteId: 'elsewhere', at: { x: 190, y: 500 } },
        { noteId: 'around', at: { x: -50, y: -50 }, size: { width: 640, height: 300 } },
      ],
    });
  });

  it('takes room away no further than to the neighbour in the row', () => {
    expect(spaceMade(places, 'x', 180, -160).by).toBe(-100);
    expect(spaceMade(places, 'x', 180, -60).by).toBe(-60);
  });

  it('presses a frame no smaller than it may be', () => {
    expect(spaceMade([place('narrow', 0, 0, 140, 'frame'), place('far', 400, 900)], 'x', 100, -80).by).toBe(-20);
  });

  it('works across time as well', () => {
    const { by, places: moved } = spaceMade(places, 'y', 400, 80);
    expect(by).toBe(80);
    expect(moved).toEqual([{ noteId: 'elsewhere', at: { x: 150, y: 580 } }]);
  });
});
