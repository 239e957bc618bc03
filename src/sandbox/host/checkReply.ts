import type { LineRange } from '../link/linkModel.ts';
import { placeInCode } from '../link/placeInCode.ts';
import type { NotedDiagnostic, ThrownError } from '../protocol.ts';
import type { CodeError, Diagnostic, LogLine, Noted } from '../Sandbox.ts';

const mostLines = 200;

type Unknown = { [key: string]: unknown };

const isRecord = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asRecord = (value: unknown): Unknown => (isRecord(value) ? value : {});
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const asText = (value: unknown, longest: number): string => (typeof value === 'string' ? value.slice(0, longest) : '');
const asPosition = (value: unknown): { position?: number } =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? { position: value } : {};

/** An error as the worker saw it, with the place in the person's code that its stack names. */
export const codeErrorOf = (error: unknown, ranges: LineRange[]): CodeError => {
  const thrown = asRecord(error) as Partial<ThrownError>;
  const place = placeInCode(asText(thrown.stack, 8000), ranges);
  return {
    name: asText(thrown.name, 100) || 'Error',
    message: asText(thrown.message, 4000) || 'It broke without saying why.',
    phase: asText(thrown.phase, 40),
    isFailure: thrown.isFailure === true,
    ...(place ? { place } : {}),
    ...asPosition(thrown.position),
  };
};

const logLineOf = (line: unknown): LogLine => {
  const { level, text, phase, position } = asRecord(line);
  return { level: asText(level, 10), text: asText(text, 2000), phase: asText(phase, 40), ...asPosition(position) };
};

const diagnosticOf = (diagnostic: unknown, ranges: LineRange[]): Diagnostic => {
  const { name, message, phase, stack, position } = asRecord(diagnostic) as Partial<NotedDiagnostic>;
  const place = placeInCode(asText(stack, 8000), ranges);
  return {
    name: asText(name, 100),
    message: asText(message, 4000),
    phase: asText(phase, 40),
    ...(place ? { place } : {}),
    ...asPosition(position),
  };
};

/** Replaces each `error` of the worker, on the outside or in a list within, by one with its place. */
const withPlaces = (value: unknown, ranges: LineRange[]): unknown => {
  const record = asRecord(value);
  const lists = Object.entries(record).map(([name, list]) => [
    name,
    Array.isArray(list) && ['states', 'readModels', 'errors'].includes(name)
      ? list.map((item) => withPlaces(item, ranges))
      : list,
  ]);
  return {
    ...Object.fromEntries(lists),
    ...(isRecord(record['error']) ? { error: codeErrorOf(record['error'], ranges) } : {}),
  };
};

/** What the lists of an answer are called; each is there even where the worker left it out. */
const listNames = ['events', 'commands', 'routes', 'documents', 'errors', 'states', 'readModels'];

/**
 * The answer of a worker in the shape that callers expect. The harness checked the person's data; this checks that the
 * answer is one of the harness's.
 */
export const checkReply = (reply: unknown, ranges: LineRange[]): Noted<Unknown> => {
  const { value, broken, logs, diagnostics } = asRecord(reply);
  const notes = {
    logs: asList(logs).slice(0, mostLines).map(logLineOf),
    diagnostics: asList(diagnostics)
      .slice(0, mostLines)
      .map((diagnostic) => diagnosticOf(diagnostic, ranges)),
  };
  if (isRecord(broken)) return { kind: 'broken', error: codeErrorOf(broken, ranges), ...notes };
  const checked = asRecord(withPlaces(value, ranges));
  for (const name of listNames) if (name in checked) checked[name] = asList(checked[name]);
  return { ...checked, ...notes };
};
