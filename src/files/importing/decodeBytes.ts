import { EventFileError } from './EventFileError.ts';

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** Text in UTF-16 without a mark has a zero in every other byte, as far as it is Latin. */
const zerosAt = (bytes: Uint8Array, odd: 0 | 1): boolean => {
  const head = bytes.subarray(0, 200);
  let zeros = 0;
  for (let at = odd; at < head.length; at += 2) if (head[at] === 0) zeros += 1;
  return head.length > 3 && zeros > head.length / 3;
};

const encodingOf = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe) || zerosAt(bytes, 1)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff) || zerosAt(bytes, 0)) return 'utf-16be';
  return 'utf-8';
};

/**
 * The text of a file, whichever of the usual encodings it was saved in. What is no UTF-8 is taken for Windows-1252, the
 * encoding of older spreadsheets, with a remark.
 */
export const decodeBytes = (bytes: Uint8Array): { text: string; remark?: string } => {
  const encoding = encodingOf(bytes);
  const decoded = decodeAs(encoding, bytes);
  const text = decoded ?? new TextDecoder('windows-1252').decode(bytes);
  if (text.slice(0, 100_000).includes('\u0000')) throw new EventFileError('it is no text');
  if (decoded === null)
    return { text, remark: 'The file is not in UTF-8 and was read as Windows-1252: look at letters such as é and ß.' };
  return encoding === 'utf-8' ? { text } : { text, remark: `The file is in ${encoding.toUpperCase()}.` };
};

const decodeAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
