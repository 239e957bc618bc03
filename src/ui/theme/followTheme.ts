import type { Theme } from '#state';

const systemPrefersDark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** The theme as it is drawn: what was chosen, or what the system prefers. */
export const drawnTheme = (theme: Theme): 'light' | 'dark' => {
  if (theme !== 'system') return theme;
  return systemPrefersDark().matches ? 'dark' : 'light';
};

const draw = (theme: Theme) => {
  document.documentElement.dataset.theme = drawnTheme(theme);
};

/** Draws the theme, and follows the system for as long as nothing else was chosen. Answers how to stop. */
export const followTheme = (theme: Theme): (() => void) => {
  draw(theme);
  const media = systemPrefersDark();
  const redraw = () => draw(theme);
  media.addEventListener('change', redraw);
  return () => media.removeEventListener('change', redraw);
};
