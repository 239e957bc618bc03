/** So many bytes at once can be arguments of a function in every browser. */
const slice = 8_192;

/** Bytes in letters that pass through an address, and through what finds addresses in a text, as they are. */
export const toBase64url = (bytes: Uint8Array): string => {
  let binary = '';
  for (let start = 0; start < bytes.length; start += slice)
    binary += String.fromCharCode(...bytes.subarray(start, start + slice));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** Null where the text is not of that alphabet, or ends in the middle of a byte. */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> | null => {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
};
