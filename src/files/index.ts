export { blobOf } from './blobOf.ts';
export { bytesUpTo } from './bytesUpTo.ts';
export { carrierOf, modelTextIn } from './carriers.ts';
export { eventLines } from './eventLines.ts';
export * from './FilePreview.ts';
export { headOf } from './headOf.ts';
export { EventFileError } from './importing/EventFileError.ts';
export type * from './importing/EventImport.ts';
export { type EventFile, openEventFile } from './importing/openEventFile.ts';
export { areEvents, isEventFile } from './importing/recognise.ts';
export { type AddressWish, addressWish } from './link/addressWish.ts';
export { messengersThatCut } from './link/cutLinks.ts';
export { hashOfModel, isModelHash, textOfModelHash } from './link/modelLink.ts';
export type { ModelFile, ModelParts } from './ModelFile.ts';
export { ModelFileError } from './ModelFileError.ts';
export { eventFileType, fileNameOf, modelFileType, pickFile, saveEventFile, saveModelFile } from './openAndSave.ts';
export { boardOfFile, partsOfFile } from './partsOfFile.ts';
export type { Picture, PictureMarks, PictureOptions } from './picture/PictureOptions.ts';
export { previewOf } from './previewOf.ts';
export { largestFile, readModelFile, textOfModelFile } from './readModelFile.ts';
export { tooLargeToOpen } from './sizeOfHistory.ts';
export { modelFilePieces, writeModelFile } from './writeModelFile.ts';

/** Draws a board as SVG. */
export const loadPicture = () => import('./picture/pictureOf.ts');
