import type { FilePreview } from './FilePreview.ts';
import type { ModelFile } from './ModelFile.ts';

/** What a person should know of a file before opening it. `size` in bytes. */
export const previewOf = (
  file: ModelFile,
  source: { fileName: string; size: number; remarks: string[] },
): FilePreview => ({
  fileName: source.fileName,
  modelName: file.name,
  size: source.size,
  notes: file.notes.length,
  events: file.history.events.length,
  commands: file.history.commands.length,
  specifications: file.specifications.length,
  hasCode: file.definitions.some(
    (definition) => 'code' in definition && definition.code.some(({ text }) => text.trim()),
  ),
  remarks: source.remarks,
});
