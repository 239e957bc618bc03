import { expect, it } from 'vitest';
import { pointInArea } from '../../../src/ui/canvas/minimapGeometry.ts';

const area = { x: -100, y: 50, width: 1000, height: 500 };

it('finds the point of the wall under a point of its map, which is in the middle of a picture of another shape', () => {
  // A tenth of the size, with 20 pixels of room above and below.
  const picture = { x: 10, y: 20, width: 100, height: 90 };
  expect(pointInArea(area, picture, { x: 10, y: 40 })).toEqual({ x: -100, y: 50 });
  expect(pointInArea(area, picture, { x: 60, y: 65 })).toEqual({ x: 400, y: 300 });
  expect(pointInArea(area, picture, { x: 110, y: 90 })).toEqual({ x: 900, y: 550 });
});
