/** Names that Windows keeps for devices, whatever stands behind the dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
const longest = 60;

/** A part of a path that leads nowhere else, on any system. */
const safePart = (part: string): string => {
  const safe = part.replace(/[^\p{L}\p{N}_.-]/gu, '_').replace(/^\.+|\.+$/gu, '_');
  return safe === '' || device.test(safe) ? `_${safe}` : safe;
};

/** The path of a file of code: as it was typed where that is harmless. Files may come from anybody. */
export const safePath = (path: string): string => {
  const safe = path.split('/').map(safePart).join('/');
  return safe.endsWith('.ts') ? safe : `${safe}.ts`;
};

/** Gives each name once, also where file systems do not tell small letters from large ones. */
export const namesOnce = () => {
  const taken = new Set<string>();
  return (wanted: string): string => {
    const name = safePart(wanted.slice(0, longest));
    let once = name;
    for (let number = 2; taken.has(once.toLowerCase()); number += 1) once = `${name}${number}`;
    taken.add(once.toLowerCase());
    return once;
  };
};

/** Letters, digits and `_` of ASCII alone, in small letters: for tables and packages. */
export const asciiName = (name: string, separator: '-' | '_'): string =>
  name
    .normalize('NFKD')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[a-z0-9]+/gu)
    ?.join(separator)
    .slice(0, 40) ?? 'model';
