import type { Advice } from '#model';

const found = new WeakMap<readonly Advice[], ReadonlyMap<string, string>>();

const byDefinition = (advice: readonly Advice[]): ReadonlyMap<string, string> => {
  const messages = new Map<string, string>();
  for (const { severity, definitionId, message } of advice) {
    if (severity !== 'warning') continue;
    const before = messages.get(definitionId);
    messages.set(definitionId, before === undefined ? message : `${before} ${message}`);
  }
  return messages;
};

/** What the coach warns of at a definition, as one text; empty where it has no warning. Sorted out once for all notes. */
export const warningAt = (advice: readonly Advice[], definitionId: string): string => {
  const messages = found.get(advice) ?? byDefinition(advice);
  found.set(advice, messages);
  return messages.get(definitionId) ?? '';
};
