/** `print` is light on white. */
export type PictureTheme = 'light' | 'dark' | 'print';

export type PictureOptions = {
  theme?: PictureTheme;
  /** Ids of the notes that are drawn, with the arrows among them; all of them where it is not given. */
  noteIds?: readonly string[];
  /** Around what is drawn, in canvas units. */
  margin?: number;
};

/** `width` and `height` in canvas units: pixels at scale 1. `x`, `y`: its upper left corner on the wall. */
export type Picture = { svg: string; x: number; y: number; width: number; height: number };
