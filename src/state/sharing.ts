import { changesSinceFile } from './lastFile.ts';
import { linkWithModel } from './linkSharing.ts';
import { isKept } from './persistence.ts';
import { sizeOfFile } from './saving.ts';

/** All that sharing needs of a model; fetched when somebody shares. */
export const sharing = { sizeOfFile, linkWithModel, changesSinceFile, isKept };

export type Sharing = typeof sharing;
