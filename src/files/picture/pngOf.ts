import type { Picture } from './PictureOptions.ts';

/** Pixels for a unit of the wall. */
export const pictureScales = [1, 2, 3] as const;
export type PictureScale = (typeof pictureScales)[number];

/** Larger canvases stay empty in some browsers, and a few hundred megabytes are too much for a tab. */
const [longestSide, mostPixels] = [16_384, 100_000_000];

/** The largest scale at which a picture can be drawn as pixels; null where it cannot at all. */
export const largestScale = ({ width, height }: Pick<Picture, 'width' | 'height'>): PictureScale | null =>
  pictureScales.findLast(
    (scale) => Math.max(width, height) * scale <= longestSide && width * height * scale ** 2 <= mostPixels,
  ) ?? null;

const loaded = async (svg: string): Promise<HTMLImageElement> => {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
};

/** The picture as a PNG. Rejects with a sentence where the browser has no room for it. */
export const pngOf = async ({ svg, width, height }: Picture, scale: PictureScale): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext('2d')?.drawImage(await loaded(svg), 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob)
    throw new Error('The browser has no room for so large a picture. Take a smaller scale, or save it as SVG.');
  return blob;
};
