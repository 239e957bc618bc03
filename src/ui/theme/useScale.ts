import { useLayoutEffect } from 'react';
import { useApp } from '../useApp.ts';

/** Keeps the page drawn as large as was chosen. */
export const useScale = (): void => {
  const scale = useApp((state) => state.scale);
  useLayoutEffect(() => document.documentElement.style.setProperty('--scale', String(scale)), [scale]);
};
