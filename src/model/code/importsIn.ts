import { isName, isSign } from './functionsIn.ts';
import type { CodeToken } from './scanCode.ts';

/** The texts that say where code imports from: `from '…'`, `import '…'` and `import('…')`. */
export const importsIn = (tokens: readonly CodeToken[]): CodeToken[] =>
  tokens.filter(
    ({ kind }, at) =>
      kind === 'string' &&
      (isName(tokens[at - 1], 'from', 'import') || (isSign(tokens[at - 1], '(') && isName(tokens[at - 2], 'import'))),
  );
