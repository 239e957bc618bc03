/**
 * A time-ordered UUID (version 7, RFC 9562): ids made later sort later, which keeps an index of them compact. Made by
 * hand, as `crypto.randomUUID` is missing on an insecure origin.
 */
export const newUuid = (): string => {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = randomDigits(19);
  // The variant is the two bits 10, so one of the digits 8 to b.
  const variant = ((Number.parseInt(random[3] ?? '0', 16) & 3) | 8).toString(16);
  const tail = random.slice(4, 7);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${tail}-${random.slice(7)}`;
};

/** Fetched in bulk, as asking for few bytes costs as much as for many. */
let pool = '';

const randomDigits = (count: number): string => {
  if (pool.length < count) {
    pool = Array.from(crypto.getRandomValues(new Uint8Array(1024)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
  }
  const digits = pool.slice(0, count);
  pool = pool.slice(count);
  return digits;
};
