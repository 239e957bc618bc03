import type { Definition } from './definitions.ts';
import { isProcessCode, processCategoryOf } from './processes/isProcess.ts';
import { categoryOf } from './streamNames.ts';

/** The decider or process manager whose state a stream makes, whether or not its code runs. */
export const ownerOfStream = (definitions: readonly Definition[], stream: string): Definition | undefined => {
  const category = categoryOf(stream);
  return definitions.find((definition) => categoryOwnedBy(definition, definitions) === category);
};

const categoryOwnedBy = (definition: Definition, all: readonly Definition[]): string | undefined => {
  if (definition.kind === 'decider') return definition.category;
  if (definition.kind !== 'policy') return undefined;
  return isProcessCode(definition.code) ? processCategoryOf(definition, all) : definition.category;
};
