export { blobOf } from './blobOf.ts';
export { bytesUpTo } from './bytesUpTo.ts';
export { eventLines } from './eventLines.ts';
export * from './FilePreview.ts';
export type * from './importing/EventImport.ts';
export { type EventFile, openEventFile } from './importing/openEventFile.ts';
export { areEvents } from './importing/recognise.ts';
export { type AddressWish, addressWish } from './link/addressWish.ts';
export { messengersThatCut } from './link/cutLinks.ts';
export { makeHash } from './link/makeHash.ts';
export type { ModelFile, ModelParts } from './ModelFile.ts';
export { ModelFileError } from './ModelFileError.ts';
export type { NotationId, Written } from './notations/Notation.ts';
export { notationOf } from './notations/recognise.ts';
export {
  eventFileType,
  fileNameOf,
  modelFileType,
  pickFile,
  saveForOthers,
  saveModelFile,
} from './openAndSave.ts';
export { withModelInPng } from './picture/modelInPng.ts';
export { withModelInSvg } from './picture/modelInSvg.ts';
export type { Picture, PictureOptions, PictureTheme } from './picture/PictureOptions.ts';
export type { PictureScale } from './picture/pngOf.ts';
export { type OpenedModelFile, openModelFile } from './reading/openModelFile.ts';
export type { CarriedNotes, PackedHistory } from './reading/PackedModel.ts';
export { holdsEvents } from './reading/readAnyFile.ts';
export { readNotes } from './reading/readNotes.ts';
export { largestFile, readModelFile } from './readModelFile.ts';
/** The pages that replay a history, when somebody wants one. */
export const loadReplayPage = () => import('./replayPage/replayPage.ts');
export type { CollectedHistory, CollectedStep } from './replayPage/collected.ts';
export { tooLargeToOpen } from './sizeOfHistory.ts';
export { modelFilePieces, writeModelFile } from './writeModelFile.ts';

/** Draws a board as SVG. */
export const loadPicture = () => import('./picture/pictureOf.ts');

/** Packs a model as a project for production. */
export const loadProject = () => import('./project/projectZip.ts');
/** Draws pictures as pixels, as far as browsers do. */
export const loadPixels = () => import('./picture/pngOf.ts');

/** Lays a model out on paper. */
export const loadHandout = () => import('./picture/handoutOf.ts');
/** Writes a board as Markdown. */
export const loadDocument = () => import('./document/documentOf.ts');
/** Reads and writes other notations of a board. */
export const loadNotations = () => import('./notations/notations.ts');
/** Writes recorded events as CloudEvents. */
export const loadCloudEvents = () => import('./notations/cloudEvents/writeCloudEvents.ts');
