/** Notations that a model can be read from. */
export type ReadableNotation = 'emlang' | 'event-modeling';

const isYamlName = (name: string): boolean => /\.(?:ya?ml|emlang)$/iu.test(name);

/** The first list is one of slices; neither a model of ours nor an event whose data has some. */
const hasSlices = (head: string): boolean =>
  /^\{[^[]*"slices"\s*:\s*\[/u.test(head) && !/"format"\s*:\s*"replayground"|"specversion"\s*:/u.test(head);

const isYamlOfSlices = (head: string): boolean => /^(?:slices|flows)\s*:/mu.test(head) && !/^[[{]/u.test(head);

/** The notation that a file is in, by its name and the beginning of its text; undefined where it is another file. */
export const notationOf = (name: string, head: string): ReadableNotation | undefined => {
  const text = head.replace(/^\uFEFF/u, '').trimStart();
  if (!/\.(?:jsonl|ndjson|jsonlines|csv|tsv)$/iu.test(name) && hasSlices(text)) return 'event-modeling';
  return isYamlName(name) || (!/\.\w+$/u.test(name) || /\.txt$/iu.test(name) ? isYamlOfSlices(text) : false)
    ? 'emlang'
    : undefined;
};
