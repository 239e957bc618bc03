import { arrowsOf } from '../arrows.ts';
import { linesOf } from '../code/textOf.ts';
import { codeWith } from '../codeOf.ts';
import type { Board, DefinitionOf } from '../definitions.ts';
import { knowledgeOf } from '../reading/knowledgeOf.ts';
import type { Module } from '../reading/modulesOf.ts';
import type { Origin } from '../reading/Reading.ts';
import type { CodeReading } from '../reading/readCode.ts';
import { readingsOf } from '../reading/readingsOf.ts';
import { recordOf } from '../records.ts';
import { fieldAt } from './fieldAt.ts';

/** A line of code, and the module that it belongs to. */
export type CodeLine = { definitionId: string; name: string; file: string; line: number };

/** Where the value of a field comes from. */
export type FieldSource = { at: CodeLine } & (
  | { of: 'field'; definitionId: string; message: string; field: string }
  | { of: 'state' | 'clock' | 'code' }
);

/** One field: what it is made of, and which modules ask for it, each with the first line that does. */
export type FieldFlow = { field: string; from: FieldSource[]; usedBy: CodeLine[] };

type ReadFile = { module: Module; file: string; lineAt: (offset: number) => number; reading: CodeReading };

const known = new WeakMap<Board, ReadFile[]>();

/**
 * Reads the code of every module that stands on the wall, a skeleton where nobody typed any: one module at each step, as
 * somebody may have made many of them to take long. What is asked of the same board afterwards is at hand.
 */
export function* readingOn(board: Board): Generator<void, void> {
  if (known.has(board)) return;
  const arrows = arrowsOf(board);
  const files: ReadFile[] = [];
  for (const module of arrows.placed) {
    if (!('code' in module)) continue;
    const readings = readingsOf(codeWith(arrows, module), knowledgeOf(board, module));
    files.push(
      ...readings.map(({ file, reading }) => ({ module, file: file.path, lineAt: linesOf(file.text), reading })),
    );
    yield;
  }
  known.set(board, files);
}

const readAll = (board: Board): ReadFile[] => {
  Array.from(readingOn(board));
  return known.get(board) ?? [];
};

const lineOf = ({ module, file, lineAt }: ReadFile, start: number): CodeLine => ({
  definitionId: module.id,
  name: module.name,
  file,
  line: lineAt(start),
});

/** For every field of an event or a command: where it comes from and who uses it, as far as the code tells. */
export const fieldFlows = (board: Board, message: DefinitionOf<'event' | 'command'>): FieldFlow[] => {
  const files = readAll(board);
  return message.fields.map(({ name }) => ({
    field: name,
    from: unique(files.flatMap((file) => sourcesIn(board, file, message.id, name))),
    usedBy: firstOfEach(files.flatMap((file) => usesIn(file, message.id, name))),
  }));
};

const sourcesIn = (board: Board, file: ReadFile, messageId: string, field: string): FieldSource[] => {
  const { uses, spreads } = file.reading;
  const written = uses.filter(
    ({ kind, messages, path }) =>
      kind === 'write' && messages.includes(messageId) && path.length === 2 && path[1] === field,
  );
  const brought = spreads.filter(
    ({ messages, path, from }) => messages.includes(messageId) && path.length === 1 && from?.of === 'message',
  );
  return [
    ...written.flatMap(({ from, start }) => sourcesOf(board, from, lineOf(file, start))),
    ...brought.flatMap(({ from, start }) =>
      from?.of === 'message' ? fieldsOf(board, { ...from, path: [...from.path, field] }, lineOf(file, start)) : [],
    ),
  ];
};

const sourcesOf = (board: Board, from: Origin[], at: CodeLine): FieldSource[] => {
  const sources = from.flatMap((origin): FieldSource[] =>
    origin.of === 'message' ? fieldsOf(board, origin, at) : [{ of: origin.of, at }],
  );
  return sources.length > 0 ? sources : [{ of: 'code', at }];
};

const fieldsOf = (
  board: Board,
  { messages, path }: { messages: string[]; path: string[] },
  at: CodeLine,
): FieldSource[] =>
  messages.flatMap((id): FieldSource[] => {
    const message = recordOf(board.definitions, id);
    const inData = path.slice(1);
    if (!message || !('fields' in message) || inData.length === 0 || !fieldAt(message.fields, inData)) return [];
    return [{ of: 'field', definitionId: id, message: message.name, field: inData.join('.'), at }];
  });

const usesIn = (file: ReadFile, messageId: string, field: string): CodeLine[] => {
  const { uses, spreads, handed } = file.reading;
  const read = uses.filter(
    ({ kind, messages, path }) => kind === 'read' && messages.includes(messageId) && path[1] === field,
  );
  const brought = spreads.filter(
    ({ from }) => from?.of === 'message' && from.messages.includes(messageId) && from.path.length === 1,
  );
  const whole = handed.filter(({ messages, path }) => messages.includes(messageId) && path.length === 1);
  return [...read, ...brought, ...whole].map(({ start }) => lineOf(file, start)).sort((a, b) => a.line - b.line);
};

/** What a read model's documents are made of: each key that the code gives a value that came with an event. */
export const documentFlows = (board: Board, readModelId: string): { field: string; from: FieldSource[] }[] => {
  const fields = new Map<string, FieldSource[]>();
  for (const file of readAll(board).filter(({ module }) => module.id === readModelId))
    for (const { name, from, start } of file.reading.keyed) {
      const sources = from.flatMap((origin) =>
        origin.of === 'message' ? fieldsOf(board, origin, lineOf(file, start)) : [],
      );
      if (sources.length > 0) fields.set(name, unique([...(fields.get(name) ?? []), ...sources]));
    }
  return [...fields].map(([field, from]) => ({ field, from }));
};

const unique = (sources: FieldSource[]): FieldSource[] => [
  ...new Map(
    sources.map((source) => [source.of === 'field' ? `${source.definitionId} ${source.field}` : source.of, source]),
  ).values(),
];

const firstOfEach = (lines: CodeLine[]): CodeLine[] => {
  const first = new Map<string, CodeLine>();
  for (const line of lines) if (!first.has(line.definitionId)) first.set(line.definitionId, line);
  return [...first.values()];
};
