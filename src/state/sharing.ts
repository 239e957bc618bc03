import { linkWithModel } from './linkSharing.ts';
import { makeReplayPage, saveReplayPage } from './replayPageSharing.ts';
import { sizeOfFile } from './saving.ts';

/** All that sharing needs of a model; fetched when somebody shares. */
export const sharing = { sizeOfFile, linkWithModel, makeReplayPage, saveReplayPage };

export type Sharing = typeof sharing;
