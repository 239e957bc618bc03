import type { Point, Rectangle } from '#model';

/** The point of an area that lies under a point of a picture, which shows the whole area, in the middle. */
export const pointInArea = (area: Rectangle, picture: Rectangle, pointed: Point): Point => {
  const scale = Math.min(picture.width / area.width, picture.height / area.height);
  const left = picture.x + (picture.width - area.width * scale) / 2;
  const top = picture.y + (picture.height - area.height * scale) / 2;
  return { x: area.x + (pointed.x - left) / scale, y: area.y + (pointed.y - top) / scale };
};
