import type { Json, PolicyOutput, Specification, SpecificationMessage } from '#model';
import { asCode, asMarkdown } from './escaping.ts';

const withData = (data: Json): string =>
  typeof data === 'object' && data !== null && Object.keys(data).length === 0 ? '' : ` ${asCode(JSON.stringify(data))}`;

const messageText = ({ type, data }: SpecificationMessage): string => `**${asMarkdown(type)}**${withData(data)}`;

const outputText = (output: PolicyOutput): string => {
  switch (output.action) {
    case 'complete':
      return 'complete';
    case 'cancel':
      return `cancel **${asMarkdown(output.type)}**`;
    case 'schedule':
      return `schedule ${messageText(output)} for ${asCode(output.dueAt)}`;
    default:
      return `${output.action} ${messageText(output)}`;
  }
};

const expectedOf = ({ then }: Specification): string[] => {
  switch (then.kind) {
    case 'events':
      return then.events.map(messageText);
    case 'refused':
      return [then.message === '' ? 'refused' : `refused: ${asMarkdown(then.message)}`];
    case 'documents':
      return then.documents.map(({ documentId, document }) => `${asCode(documentId)}${withData(document)}`);
    case 'outputs':
      return then.outputs.map(outputText);
  }
};

const nothingWord = { decider: 'nothing is recorded', 'read-model': 'there is no document', policy: 'nothing happens' };

const part = (word: string, lines: readonly string[], nothing: string): string[] =>
  lines.length > 0 ? [`- ${word}`, ...lines.map((line) => `  - ${line}`)] : [`- ${word}: ${nothing}`];

const whenOf = (specification: Exclude<Specification, { subject: 'read-model' }>): string[] => {
  const { subject, when, now } = specification;
  const word = subject === 'policy' && specification.isDue ? 'When this comes due' : 'When';
  return [`- ${word}${now ? `, at ${asCode(now)}` : ''}`, `  - ${messageText(when)}`];
};

/** Given, when, then, as a list. */
export const specificationText = (specification: Specification): string[] => [
  ...part('Given', specification.given.map(messageText), 'nothing'),
  ...(specification.subject === 'read-model' ? [] : whenOf(specification)),
  ...part('Then', expectedOf(specification), nothingWord[specification.subject]),
];
