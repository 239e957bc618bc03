import type { CodeFile, Definition } from '../definitions.ts';
import { categoryFrom } from '../naming.ts';

const known = new WeakMap<CodeFile, boolean>();

/** A policy whose code says which of its streams an event goes to keeps state: it is a process manager. */
export const isProcessCode = (code: readonly CodeFile[]): boolean =>
  code.some((file) => {
    const isOne = known.get(file) ?? definesWorkflowId(file.text);
    known.set(file, isOne);
    return isOne;
  });

const commentsAndTexts = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/gu;
/** `const getWorkflowId =`, `function getWorkflowId(`, `{ getWorkflowId }`, `{ getWorkflowId(input) {`. A call is none. */
const definition = /\b(?:const|let|function)\s+getWorkflowId\b|[{,]\s*getWorkflowId\s*[:,}(]/u;

/** Without the scanner of code: the first sight of the wall asks for it. */
const definesWorkflowId = (text: string): boolean =>
  text.includes('getWorkflowId') && definition.test(text.replace(commentsAndTexts, ''));

type Policy = Extract<Definition, { kind: 'policy' }>;

/**
 * The category of a process manager's streams: the one that it was given, else made of its name. Never that of a
 * decider, whose streams it would write into.
 */
export const processCategoryOf = (policy: Policy, definitions: Iterable<Definition>): string => {
  if (policy.category) return policy.category;
  const own = categoryFrom(policy.name);
  for (const other of definitions) if (other.kind === 'decider' && other.category === own) return `${own}Process`;
  return own;
};
