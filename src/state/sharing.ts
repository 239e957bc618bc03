import { documentText, saveDocument } from './documentSharing.ts';
import { changesSinceFile } from './lastFile.ts';
import { linkWithModel } from './linkSharing.ts';
import { lookAtNotation, saveNotation } from './notationSharing.ts';
import { isKept } from './persistence.ts';
import { copyPicture, makePicture, savePicture } from './pictureSharing.ts';
import { printModel } from './printing.ts';
import { projectOfModel, saveProject } from './projectSharing.ts';
import { makeReplayPage, saveReplayPage } from './replayPageSharing.ts';
import { sizeOfFile } from './saving.ts';

/** All that sharing needs of a model; fetched when somebody shares. */
export const sharing = {
  sizeOfFile,
  linkWithModel,
  makePicture,
  savePicture,
  copyPicture,
  printModel,
  projectOfModel,
  saveProject,
  makeReplayPage,
  saveReplayPage,
  changesSinceFile,
  isKept,
  documentText,
  saveDocument,
  lookAtNotation,
  saveNotation,
};

export type Sharing = typeof sharing;
