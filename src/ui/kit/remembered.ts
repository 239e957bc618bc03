const prefix = 'replayground.';

/** What this browser remembers of the person's arrangement; `null` where it does not, or may not, remember. */
export const recall = (key: string): string | null => {
  try {
    return window.localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
};

/** Kept where the browser allows it: an arrangement is a comfort, and its loss is not worth a word. */
export const remember = (key: string, value: string): void => {
  try {
    window.localStorage.setItem(prefix + key, value);
  } catch {
    // Storage is switched off or full.
  }
};

export const recallNumber = (key: string, otherwise: number): number => {
  const number = Number(recall(key) ?? Number.NaN);
  return Number.isFinite(number) && number > 0 ? number : otherwise;
};
