import { lazyPart } from '../kit/lazyPart.tsx';

/** Only models with process managers need them. */
export const ProcessWaiting = lazyPart(() => import('./ProcessWaiting.tsx').then((file) => file.ProcessWaiting));
export const WaitingList = lazyPart(() => import('./WaitingList.tsx').then((file) => file.WaitingList));
