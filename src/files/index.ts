export * from './FilePreview.ts';
