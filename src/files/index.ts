export * from './FilePreview.ts';
export type { ModelFile, ModelParts } from './ModelFile.ts';
export { ModelFileError } from './ModelFileError.ts';
export { fileNameOf, pickModelFile, saveModelFile } from './openAndSave.ts';
export { partsOfFile } from './partsOfFile.ts';
export { previewOf } from './previewOf.ts';
export { readModelFile, textOfModelFile } from './readModelFile.ts';
export { writeModelFile } from './writeModelFile.ts';
