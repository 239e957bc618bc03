import { bytesUpTo } from './bytesUpTo.ts';
import { inSips } from './inSips.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export const packed = async (text: Blob, format: CompressionFormat): Promise<Bytes> =>
  new Uint8Array(await new Response(text.stream().pipeThrough(new CompressionStream(format))).arrayBuffer());

/**
 * The bytes again, as far as they are no more than `most`: null where they are, which is found at that size, however much
 * more there is. Rejects where they are not of the format.
 */
export const unpackedUpTo = (bytes: Bytes, format: CompressionFormat, most: number): Promise<Blob | null> =>
  bytesUpTo(inSips(bytes).pipeThrough(new DecompressionStream(format)), most);
