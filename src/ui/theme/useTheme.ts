import { useLayoutEffect } from 'react';
import { useApp } from '../useApp.ts';
import { followTheme } from './followTheme.ts';

/** Keeps the page drawn in the chosen theme. */
export const useTheme = (): void => {
  const theme = useApp((state) => state.theme);
  useLayoutEffect(() => followTheme(theme), [theme]);
};
