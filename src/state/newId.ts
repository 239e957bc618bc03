const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * A time-ordered UUID (version 7 of RFC 9562). `crypto.randomUUID` is missing on insecure origins, `getRandomValues`
 * is not.
 */
export const newId = (now: number = Date.now()): string => {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const byte = (index: number): number => random[index] ?? 0;
  const time = hex(now, 12);
  const version = `7${hex(byte(0) & 0x0f, 1)}${hex(byte(1), 2)}`;
  const variant = `${hex((byte(2) & 0x3f) | 0x80, 2)}${hex(byte(3), 2)}`;
  const node = Array.from(random.subarray(4), (value) => hex(value, 2)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${node}`;
};
