import { bytesUpTo } from '../bytesUpTo.ts';
import { inSips } from '../inSips.ts';
import { notAModel } from '../ModelFileError.ts';
import { largestFile } from '../readModelFile.ts';

/** In zlib's format, as PNG keeps texts. */
export const deflated = async (text: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(text.stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer());

const unpacked = async (bytes: Uint8Array<ArrayBuffer>): Promise<Blob | null> => {
  try {
    return await bytesUpTo(inSips(bytes).pipeThrough(new DecompressionStream('deflate')), largestFile * 1_000_000);
  } catch {
    throw notAModel('what the picture holds inside is damaged and cannot be unpacked');
  }
};

/**
 * The bytes again. What would grow beyond the size of a file that can be opened is given up at that size, however much
 * more there is. Throws `ModelFileError` there, and where they are none of zlib's.
 */
export const inflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Blob> => {
  const blob = await unpacked(bytes);
  if (!blob) throw notAModel(`what the picture holds inside unpacks to more than ${largestFile} MB`);
  return blob;
};
