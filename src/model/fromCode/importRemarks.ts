import { importsIn } from '../code/importsIn.ts';
import type { CodeToken } from '../code/scanCode.ts';
import { textOf } from '../code/textOf.ts';
import { typesModule } from '../typesOf.ts';

/** What stands in for a package, so that code written with it runs here. */
const known = new Set([typesModule, '@event-driven-io/emmett', 'emmett']);

/** What the code imports and will not find here. */
export const importRemarks = (tokens: readonly CodeToken[]): string[] => {
  const imported = importsIn(tokens)
    .map(textOf)
    .filter((specifier) => !known.has(specifier));
  return [...new Set(imported)].map((specifier) =>
    specifier.startsWith('.')
      ? `It imports ${specifier}: add that file beside it in the code pane.`
      : `It imports ${specifier}, which is not there: code here has no packages.`,
  );
};
