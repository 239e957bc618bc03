/** What a moment of a history adds to the wall. */
export type PictureMarks = {
  /** How many are stored, by note id. */
  counts?: { readonly [noteId: string]: number };
  /** Ids of notes of which nothing has happened yet. */
  dimmed?: readonly string[];
  /** Ids of the notes and arrows along which what just happened came. */
  lit?: readonly string[];
};

/** `print` is light on white. */
export type PictureTheme = 'light' | 'dark' | 'print';

export type PictureOptions = {
  theme?: PictureTheme;
  /** Ids of the notes that are drawn, with the arrows among them; all of them where it is not given. */
  noteIds?: readonly string[];
  /** Around what is drawn, in canvas units. */
  margin?: number;
  marks?: PictureMarks;
};

/** `width` and `height` in canvas units: pixels at scale 1. */
export type Picture = { svg: string; width: number; height: number };
