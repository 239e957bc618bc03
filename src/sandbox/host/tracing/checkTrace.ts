import type { LineRange } from '../../link/linkModel.ts';
import type { TraceCut, TracedCall, TraceStep } from '../../Sandbox.ts';
import { codeErrorOf, isMessage, isRecord, logLineOf } from '../checkReply.ts';
import type { Site } from './instrument.ts';

/** Of one answer, of one call, and of one text: the recorder keeps to less. */
const [mostCalls, mostSteps, longestText, longestValue] = [200, 5_000, 300, 200_000] as const;
const mostLines = 200;

type Unknown = { [key: string]: unknown };

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const asIndex = (value: unknown, length: number): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < length ? value : undefined;
const asCount = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

const kinds = ['enter', 'line', 'return'] as const;
const cuts: readonly TraceCut[] = ['steps', 'size', 'time'];

/** A step in the words of its place, or null where it names none. */
const stepOf = (step: unknown, sites: Site[], texts: string[]): TraceStep | null => {
  const [kindAt, siteAt, call, depth, result, ...values] = asList(step);
  const site = sites[asIndex(siteAt, sites.length) ?? -1];
  const kind = kinds[asIndex(kindAt, kinds.length) ?? -1];
  if (!site || !kind) return null;
  const { file, line, name } = site;
  const textAt = (value: unknown): string | undefined => texts[asIndex(value, texts.length) ?? -1];
  const returned = textAt(result);
  return {
    kind,
    file,
    line,
    call: asCount(call) ?? 0,
    depth: Math.min(asCount(depth) ?? 1, mostSteps),
    ...(name === undefined || kind !== 'enter' ? {} : { name }),
    variables: site.names.flatMap((each, index) => {
      const text = textAt(values[index]);
      return text === undefined ? [] : [{ name: each, text }];
    }),
    ...(returned === undefined ? {} : { returned }),
  };
};

/** Tagged JSON that can be read; whatever else came is none. */
const taggedOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || value.length > longestValue) return undefined;
  try {
    JSON.parse(value);
    return value;
  } catch {
    return undefined;
  }
};

const optional = <Name extends string, Value>(name: Name, value: Value | undefined): { [name in Name]?: Value } =>
  value === undefined ? {} : ({ [name]: value } as { [name in Name]?: Value });

const callOf = (call: Unknown, sites: Site[], ranges: LineRange[]): TracedCall => {
  const texts = asList(call.texts).map((text) => String(text).slice(0, longestText));
  const messages = asList(call.messages);
  return {
    phase: typeof call.phase === 'string' ? call.phase.slice(0, 40) : '',
    ...optional('position', asCount(call.position)),
    ...optional('part', asCount(call.part)),
    ...optional('documentId', typeof call.documentId === 'string' ? call.documentId : undefined),
    ...optional('input', taggedOf(call.input)),
    ...optional('output', taggedOf(call.output)),
    ...optional('error', isRecord(call.error) ? codeErrorOf(call.error, ranges) : undefined),
    ...optional(
      'messages',
      Array.isArray(call.messages) ? (messages.filter(isMessageRecord) as TracedCall['messages']) : undefined,
    ),
    steps: asList(call.steps)
      .slice(0, mostSteps)
      .flatMap((step) => stepOf(step, sites, texts) ?? []),
    ...optional(
      'cut',
      cuts.find((cut) => cut === call.cut),
    ),
    logs: asList(call.logs)
      .slice(0, mostLines)
      .map((line) => logLineOf(line, ranges)),
  };
};

const isMessageRecord = (value: unknown): boolean => isRecord(value) && isMessage(value);

/** What was recorded, in the words of the person's files. A worker's answer is hostile: nothing in it is trusted. */
export const tracedCalls = (calls: unknown, sites: Site[], ranges: LineRange[]): TracedCall[] =>
  asList(calls)
    .slice(0, mostCalls)
    .filter(isRecord)
    .map((call) => callOf(call, sites, ranges));
