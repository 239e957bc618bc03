import { ModelFileError, notAModel } from '../ModelFileError.ts';
import { packed, unpackedUpTo } from '../packing.ts';
import { largestFile } from '../readModelFile.ts';
import { crc32 } from './crc32.ts';
import { noModelInside } from './noModelInside.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A part of a PNG: `start` is where its data starts. */
type Chunk = { type: string; start: number; length: number };

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Length and type before the data of a chunk, and its check sum after. */
const [headSize, tailSize] = [8, 4];

/** No picture has as many; a file of nothing but empty chunks is given up here. */
const mostChunks = 100_000;

const keyword = 'replayground';

/** In zlib's format, as PNG keeps texts. */
const packing = 'deflate';

const isPng = (bytes: Uint8Array): boolean => signature.every((byte, at) => bytes[at] === byte);

const viewOf = (bytes: Bytes): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** One chunk after the other, up to the last. Throws where one says that it is longer than the file. */
function* chunksOf(bytes: Bytes): Generator<Chunk> {
  const view = viewOf(bytes);
  let at = signature.length;
  for (let count = 0; count < mostChunks; count += 1) {
    if (at + headSize > bytes.length) throw notAModel('the picture ends in the middle, a part of the file is missing');
    const length = view.getUint32(at);
    const type = latin(bytes.subarray(at + 4, at + headSize));
    const start = at + headSize;
    const left = bytes.length - start - tailSize;
    if (length > left)
      throw notAModel(
        `the picture's part ${JSON.stringify(type)} at byte ${at} says that it has ${length.toLocaleString('en')} bytes, ` +
          `and the file has ${Math.max(0, left).toLocaleString('en')} left`,
      );
    yield { type, start, length };
    if (type === 'IEND') return;
    at = start + length + tailSize;
  }
  throw notAModel(`the picture has more than ${mostChunks.toLocaleString('en')} parts`);
}

const chunkOf = (type: string, data: Uint8Array): Bytes => {
  const chunk = new Uint8Array(headSize + data.length + tailSize);
  const view = viewOf(chunk);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, headSize);
  view.setUint32(headSize + data.length, crc32(chunk.subarray(4, headSize + data.length)));
  return chunk;
};

/** Keyword, that it is compressed and how, and no language: then the text. */
const textHead = new TextEncoder().encode(`${keyword}\0\u0001\0\0\0`);

/** The picture with the text of a model inside, where programs that show pictures pass over it. */
export const withModelInPng = async (picture: Blob, model: Blob): Promise<Blob> => {
  const [png, text] = [new Uint8Array(await picture.arrayBuffer()), await packed(model, packing)];
  const data = new Uint8Array(textHead.length + text.length);
  data.set(textHead);
  data.set(text, textHead.length);
  const [header] = chunksOf(png);
  if (!header) throw new Error('A PNG has a first chunk.');
  const end = header.start + header.length + tailSize;
  return new Blob([png.subarray(0, end), chunkOf('iTXt', data), png.subarray(end)], { type: 'image/png' });
};

/** Where the text starts in a chunk that is ours, and whether it is compressed; null in one that is not. */
const ourText = (data: Bytes): { text: Bytes; isCompressed: boolean } | null => {
  const head = latin(data.subarray(0, keyword.length + 1));
  if (head !== `${keyword}\0`) return null;
  const flag = data[keyword.length + 1];
  const language = data.indexOf(0, keyword.length + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) throw notAModel('what the picture holds inside is damaged');
  return { text: data.subarray(translated + 1), isCompressed: flag === 1 };
};

const hasRightSum = (bytes: Bytes, { start, length }: Chunk): boolean =>
  viewOf(bytes).getUint32(start + length) === crc32(bytes.subarray(start - 4, start + length));

/** Never larger than a file that can be opened. Throws `ModelFileError` there, and where it is nothing of zlib's. */
const unpacked = async (bytes: Bytes): Promise<string> => {
  const blob = await unpackedUpTo(bytes, packing, largestFile * 1_000_000).catch(() => {
    throw notAModel('what the picture holds inside is damaged and cannot be unpacked');
  });
  if (!blob) throw notAModel(`what the picture holds inside unpacks to more than ${largestFile} MB`);
  return blob.text();
};

/** The text of the model that a PNG holds inside. Throws `ModelFileError` where it holds none, or none that is whole. */
export const modelInPng = async (bytes: Bytes): Promise<string> => {
  if (!isPng(bytes)) throw notAModel('it has the name of a PNG, and is none');
  for (const chunk of chunksOf(bytes)) {
    if (chunk.type !== 'iTXt') continue;
    const ours = ourText(bytes.subarray(chunk.start, chunk.start + chunk.length));
    if (!ours) continue;
    if (!hasRightSum(bytes, chunk))
      throw new ModelFileError(
        'The model inside this picture is damaged: its check sum is another one. Ask for the picture again. Your open model is unchanged.',
      );
    return ours.isCompressed ? unpacked(ours.text) : new TextDecoder().decode(ours.text);
  }
  throw noModelInside();
};
