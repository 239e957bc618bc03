import type { LineRange } from '../link/linkModel.ts';
import { placeInCode } from '../link/placeInCode.ts';
import { placeOfPhase } from '../link/placeOfPhase.ts';
import type { NotedDiagnostic, ThrownError, WorkerRequest } from '../protocol.ts';
import { mostRead } from '../readAs.ts';
import type { CodeError, CodePlace, Diagnostic, LogLine, Noted } from '../Sandbox.ts';

const mostLines = 200;

type Unknown = { [key: string]: unknown };

export const isRecord = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asRecord = (value: unknown): Unknown => (isRecord(value) ? value : {});
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const asText = (value: unknown, longest: number): string => (typeof value === 'string' ? value.slice(0, longest) : '');
const asPosition = (value: unknown): { position?: number } =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? { position: value } : {};

type Placed = { stack?: string; moduleId?: string };

const placeOf = ({ stack, moduleId }: Placed, phase: string, ranges: LineRange[]): CodePlace | undefined =>
  placeInCode(asText(stack, 8000), ranges) ?? placeOfPhase(asText(moduleId, 200), phase, ranges);

/** An error as the worker saw it, with the place in the person's code that its stack names. */
export const codeErrorOf = (error: unknown, ranges: LineRange[]): CodeError => {
  const thrown = asRecord(error) as Partial<ThrownError>;
  const phase = asText(thrown.phase, 40);
  const place = placeOf(thrown, phase, ranges);
  return {
    name: asText(thrown.name, 100) || 'Error',
    message: asText(thrown.message, 4000) || 'It broke without saying why.',
    phase,
    isFailure: thrown.isFailure === true,
    ...(place ? { place } : {}),
    ...asPosition(thrown.position),
  };
};

export const logLineOf = (line: unknown, ranges: LineRange[]): LogLine => {
  const { level, text, phase, stack, position } = asRecord(line);
  const place = placeInCode(asText(stack, 8000), ranges);
  return {
    level: asText(level, 10),
    text: asText(text, 2000),
    phase: asText(phase, 40),
    ...(place ? { place } : {}),
    ...asPosition(position),
  };
};

const diagnosticOf = (diagnostic: unknown, ranges: LineRange[]): Diagnostic => {
  const { name, message, position, ...noted } = asRecord(diagnostic) as Partial<NotedDiagnostic>;
  const phase = asText(noted.phase, 40);
  const place = placeOf(noted, phase, ranges);
  return {
    name: asText(name, 100),
    message: asText(message, 4000),
    phase,
    ...(place ? { place } : {}),
    ...asPosition(position),
  };
};

/** Replaces each `error` of the worker, on the outside or in a list within, by one with its place. */
const withPlaces = (value: unknown, ranges: LineRange[]): unknown => {
  const record = asRecord(value);
  const lists = Object.entries(record).map(([name, list]) => [
    name,
    Array.isArray(list) && ['states', 'readModels', 'errors', 'values', 'results'].includes(name)
      ? list.map((item) => withPlaces(item, ranges))
      : list,
  ]);
  return {
    ...Object.fromEntries(lists),
    ...(isRecord(record.error) ? { error: codeErrorOf(record.error, ranges) } : {}),
  };
};

type Check = (item: Unknown) => boolean;
const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = (value: unknown, check: Check, most = Number.POSITIVE_INFINITY): boolean =>
  Array.isArray(value) && value.length <= most && value.every((item) => isRecord(item) && check(item));

export const isMessage: Check = ({ type, data, metadata }) =>
  isText(type) && data !== undefined && (metadata === undefined || isRecord(metadata));
const isOfModule: Check = ({ moduleId }) => isText(moduleId);
const isError: Check = ({ moduleId, error }) => isText(moduleId) && isRecord(error);
const isDocument: Check = ({ moduleId, documentId, document }) =>
  isText(moduleId) && isText(documentId) && document !== undefined;
const isRoute: Check = ({ moduleId, documentIds }) =>
  isText(moduleId) && Array.isArray(documentIds) && documentIds.every(isText);
const isState: Check = ({ moduleId, stream, version, before, after }) =>
  isText(moduleId) && isText(stream) && typeof version === 'number' && isText(before) && isText(after);
const isShownDocument: Check = ({ documentId }) => isText(documentId);
const isPosition = (value: unknown): boolean => Number.isSafeInteger(value);
const isLeft = (left: unknown): boolean =>
  left === undefined || left === 'not counted' || (isPosition(left) && Number(left) >= 0);
const isReadModel: Check = (item) =>
  isOfModule(item) &&
  isListOf(item.documents, isShownDocument) &&
  isListOf(item.changed, isShownDocument) &&
  isLeft(item.left);
const isValueText = (value: unknown): boolean => value === null || (isRecord(value) && isText(value.text));
const isChange: Check = ({ position, type, before, after }) =>
  isPosition(position) && isText(type) && isValueText(before) && isValueText(after);
const isKink: Check = ({ position, value, number }) =>
  isPosition(position) && isValueText(value) && (number === undefined || Number.isFinite(number));
const isPositionOrNone = (value: unknown): boolean => value === undefined || isPosition(value);
const isAround = (around: unknown): boolean =>
  isRecord(around) &&
  isPosition(around.at) &&
  isValueText(around.before) &&
  isPositionOrNone(around.previous) &&
  isPositionOrNone(around.next);
const isFollowed: Check = ({ total, value, kinks, around }) =>
  isPosition(total) && isValueText(value) && isListOf(kinks, isKink) && (around === undefined || isAround(around));

const isTextOrNone = (value: unknown): boolean => value === null || isText(value);
const isSurroundings: Check = ({ position, before, after }) =>
  isPosition(position) && isTextOrNone(before) && isTextOrNone(after);

/** Data of an event is a record; so is the error, as `withPlaces` has left it. */
const isUpcast: Check = ({ data, events, error }) => {
  if (error !== undefined) return isRecord(error);
  return events === undefined ? isRecord(data) : isListOf(events, isReadEvent, mostRead);
};
const isReadEvent: Check = ({ type, data }) => isText(type) && type !== '' && isRecord(data);

const decided = { events: isMessage };
const isCall: Check = ({ phase, steps, texts }) => isText(phase) && Array.isArray(steps) && Array.isArray(texts);

/** The lists that an operation answers with, and what stands in them. */
const listsOf: { [Op in WorkerRequest['op']]: { [name: string]: Check } } = {
  decide: decided,
  specify: decided,
  react: { commands: isMessage },
  address: {},
  route: { routes: isRoute, errors: isError },
  project: { documents: isDocument, errors: isError },
  moment: { states: isState, readModels: isReadModel },
  trace: { calls: isCall },
  history: { changes: isChange },
  follow: { values: isFollowed },
  surroundings: { surroundings: isSurroundings },
  making: { made: () => true },
  upcast: { results: isUpcast },
};
/** Events or commands of one answer. */
const mostMessages = 10_000;

const isWellFormed = (op: WorkerRequest['op'], value: Unknown): boolean =>
  op === 'address' && value.kind !== 'threw'
    ? value.workflowId === null || isText(value.workflowId)
    : hasItsLists(op, value);

const hasItsLists = (op: WorkerRequest['op'], value: Unknown): boolean =>
  value.kind === 'threw'
    ? isRecord(value.error)
    : (op === 'moment' && isUnfinished(value.unfinished)) ||
      Object.entries(listsOf[op]).every(([name, check]) =>
        isListOf(value[name], check, check === isMessage ? mostMessages : undefined),
      );

const isUnfinished = (value: unknown): boolean =>
  isRecord(value) && typeof value.done === 'number' && typeof value.total === 'number';

const unreadable: CodeError = {
  name: 'SandboxError',
  message: 'What came back could not be read. Does the code change built-in objects?',
  phase: 'reply',
  isFailure: true,
};

/**
 * The answer of a worker in the shape that callers expect, or why it cannot be used. The harness made it and checked
 * the person's data, but in a realm that the person's code may have turned upside down.
 */
export const checkReply = (
  op: WorkerRequest['op'],
  reply: unknown,
  ranges: LineRange[],
):
  | { kind: 'usable'; value: Noted<Unknown> }
  | ({ kind: 'missing'; position: number } & Noted<unknown>)
  | { kind: 'unusable'; error: CodeError } => {
  const { value, broken, missing, logs, diagnostics } = asRecord(reply);
  if (isRecord(broken)) return { kind: 'unusable', error: codeErrorOf(broken, ranges) };
  const checked = asRecord(withPlaces(value, ranges));
  if (missing === undefined && !isWellFormed(op, checked)) return { kind: 'unusable', error: unreadable };
  const notes = {
    logs: asList(logs)
      .slice(0, mostLines)
      .map((line) => logLineOf(line, ranges)),
    diagnostics: asList(diagnostics)
      .slice(0, mostLines)
      .map((diagnostic) => diagnosticOf(diagnostic, ranges)),
  };
  return missing === undefined
    ? { kind: 'usable', value: { ...checked, ...notes } }
    : { kind: 'missing', position: Number(missing), ...notes };
};
