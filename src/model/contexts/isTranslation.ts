import { codeThatDefines } from '../code/codeThatDefines.ts';
import type { CodeFile, Definition } from '../definitions.ts';
import { isProcessCode } from '../processes/isProcess.ts';

const translates = codeThatDefines('translate');
const reacts = codeThatDefines('react');

/** A policy whose code makes public events of what it hears is a translation; whatever else it does is its own affair. */
export const isTranslationCode = (code: readonly CodeFile[]): boolean =>
  translates(code) && !reacts(code) && !isProcessCode(code);

/** A process manager keeps facts of its own, as a decider does, and a translation publishes some. */
export const makesEvents = (definition: Definition): boolean =>
  definition.kind === 'policy' && (isProcessCode(definition.code) || isTranslationCode(definition.code));
