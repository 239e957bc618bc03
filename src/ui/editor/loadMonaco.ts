import { type ComponentType, useEffect, useState } from 'react';
import { whenIdle } from '#state';
import type { SurfaceProps } from './surface.ts';

type Surface = ComponentType<SurfaceProps>;

let loading: Promise<Surface> | null = null;
let loaded: Surface | null = null;

const load = async (): Promise<Surface> => {
  try {
    loaded = (await import('./monaco/MonacoSurface.tsx')).MonacoSurface;
    return loaded;
  } catch (error) {
    // The next pane that opens tries again: the network may be back.
    loading = null;
    throw error;
  }
};

/** Monaco knows no touch: where fingers are all there is, the plain text area stays. */
const hasFingersOnly = (): boolean => !window.matchMedia('(any-pointer: fine), (any-hover: hover)').matches;

/** Monaco once it has been fetched, in idle time; until then, and on touch, there is none. */
export const useMonaco = (): { surface: Surface | null; hasFailed: boolean } => {
  const [surface, setSurface] = useState<Surface | null>(() => loaded);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (surface || hasFingersOnly()) return;
    let isGone = false;
    whenIdle(() => {
      if (isGone) return;
      loading ??= load();
      loading.then(
        (component) => !isGone && setSurface(() => component),
        () => !isGone && setFailed(true),
      );
    });
    return () => {
      isGone = true;
    };
  }, [surface]);
  return { surface, hasFailed };
};
