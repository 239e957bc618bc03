import type { Json, PolicyOutput, Specification, SpecificationMessage } from './definitions.ts';
import { differences } from './differences.ts';
import { outputInWords } from './processes/outputs.ts';
import type { Difference, SpecificationVerdict } from './verdict.ts';

/** What came of running a specification. */
export type SpecificationResult =
  | { kind: 'events'; events: readonly SpecificationMessage[] }
  | { kind: 'refused'; message: string }
  | { kind: 'documents'; documents: readonly { documentId: string; document: Json }[] }
  | { kind: 'outputs'; outputs: readonly PolicyOutput[] }
  /** The code broke, is not there, or does not compile. */
  | { kind: 'broken'; message: string; line?: number };

/** Judges strictly: the same messages in the same order with the same data, or exactly these documents. */
export const judge = (specification: Specification, actual: SpecificationResult): SpecificationVerdict => {
  if (actual.kind === 'broken') return actual;
  if (specification.subject === 'read-model') return judgeDocuments(specification.then.documents, actual);
  if (specification.subject === 'policy') return judgeOutputs(specification.then.outputs, actual);
  return specification.then.kind === 'events'
    ? judgeEvents(specification.then.events, actual)
    : judgeRefusal(specification.then.message, actual);
};

type Judged = Exclude<SpecificationResult, { kind: 'broken' }>;

const passed: SpecificationVerdict = { kind: 'passed' };

const failed = (message: string, found: Difference[] = []): SpecificationVerdict => ({
  kind: 'failed',
  differences: found,
  message,
});

const unfit: SpecificationVerdict = { kind: 'broken', message: 'This specification does not fit what it specifies.' };

const bare = ({ type, data }: SpecificationMessage): SpecificationMessage => ({ type, data });

const judgeEvents = (expected: SpecificationMessage[], actual: Judged): SpecificationVerdict => {
  if (actual.kind === 'documents' || actual.kind === 'outputs') return unfit;
  if (actual.kind === 'refused')
    return failed(`${listed(expected)} was expected, but the command was refused: ${actual.message}`);
  const found = differences(expected.map(bare), actual.events.map(bare), 'events');
  if (found.length === 0) return passed;
  const isSameOrder = listed(expected) === listed(actual.events);
  return failed(
    isSameOrder
      ? 'The events are right, their data is not.'
      : `${listed(expected)} was expected, ${listed(actual.events)} came.`,
    found,
  );
};

const judgeRefusal = (message: string, actual: Judged): SpecificationVerdict => {
  if (actual.kind === 'documents' || actual.kind === 'outputs') return unfit;
  if (actual.kind === 'events') return failed(`A refusal was expected, ${listed(actual.events)} came.`);
  if (actual.message.includes(message)) return passed;
  return failed('It was refused for another reason.', [{ path: 'message', expected: message, actual: actual.message }]);
};

const listed = (events: readonly SpecificationMessage[]): string =>
  events.length === 0 ? 'no event' : events.map(({ type }) => type).join(', ');

const judgeOutputs = (expected: PolicyOutput[], actual: Judged): SpecificationVerdict => {
  if (actual.kind !== 'outputs') return unfit;
  const found = differences(expected.map(bareOutput), actual.outputs.map(bareOutput), 'outputs');
  if (found.length === 0) return passed;
  const [wanted, came] = [outputsInWords(expected), outputsInWords(actual.outputs)];
  return failed(
    wanted === came ? 'It answers with the right things, their data is not.' : `${wanted} was expected, ${came} came.`,
    found,
  );
};

/** Opened files may carry more than is compared. */
const bareOutput = (output: PolicyOutput): PolicyOutput => {
  if (output.action === 'complete') return { action: output.action };
  if (output.action === 'cancel') return { action: output.action, type: output.type };
  return output.action === 'schedule'
    ? { action: output.action, type: output.type, data: output.data, dueAt: output.dueAt }
    : { action: output.action, type: output.type, data: output.data };
};

const outputsInWords = (outputs: readonly PolicyOutput[]): string =>
  outputs.length === 0 ? 'nothing' : outputs.map(outputInWords).join(', ');

type Documents = readonly { documentId: string; document: Json }[];

const judgeDocuments = (expected: Documents, actual: Judged): SpecificationVerdict => {
  if (actual.kind === 'events' || actual.kind === 'outputs') return unfit;
  if (actual.kind === 'refused') return failed(`The read model broke: ${actual.message}`);
  const found = differences(byId(expected), byId(actual.documents), 'documents');
  return found.length === 0 ? passed : failed('The documents are not those that were expected.', found);
};

const byId = (documents: Documents): { [documentId: string]: Json } =>
  Object.fromEntries(documents.map(({ documentId, document }) => [documentId, document]));
