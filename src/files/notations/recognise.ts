/** Notations that a model can be read from. */
export type ReadableNotation = 'emlang' | 'event-modeling';

const isYamlName = (name: string): boolean => /\.(?:ya?ml|emlang)$/iu.test(name);

/** The keys of the outermost object of a JSON text that may be cut off, or of the first one in its list. */
const outermostKeys = (head: string): string[] => {
  const outermost = /^\[\s*\{/u.test(head) ? 2 : 1;
  const keys: string[] = [];
  let depth = 0;
  for (const [piece, colon] of head.matchAll(/"(?:[^"\\]|\\.)*(?:"(\s*:)?)?|[[\]{}]/gsu)) {
    if (piece === '{' || piece === '[') depth += 1;
    else if (piece === '}' || piece === ']') depth -= 1;
    else if (colon && depth === outermost) keys.push(piece.slice(1, piece.lastIndexOf('"')));
    if (piece === '}' && depth < outermost) break;
  }
  return keys;
};

const partsOfSlice = ['commands', 'events', 'readmodels', 'screens', 'processors', 'sliceType'];

/** A specification, a list of slices or a single one; neither a model of ours nor recorded events that have some. */
const hasSlices = (head: string): boolean => {
  if (!/^(?:\{|\[\s*\{)/u.test(head)) return false;
  const keys = outermostKeys(head);
  if (keys.includes('specversion') || /"format"\s*:\s*"replayground"/u.test(head)) return false;
  return keys.includes('slices') ? head.startsWith('{') : partsOfSlice.filter((part) => keys.includes(part)).length > 2;
};

const isYamlOfSlices = (head: string): boolean => /^(?:slices|flows)\s*:/mu.test(head) && !/^[[{]/u.test(head);

/** The notation that a file is in, by its name and the beginning of its text; undefined where it is another file. */
export const notationOf = (name: string, head: string): ReadableNotation | undefined => {
  const text = head.replace(/^\uFEFF/u, '').trimStart();
  if (!/\.(?:jsonl|ndjson|jsonlines|csv|tsv)$/iu.test(name) && hasSlices(text)) return 'event-modeling';
  return isYamlName(name) || (!/\.\w+$/u.test(name) || /\.txt$/iu.test(name) ? isYamlOfSlices(text) : false)
    ? 'emlang'
    : undefined;
};
