import { inPages } from '../inPages.ts';
import type { FileHistory, ModelFile } from '../ModelFile.ts';
import { partsOfFile } from '../partsOfFile.ts';
import type { PackedHistory, PackedModel } from './PackedModel.ts';

const packed = (value: unknown): Blob => new Blob([JSON.stringify(value)]);

export const packedHistory = ({ events, ...rest }: FileHistory): PackedHistory => {
  const lastEventId = events.at(-1)?.metadata.eventId;
  return {
    total: events.length,
    ...(lastEventId === undefined ? {} : { lastEventId }),
    pages: [...inPages(events)].map(packed),
    rest: packed(rest),
  };
};

export const packedModel = (file: ModelFile): PackedModel => {
  const { history, ...parts } = partsOfFile(file);
  return { parts: packed(parts), history: packedHistory(history) };
};
