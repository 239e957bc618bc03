import type { Point } from '../boardEvents.ts';
import type { Place } from './places.ts';
import { type Axis, boundsOf, centreOf, stretchOf } from './rectangle.ts';

/** Where the notes of a selection go. */
export type Move = { noteId: string; to: Point };

/** What notes are lined up by: an edge of the selection, or its middle. */
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Lines notes up with an edge or the middle of the rectangle around them. */
export const aligned = (places: readonly Place[], alignment: Alignment): Move[] => {
  const bounds = boundsOf(places);
  if (!bounds) return [];
  const middle = centreOf(bounds);
  const at: { [A in Alignment]: (place: Place) => Point } = {
    left: ({ y }) => ({ x: bounds.x, y }),
    centre: ({ y, width }) => ({ x: middle.x - width / 2, y }),
    right: ({ y, width }) => ({ x: bounds.x + bounds.width - width, y }),
    top: ({ x }) => ({ x, y: bounds.y }),
    middle: ({ x, height }) => ({ x, y: middle.y - height / 2 }),
    bottom: ({ x, height }) => ({ x, y: bounds.y + bounds.height - height }),
  };
  return places.map((place) => ({ noteId: place.noteId, to: at[alignment](place) }));
};

/** Makes the gaps between notes equal along an axis; the outermost two stay where they are. */
export const distributed = (places: readonly Place[], axis: Axis): Move[] => {
  const inOrder = places.toSorted((one, other) => stretchOf(one, axis).middle - stretchOf(other, axis).middle);
  const bounds = boundsOf(places);
  if (!bounds || inOrder.length < 3) return [];
  const lengthOf = (place: Place): number => (axis === 'x' ? place.width : place.height);
  const taken = inOrder.reduce((sum, place) => sum + lengthOf(place), 0);
  const { start, end } = stretchOf(bounds, axis);
  const gap = (end - start - taken) / (inOrder.length - 1);
  let next = start;
  return inOrder.map((place) => {
    const to = { x: place.x, y: place.y, [axis]: next };
    next += lengthOf(place) + gap;
    return { noteId: place.noteId, to };
  });
};
