import type { PictureScale } from '#files';
import { appStore } from './appStore.ts';
import { filesRoom } from './filesRoom.ts';
import { orSay, sayNote } from './messages.ts';
import { modelFileBlob } from './saving.ts';

const { getState } = appStore;

/** `noteIds`: the notes that are drawn; all of them where it is not given. `scale` counts for PNG. */
export type PictureWish = {
  format: 'svg' | 'png';
  theme: 'light' | 'dark';
  noteIds?: readonly string[];
  scale: PictureScale;
  withModel: boolean;
};

/** `width` and `height` in pixels. A model that is too large to be opened again is left out. */
export type MadePicture =
  | { isTooLarge: false; blob: Blob; width: number; height: number; hasModel: boolean }
  | { isTooLarge: true; largest: PictureScale | null };

const drawn = async ({ theme, noteIds }: PictureWish) => {
  const { loadPicture } = await filesRoom();
  const { pictureOf } = await loadPicture();
  return pictureOf(getState().board, { theme, ...(noteIds && { noteIds }) });
};

const modelFor = async ({ withModel }: PictureWish, signal: AbortSignal): Promise<Blob | null> =>
  withModel ? modelFileBlob({}, signal) : null;

const makeSvg = async (wish: PictureWish, signal: AbortSignal): Promise<MadePicture> => {
  const model = await modelFor(wish, signal);
  const [{ svg, width, height }, { withModelInSvg }] = await Promise.all([drawn(wish), filesRoom()]);
  const text = model ? withModelInSvg(svg, await model.text()) : svg;
  return {
    isTooLarge: false,
    blob: new Blob([text], { type: 'image/svg+xml' }),
    width,
    height,
    hasModel: model !== null,
  };
};

const makePng = async (wish: PictureWish, signal: AbortSignal): Promise<MadePicture> => {
  const { loadPixels, withModelInPng } = await filesRoom();
  const [picture, { largestScale, pngOf }] = await Promise.all([drawn(wish), loadPixels()]);
  const largest = largestScale(picture);
  if (largest === null || largest < wish.scale) return { isTooLarge: true, largest };
  const [png, model] = await Promise.all([pngOf(picture, wish.scale), modelFor(wish, signal)]);
  return {
    isTooLarge: false,
    blob: model ? await withModelInPng(png, model) : png,
    width: picture.width * wish.scale,
    height: picture.height * wish.scale,
    hasModel: model !== null,
  };
};

/** The picture as it would be saved. Null where it cannot be made, which is said. */
export const makePicture = (wish: PictureWish, signal: AbortSignal): Promise<MadePicture | null> =>
  orSay(() => (wish.format === 'svg' ? makeSvg(wish, signal) : makePng(wish, signal)));

export const savePicture = async (picture: Blob): Promise<void> => {
  await orSay(async () => {
    const { name } = getState().board;
    const { saveForOthers } = await filesRoom();
    if (
      await saveForOthers(picture, name, {
        mimeType: picture.type,
        ending: picture.type === 'image/png' ? '.png' : '.svg',
      })
    )
      sayNote(`Saved a picture of ${name}.`);
  });
};

/** As fine as is wished, or as there is room for. */
const pixelsOf = async (wish: PictureWish): Promise<Blob> => {
  const made = await makePng(wish, new AbortController().signal);
  if (!made.isTooLarge) return made.blob;
  if (made.largest === null)
    throw new Error('The picture would be too large for this browser. Select notes that lie closer together.');
  return pixelsOf({ ...wish, scale: made.largest });
};

/** Into the clipboard as pixels, where other programs can paste them. Browsers take out what else is inside. */
export const copyPicture = async (wish: Pick<PictureWish, 'theme' | 'noteIds' | 'scale'>): Promise<void> => {
  await orSay(async () => {
    const png = pixelsOf({ ...wish, format: 'png', withModel: false });
    png.catch(() => undefined);
    // Given a promise, the browser still knows of the press that this came from.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    sayNote('Copied as a picture.');
  });
};
