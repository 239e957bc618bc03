import { visibleText } from '#model';
import type { ModelFile } from './ModelFile.ts';

/** More of them are counted, not named. */
const mostNamed = 3;

/** Names of a file that are not what they look like, in a remark; undefined where there are none. */
export const deceivingNames = ({ name, definitions, specifications, views = [] }: ModelFile): string | undefined => {
  const names = [name, ...[...definitions, ...specifications, ...views].map((record) => record.name)];
  const deceiving = [...new Set(names.map((one) => [one, visibleText(one)] as const))]
    .filter(([one, visible]) => one !== visible)
    .map(([, visible]) => `“${visible}”`);
  if (deceiving.length === 0) return undefined;
  const more = deceiving.length - mostNamed;
  const shown = deceiving.slice(0, mostNamed).join(', ') + (more > 0 ? `, and ${more} more` : '');
  return `Look closely: characters that one does not see change how names look. Here they are shown: ${shown}.`;
};
