import { lazyPart } from '../kit/lazyPart.tsx';

/** What most notes have nothing of. */
export const Versions = lazyPart(() => import('../versions/Versions.tsx').then((file) => file.Versions));
