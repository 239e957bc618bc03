/** FNV-1a over 128 bits: offset and prime from RFC 9923. */
const offset = 0x6c62272e07bb014262b821756295c58dn;
const prime = 0x0000000001000000000000000000013bn;
const mask = (1n << 128n) - 1n;

/**
 * The id of a policy's nth command in answer to an event: the same delivery twice makes the same ids, so that the second
 * one changes nothing.
 */
export const policyCommandId = (policyId: string, eventId: string, number: number): string => {
  let hash = offset;
  for (const byte of new TextEncoder().encode(JSON.stringify([policyId, eventId, number])))
    hash = ((hash ^ BigInt(byte)) * prime) & mask;
  return hash.toString(16).padStart(32, '0');
};
