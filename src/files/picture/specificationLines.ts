import { compactText, type PolicyOutput, type Specification, type SpecificationMessage } from '#model';

/** A part of a specification with a line for each message or document. */
export type SpecificationPart = { word: string; lines: string[] };

const messageLine = ({ type, data }: SpecificationMessage): string => `${type}: ${compactText(data)}`;

const outputLine = (output: PolicyOutput): string => {
  switch (output.action) {
    case 'send':
      return `sends ${messageLine(output)}`;
    case 'record':
      return `records ${messageLine(output)}`;
    case 'schedule':
      return `schedules ${messageLine(output)}, due at ${output.dueAt}`;
    case 'cancel':
      return `cancels ${output.type}`;
    case 'complete':
      return 'is complete';
  }
};

const thenLines = (specification: Specification): string[] => {
  const { then } = specification;
  switch (then.kind) {
    case 'events':
      return then.events.map(messageLine);
    case 'refused':
      return [then.message ? `Refused: ${then.message}` : 'Refused'];
    case 'documents':
      return then.documents.map(({ documentId, document }) => `${documentId}: ${compactText(document)}`);
    case 'outputs':
      return then.outputs.map(outputLine);
  }
};

/** What else is to be known of it: its own time. */
const circumstances = (specification: Exclude<Specification, { subject: 'read-model' }>): string[] => {
  const { subject, now } = specification;
  const isDue = subject === 'policy' && specification.isDue;
  const words = [...(isDue ? ['as it comes due'] : []), ...(now ? [`at ${now}`] : [])];
  return words.length > 0 ? [words.join(', ')] : [];
};

/** A specification in words, as it is printed. */
export const specificationLines = (specification: Specification): SpecificationPart[] => {
  const [given, then] = [specification.given.map(messageLine), thenLines(specification)];
  return [
    { word: 'Given', lines: given.length > 0 ? given : ['nothing has happened'] },
    ...('when' in specification
      ? [{ word: 'When', lines: [messageLine(specification.when), ...circumstances(specification)] }]
      : []),
    { word: 'Then', lines: then.length > 0 ? then : ['nothing'] },
  ];
};
