import type { Zoom } from './lanesStore.ts';
import { eventWidth, type TimelineLayout } from './timelineLayout.ts';

/** Room at the end of the axis, so that the last chip does not stick to the edge. */
export const endRoom = 28;
/** Browsers place nothing farther out than some 33 million pixels. */
const widest = 16_000_000;
/** Narrower than this, chips melt into one another: then columns of many are drawn. */
const narrowestChip = 12;
const narrowestName = 30;

/** The factor at which the whole axis is in sight. */
const fitting = ({ width }: TimelineLayout, room: number): number =>
  width === 0 ? 1 : Math.min(1, Math.max(1, room - endRoom) / width);

/** The factor by which the axis is drawn in so much room. */
export const factorOf = (layout: TimelineLayout, zoom: Zoom, room: number): number => {
  const least = fitting(layout, room);
  if (zoom === 'fit') return least;
  const most = layout.width === 0 ? 1 : Math.min(1, widest / layout.width);
  return Math.min(most, Math.max(least, zoom));
};

export const isFarAt = (factor: number): boolean => factor * eventWidth < narrowestChip;
export const isNamedAt = (factor: number): boolean => factor * eventWidth >= narrowestName;

/** One step of the buttons, a good way of the wheel. */
export const zoomStep = 1.6;

/** Where all is in sight, it stays so when more comes. */
export const zoomedBy = (layout: TimelineLayout, zoom: Zoom, room: number, by: number): Zoom => {
  const wanted = factorOf(layout, zoom, room) * by;
  return wanted <= fitting(layout, room) ? 'fit' : factorOf(layout, wanted, room);
};
