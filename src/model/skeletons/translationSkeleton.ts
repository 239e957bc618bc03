import { arrowsOf } from '../arrows.ts';
import { pathOf } from '../codeOf.ts';
import type { Board, CodeFile, Definition, DefinitionOf } from '../definitions.ts';
import { quoted, typeName } from '../typeText.ts';
import { dataLiteral, type Source } from './dataLiteral.ts';
import { functionHead } from './functionHead.ts';

type Event = DefinitionOf<'event'>;

/** The code that a policy begins with as a translation. */
export const translationSkeletonOf = (board: Board, policy: DefinitionOf<'policy'>): CodeFile[] => [
  {
    path: pathOf(policy),
    text: translationText(
      policy,
      arrowsOf(board).into(policy.id, 'event'),
      arrowsOf(board).outOf(policy.id, 'event')[0],
    ),
  },
];

/** Working code: each private event becomes the first public one, its fields taken over by their names. */
export const translationText = (policy: Definition, events: Event[], published: Event | undefined): string => {
  const name = typeName(policy.name);
  const [heard, made] = [`${name}Event`, `${name}PublicEvent`];
  const parameter = events.length > 0 && published ? 'event' : '_event';
  const head = functionHead('translate', [`${parameter}: ${heard}`], `${made} | undefined`);
  const cases = events.map((event) => caseText(event, published));
  const body = parameter === 'event' ? `{\n  switch (event.type) {\n${cases.join('')}  }\n}` : 'undefined';
  return `import type { ${heard}, ${made} } from '#model';

/** What other contexts are told. It reads the private event, which may change; what it writes is a promise to others. */
${head} => ${body};
`;
};

const caseText = (event: Event, published: Event | undefined): string => {
  if (!published) return '';
  const sources: Source[] = [{ expression: 'event.data', fields: event.fields, mayBeMissing: false }];
  const data = dataLiteral(published.fields, sources, 'event.metadata.recordedAt', '        ');
  return [
    `    case ${quoted(event.name)}:`,
    '      return {',
    `        type: ${quoted(published.name)},`,
    `        data: ${data},`,
    '      };\n',
  ].join('\n');
};
