import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseAllDocuments } from 'yaml';
import { ModelFileError, notAModel } from '../../ModelFileError.ts';

/** A map keeps its entries in order, also those whose key is there twice. */
export type YamlMap = { entries: [key: string, value: Yaml][] };
export type Yaml = null | boolean | number | string | Yaml[] | YamlMap;

export const isYamlMap = (value: Yaml | undefined): value is YamlMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In characters. Of this length the parser takes less than a second. */
const longestText = 250_000;
const deepestNesting = 60;
/** Aliases repeat what they stand for: a few lines can be written that would become millions of values. */
const mostValues = 200_000;

const tooDeep = () => notAModel(`lists and maps are nested deeper than ${deepestNesting} levels`);

/**
 * The parser is recursive and dies of depth, so that depth is counted before it begins: brackets, dashes in front of
 * each other, and indentation. Counted too high rather than too low, since brackets in texts count as well.
 */
const refuseDeep = (text: string): void => {
  let brackets = 0;
  for (const line of text.split('\n')) {
    const lead = /^[ \t]*(?:[-?:][ \t]+)*/u.exec(line)?.[0] ?? '';
    if (lead.length > 4 * deepestNesting || lead.replace(/[ \t]/gu, '').length > deepestNesting) throw tooDeep();
    if ((line.match(/(?:^|\s)[-?:](?=\s)/gu)?.length ?? 0) > 4 * deepestNesting) throw tooDeep();
    for (const bracket of line.match(/[[\]{}]/gu) ?? []) {
      brackets = Math.max(0, brackets + (bracket === '[' || bracket === '{' ? 1 : -1));
      if (brackets > deepestNesting) throw tooDeep();
    }
  }
};

const scalarOf = (value: unknown): Yaml => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : String(value);
};

const keyOf = ({ key }: Pair): string => {
  const plain = isScalar(key) ? scalarOf(key.value) : null;
  return plain === null || typeof plain === 'object' ? '' : String(plain);
};

const readDocument = (document: Document, budget: { left: number }) => {
  // Asked for what it stands for, an alias would search the whole document each time.
  const anchors = new Map<string, unknown>();
  const read = (node: unknown, depth: number): Yaml => {
    budget.left -= 1;
    if (budget.left < 0) throw notAModel(`it has more than ${mostValues.toLocaleString('en')} values`);
    if (depth > deepestNesting) throw tooDeep();
    if (isAlias(node)) return read(anchors.get(node.source), depth + 1);
    if ((isScalar(node) || isSeq(node) || isMap(node)) && node.anchor) anchors.set(node.anchor, node);
    if (isScalar(node)) return scalarOf(node.value);
    if (isSeq(node)) return node.items.map((item) => read(item, depth + 1));
    if (isMap(node)) return { entries: node.items.map((pair) => [keyOf(pair), read(pair.value, depth + 1)]) };
    return null;
  };
  return read(document.contents, 0);
};

/**
 * The documents of a YAML text, and the first few places where it is none. Throws `ModelFileError` where it is too long,
 * too deep, or repeats itself too often.
 */
export const yamlIn = (text: string): { documents: Yaml[]; problems: string[] } => {
  if (text.length > longestText)
    throw notAModel(`it has more than ${longestText.toLocaleString('en')} characters, which is a lot of YAML`);
  refuseDeep(text);
  const lineCounter = new LineCounter();
  try {
    const parsed = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent', lineCounter });
    const documents: Document[] = Array.isArray(parsed) ? parsed : [];
    const budget = { left: mostValues };
    const errors = documents.flatMap((document) => document.errors);
    return {
      documents: documents.map((document) => readDocument(document, budget)),
      problems: errors.slice(0, 5).map(({ pos, message }) => {
        const [reason = ''] = message.split(/ at line|\n/u);
        return `Line ${lineCounter.linePos(pos[0]).line} is not YAML: ${reason}.`;
      }),
    };
  } catch (error) {
    if (error instanceof ModelFileError) throw error;
    throw notAModel('it cannot be read as YAML');
  }
};
