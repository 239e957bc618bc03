import { codeThatDefines } from '../code/codeThatDefines.ts';
import type { Definition } from '../definitions.ts';
import { categoryFrom } from '../naming.ts';

/** A policy whose code says which of its streams an event goes to keeps state: it is a process manager. */
export const isProcessCode = codeThatDefines('getWorkflowId');

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
