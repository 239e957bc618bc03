import { lazyPart } from '../kit/lazyPart.tsx';

/** What a short history does not need. */
export const FarLanes = lazyPart(() => import('./FarLanes.tsx').then((file) => file.FarLanes));
export const Density = lazyPart(() => import('./Density.tsx').then((file) => file.Density));
