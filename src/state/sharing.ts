import { linkWithModel } from './linkSharing.ts';
import { projectOfModel, saveProject } from './projectSharing.ts';
import { sizeOfFile } from './saving.ts';

/** All that sharing needs of a model; fetched when somebody shares. */
export const sharing = { sizeOfFile, linkWithModel, projectOfModel, saveProject };

export type Sharing = typeof sharing;
