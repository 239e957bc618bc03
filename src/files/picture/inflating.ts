import { notAModel } from '../ModelFileError.ts';
import { largestFile } from '../readModelFile.ts';

const through = (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) =>
  new Blob([bytes]).stream().pipeThrough(stream);

/** In zlib's format, as PNG keeps texts. */
export const deflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(through(bytes, new CompressionStream('deflate'))).arrayBuffer());

/**
 * The bytes again. What would grow beyond the size of a file that can be opened is given up at that size, however much
 * more there is. Throws `ModelFileError` there, and where they are none of zlib's.
 */
export const inflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Blob> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for await (const part of through(bytes, new DecompressionStream('deflate'))) {
      size += part.byteLength;
      if (size > largestFile * 1_000_000) break;
      parts.push(part);
    }
  } catch {
    throw notAModel('what the picture holds inside is damaged and cannot be unpacked');
  }
  if (size > largestFile * 1_000_000)
    throw notAModel(`what the picture holds inside unpacks to more than ${largestFile} MB`);
  return new Blob(parts);
};
