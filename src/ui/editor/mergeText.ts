/** Where something was changed: the first `start` items are the same, and `removed` of the old became `inserted`. */
export type Change<Items> = { start: number; removed: number; inserted: Items };

/**
 * The smallest single replacement that makes `to` of `from` (two texts, or two lists of lines): what lies around it
 * keeps its place, and a cursor there stays where it was.
 */
export const changeBetween = <Items extends string | string[]>(from: Items, to: Items): Change<Items> => {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < shorter - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  return { start, removed: from.length - start - end, inserted: to.slice(start, to.length - end) as Items };
};

/** Both changes of one text where they lie on different lines; null where they meet. */
export const mergeTexts = (base: string, mine: string, theirs: string): string | null => {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const lines = base.split('\n');
  const myChange = changeBetween(lines, mine.split('\n'));
  const theirChange = changeBetween(lines, theirs.split('\n'));
  const [first, second] = myChange.start <= theirChange.start ? [myChange, theirChange] : [theirChange, myChange];
  if (first.start + first.removed >= second.start) return null;
  return [
    ...lines.slice(0, first.start),
    ...first.inserted,
    ...lines.slice(first.start + first.removed, second.start),
    ...second.inserted,
    ...lines.slice(second.start + second.removed),
  ].join('\n');
};
