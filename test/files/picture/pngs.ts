import { crc32, deflateSync } from 'node:zlib';

/** A chunk as the standard has it; `lies` replaces what it truly is. */
export const pngChunk = (type: string, data: Uint8Array, lies: { length?: number; sum?: number } = {}): Buffer => {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  length.writeUInt32BE(lies.length ?? data.length);
  sum.writeUInt32BE(lies.sum ?? crc32(named));
  return Buffer.concat([length, named, sum]);
};

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One grey pixel. */
const header = pngChunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
const pixels = pngChunk('IDAT', deflateSync(Buffer.from([0, 128])));
const end = pngChunk('IEND', Buffer.alloc(0));

/** A picture of one pixel, with further chunks between its header and its pixels. */
export const aPng = (...chunks: Buffer[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([signature, header, ...chunks, pixels, end]));

/** The chunk that holds a model; `flag` says whether it is compressed. */
export const modelChunk = (text: Uint8Array, flag: 0 | 1, lies?: Parameters<typeof pngChunk>[2]): Buffer =>
  pngChunk(
    'iTXt',
    Buffer.concat([Buffer.from(`replayground\0${String.fromCharCode(flag)}\0\0\0`, 'latin1'), text]),
    lies,
  );
