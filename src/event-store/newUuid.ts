/**
 * A time-ordered UUID (version 7, RFC 9562): ids made later sort later, which keeps an index of them compact. Made by
 * hand, as `crypto.randomUUID` is missing on an insecure origin.
 */
export const newUuid = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const milliseconds = Date.now();
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32));
  view.setUint32(2, milliseconds % 2 ** 32);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return Array.from(bytes, (byte, index) => (dashedBefore.has(index) ? '-' : '') + byteTexts[byte]).join('');
};

const dashedBefore = new Set([4, 6, 8, 10]);
const byteTexts = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
