import type { CodePlace } from '../Sandbox.ts';
import type { LineRange } from './linkModel.ts';

/** What a function may also be called. */
const otherNames: { [phase: string]: string } = { evolve: 'when', initialState: 'getInitialState' };

const definitionOf = (phase: string): RegExp => {
  const names = [phase, otherNames[phase]].filter((name) => name !== undefined).join('|');
  return new RegExp(`\\b(?:function|const|let)\\s+(?:${names})\\b|\\b(?:${names})\\s*[:(]`);
};

/**
 * Where the function that ran is written: for what has no stack of its own, such as a function that returned nothing.
 * The first line of the module where it cannot be found.
 */
export const placeOfPhase = (moduleId: string, phase: string, ranges: LineRange[]): CodePlace | undefined => {
  const own = ranges.filter((range) => range.moduleId === moduleId);
  const definition = definitionOf(phase.replace(/\W/g, ''));
  for (const { path, text } of own) {
    const line = text.split('\n').findIndex((content) => definition.test(content));
    if (line >= 0) return { moduleId, file: path, line: line + 1 };
  }
  const [entry] = own;
  return entry && { moduleId, file: entry.path, line: 1 };
};
