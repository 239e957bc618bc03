import { arrowsOf, type Board } from '#model';
import { asMarkdown } from './escaping.ts';
import { flowsOf, namesOf } from './flows.ts';
import { glossaryOf } from './glossary.ts';
import { offTheWall } from './offTheWall.ts';
import { flowchartsOf } from './partsOfChart.ts';
import { specificationText } from './specificationText.ts';

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [`## ${title}`, '', ...lines, ''] : [];

const specificationsOf = (board: Board): string[] => {
  const all = Object.values(board.specifications);
  return Object.values(board.definitions).flatMap(({ id, name }) => {
    const own = all.filter(({ definitionId }) => definitionId === id);
    if (own.length === 0) return [];
    return [
      `### Specifications of ${asMarkdown(name)}`,
      '',
      ...own.flatMap((one) => [`#### ${asMarkdown(one.name)}`, '', ...specificationText(one), '']),
    ];
  });
};

const diagramsOf = (board: Board): string[] => {
  if (arrowsOf(board).placed.length === 0) return [];
  const charts = flowchartsOf(board);
  return charts.flatMap((chart, index) => [
    ...(charts.length > 1 ? [`### Part ${index + 1} of ${charts.length}`, ''] : []),
    ...['```mermaid', chart, '```', ''],
  ]);
};

/**
 * A model as Markdown for a wiki or a repository: a diagram, who tells whom, every message with its fields, and what is
 * specified. In the board's order, so that a change of the model is a small change of the text; whatever people have
 * typed is escaped.
 */
export const documentOf = (board: Board): string => {
  const absent = namesOf(offTheWall(board));
  const lines = [
    `# ${asMarkdown(board.name) || 'Model'}`,
    '',
    ...section('Diagram', diagramsOf(board)),
    ...section('Flows', flowsOf(board)),
    ...glossaryOf(board),
    ...section('Specifications', specificationsOf(board)),
    ...section('Not on the wall', absent === '' ? [] : [absent]),
  ];
  return `${lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()}\n`;
};
