import { ModelFileError } from '../ModelFileError.ts';
import { packed, unpackedUpTo } from '../packing.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

const linkFormat = 1;

const packing = 'deflate-raw';

/** Characters that the most lenient browser takes for an address, with room for what stands before the hash. */
const longestHash = 2_000_000;

/** In megabytes, what a link may unpack to: far more than a model that a person made and put into a link. */
const largestModel = 10;

/**
 * `#model=1.8300.<8300 characters>.end`: the format, how many characters follow, and the model, deflated. The length
 * tells a link that was cut on its way; the end keeps its last letter from being taken for the end of a sentence.
 */
const shape = /^#model=(\d{1,4})\.(\d{1,8})\.(.*)$/s;

export const isModelHash = (hash: string): boolean => hash.startsWith('#model=');

/** The hash of a link that holds a whole model; null where it would be longer than any browser opens. */
export const hashOfModel = async (file: Blob): Promise<string | null> => {
  if (file.size > largestModel * 1_000_000) return null;
  const compact = new Blob([JSON.stringify(JSON.parse(await file.text()))]);
  const text = toBase64url(await packed(compact, packing));
  const hash = `#model=${linkFormat}.${text.length}.${text}.end`;
  return hash.length > longestHash ? null : hash;
};

/**
 * The text of the model in a link's hash, which anybody may have written: it is unpacked as far as a model may be large,
 * and not read as one yet. Rejects with a `ModelFileError` that says what happened to the link.
 */
export const textOfModelHash = async (hash: string): Promise<string> => {
  if (hash.length > longestHash) throw brokenLink(`it has more than ${inWords(longestHash)} characters`);
  const [, format = '', length = '', rest = ''] = shape.exec(hash) ?? [];
  if (format === '') throw brokenLink('its beginning is not that of a model');
  if (Number(format) !== linkFormat) throw newerLink(format);
  return unpacked(packedIn(rest, Number(length)));
};

const packedIn = (rest: string, length: number): string => {
  if (rest.length < length)
    throw brokenLink(
      `only ${inWords(rest.length)} of its ${inWords(length)} characters have arrived. ` +
        'Something cut it on the way; ask for the model as a file',
    );
  if (!rest.startsWith('.end', length)) throw brokenLink('it does not end where it says');
  return rest.slice(0, length);
};

const unpacked = async (text: string): Promise<string> => {
  const bytes = fromBase64url(text);
  if (!bytes) throw brokenLink('it has characters that no such link has');
  const blob = await unpackedUpTo(bytes, packing, largestModel * 1_000_000).catch(() => {
    throw brokenLink('it cannot be unpacked');
  });
  if (!blob) throw brokenLink(`it unpacks to more than ${largestModel} MB`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await blob.arrayBuffer());
  } catch {
    throw brokenLink('what it unpacks to is not text');
  }
};

const inWords = (count: number): string => count.toLocaleString('en');

const brokenLink = (reason: string): ModelFileError =>
  new ModelFileError(`This link does not hold a whole model: ${reason}. Nothing was opened.`);

const newerLink = (format: string): ModelFileError =>
  new ModelFileError(
    `This link has format ${format}; this version reads format ${linkFormat}. ` +
      'Reload to update the app, or ask for the model as a file. Nothing was opened.',
  );
