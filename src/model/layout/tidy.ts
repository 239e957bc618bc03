import type { Point, Size } from '../boardEvents.ts';
import type { Connection } from '../definitions.ts';
import { laidAlongTime } from './alongTime.ts';
import { frameMargin, holds } from './framing.ts';
import type { Link } from './layers.ts';
import { downTo, placesThatStay } from './lockedPlaces.ts';
import type { Place } from './places.ts';
import { boundsOf, onGrid, shifted } from './rectangle.ts';

/** Where a note goes; a frame is made as large as what it holds. */
export type TidyPlace = { noteId: string; at: Point; size?: Size };

const areaOf = ({ width, height }: Size): number => width * height;

/** The innermost frame that holds each note. */
const parentsOf = (places: readonly Place[]): ReadonlyMap<string, string> => {
  const frames = places.filter(({ kind }) => kind === 'frame').sort((one, other) => areaOf(one) - areaOf(other));
  return new Map(
    places.flatMap((place) => {
      const parent = frames.find((frame) => holds(frame, place));
      return parent ? [[place.noteId, parent.noteId] as const] : [];
    }),
  );
};

/** The frames around a note, from the outermost to the note itself. */
const lineageOf = (noteId: string, parents: ReadonlyMap<string, string>): string[] => {
  const parent = parents.get(noteId);
  return parent === undefined ? [noteId] : [...lineageOf(parent, parents), noteId];
};

/** An arrow as it shows from outside: between the outermost things that its ends do not share. */
const linkBetween = (from: readonly string[], to: readonly string[]): Link | null => {
  const parting = from.findIndex((id, index) => to[index] !== id);
  const [start, end] = [from[parting], to[parting]];
  return start === undefined || end === undefined ? null : [start, end];
};

/**
 * Arranges notes along time: left to right by their arrows, few of which cross. A frame keeps what it holds and is
 * arranged inside by itself. What is arranged begins where it began before, or below what is locked there.
 */
export const tidied = (all: readonly Place[], connections: readonly Connection[]): TidyPlace[] => {
  const staying = placesThatStay(all);
  const places = all.filter((place) => !staying.includes(place));
  const bounds = boundsOf(places);
  if (!bounds) return [];
  const parents = parentsOf(places);
  const known = new Set(places.map(({ noteId }) => noteId));
  const links = connections
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ from, to }) => linkBetween(lineageOf(from, parents), lineageOf(to, parents)))
    .filter((link) => link !== null);
  const layOut = (frameId: string | undefined): { placed: TidyPlace[]; width: number; height: number } => {
    const members = places.filter(({ noteId }) => parents.get(noteId) === frameId);
    const inner = new Map(members.filter(({ kind }) => kind === 'frame').map(({ noteId }) => [noteId, layOut(noteId)]));
    const sizeOf = (place: Place): Size => {
      const inside = inner.get(place.noteId);
      return inside && inside.placed.length > 0 ? framed(inside) : { width: place.width, height: place.height };
    };
    const items = members.map((place) => ({ id: place.noteId, x: place.x, y: place.y, ...sizeOf(place) }));
    const laid = laidAlongTime(items, links);
    const placed = items.flatMap(({ id, width, height }): TidyPlace[] => {
      const at = laid.places.get(id);
      if (!at) return [];
      const inside = inner.get(id)?.placed ?? [];
      if (inside.length === 0) return [{ noteId: id, at }];
      const origin = { x: at.x + frameMargin.left, y: at.y + frameMargin.top };
      return [
        { noteId: id, at, size: { width, height } },
        ...inside.map((one) => ({ ...one, at: shifted(one.at, origin) })),
      ];
    });
    return { placed, width: laid.width, height: laid.height };
  };
  const corner = { x: onGrid(bounds.x), y: onGrid(bounds.y) };
  const laid = layOut(undefined).placed.map((one) => ({ ...one, at: shifted(one.at, corner) }));
  if (staying.length === 0) return laid;
  const sizes = new Map(places.map(({ noteId, width, height }) => [noteId, { width, height }]));
  const areas = laid.map(({ noteId, at, size }) => ({ width: 0, height: 0, ...sizes.get(noteId), ...size, ...at }));
  const down = onGrid(downTo(areas, staying));
  return laid.map((one) => ({ ...one, at: shifted(one.at, { x: 0, y: down }) }));
};

const framed = ({ width, height }: Size): Size => ({
  width: frameMargin.left + width + frameMargin.right,
  height: frameMargin.top + height + frameMargin.bottom,
});
