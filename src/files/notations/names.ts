import { inOneLine } from '../document/escaping.ts';

const longestName = 160;

/** A name as notes bear them: one line, not endless. Empty where the value is no name. */
export const nameFrom = (value: unknown): string => {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const name = inOneLine(String(value).slice(0, 10 * longestName));
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
};

/** `Shopping cart` → `shopping-cart` */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-')
    .slice(0, 80) ?? 'unnamed';

/** `shop.emlang.yaml` → `Shop` */
export const modelNameFrom = (fileName: string): string => {
  const stem = nameFrom(fileName.replace(/\..*$/u, '').replace(/[-_]+/gu, ' '));
  return stem === '' ? 'Imported model' : stem.slice(0, 1).toUpperCase() + stem.slice(1);
};

/** The same text, the same answer; no secret, only short. */
export const fingerprintOf = (text: string): string => {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
};
