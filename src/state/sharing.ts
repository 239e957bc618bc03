import { sizeOfFile } from './saving.ts';

/** All that sharing needs of a model; fetched when somebody shares. */
export const sharing = { sizeOfFile };

export type Sharing = typeof sharing;
