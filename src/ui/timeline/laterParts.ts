import { lazyPart } from '../kit/lazyPart.tsx';

/** What the first sight of the wall does not need; the lanes come as soon as they can. */
export const Lanes = lazyPart(() => import('./Lanes.tsx').then((file) => file.Lanes));
export const Density = lazyPart(() => import('./Density.tsx').then((file) => file.Density));
export const StopMarks = lazyPart(() => import('./StopMarks.tsx').then((file) => file.StopMarks));
export const ClockMenu = lazyPart(() => import('../clock/ClockMenu.tsx').then((file) => file.ClockMenu));
export const StopsMenu = lazyPart(() => import('./StopsMenu.tsx').then((file) => file.StopsMenu));
