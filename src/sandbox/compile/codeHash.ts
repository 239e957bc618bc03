/**
 * A short name for a version of somebody's code: two 32-bit FNV-1a hashes with different starts, as 16 hex digits.
 * Not for security; `crypto.subtle` is missing on insecure origins and is asynchronous.
 */
export const codeHash = (files: { path: string; text: string }[]): string => {
  const text = files.map((file) => `${file.path}\n${file.text}`).join('\n\u0000');
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
};

const hash = (text: string, start: number): string => {
  let value = start;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
};
