import { arrowsOf, commandsOf } from '../arrows.ts';
import { linesOf } from '../code/textOf.ts';
import type { Board, CodeFile } from '../definitions.ts';
import { evolveBoard } from '../evolveBoard.ts';
import { fieldAt } from '../fields/fieldAt.ts';
import { isMessage, knowledgeOf, messagesAround } from '../reading/knowledgeOf.ts';
import { type Module, modulesOf } from '../reading/modulesOf.ts';
import type { Spread } from '../reading/Reading.ts';
import type { CodeReading } from '../reading/readCode.ts';
import { readingsOf } from '../reading/readingsOf.ts';
import { recordOf } from '../records.ts';
import { generatedTypesOf } from '../typesOf.ts';
import { applyEdits } from './applyEdits.ts';
import { editsOfField, editsOfName, editsOfTypes, type PlannedEdit } from './codeEdits.ts';
import type { ByHand, CodePlace, Rename, RenamePlan } from './Rename.ts';
import { renamedSpecification } from './specificationEdits.ts';

/** All that refers to a name: lines of code in every module, specifications, streams. Nothing is changed. */
export const planRename = (board: Board, rename: Rename): RenamePlan => {
  const modules = modulesOf(board);
  const read = modules.flatMap((module) => {
    return readingsOf(module.code, knowledgeOf(board, module)).map((read) => ({ module, ...read }));
  });
  return {
    places: read.flatMap((one) => placesOf(one, editsOf(board, rename, one))),
    specifications: Object.values(board.specifications).flatMap((specification) => {
      const { count } = renamedSpecification(board, specification, rename);
      return count > 0 ? [{ specificationId: specification.id, name: specification.name }] : [];
    }),
    streams: streamsNamedBy(board, rename),
    byHand: rename.kind === 'field' ? read.flatMap((one) => wholesOf(board, rename, one)) : [],
    alike: rename.kind === 'field' ? fieldsAlike(board, rename) : [],
  };
};

/** Whether a rename changes anything beside the note itself. */
export const isFarReaching = ({ places, specifications, streams, byHand }: RenamePlan): boolean =>
  places.length + specifications.length + streams.length + byHand.length > 0;

type ReadFile = { module: Module; file: CodeFile; reading: CodeReading };
type FieldRename = Extract<Rename, { kind: 'field' }>;

const editsOf = (board: Board, rename: Rename, { module, file, reading }: ReadFile): PlannedEdit[] => {
  if (rename.kind === 'field') return editsOfField(reading, rename.path, meaningOf(board, rename), rename.to);
  const types = editsOfTypes(reading, renamedTypes(board, module, rename));
  return [...editsOfName(reading, file.text, rename.definitionId, rename.to), ...types];
};

const meaningOf = (board: Board, { definitionIds, path }: FieldRename) => ({
  isRenamed: (id: string): boolean => definitionIds.includes(id),
  hasField: (id: string): boolean => {
    const definition = recordOf(board.definitions, id);
    return definition !== undefined && 'fields' in definition && fieldAt(definition.fields, path) !== undefined;
  },
});

/** Which types of a module are called otherwise once the definition is. */
const renamedTypes = (
  board: Board,
  module: Module,
  { definitionId, to }: Extract<Rename, { kind: 'definition' }>,
): Map<string, string> => {
  const from = recordOf(board.definitions, definitionId)?.name ?? '';
  const after = evolveBoard(board, { type: 'DefinitionRenamed', data: { definitionId, from, to } });
  const moduleAfter = modulesOf(after).find(({ id }) => id === module.id) ?? module;
  const names = new Map(
    generatedTypesOf(moduleAfter, messagesAround(after, moduleAfter)).map(({ of, name }) => [of, name]),
  );
  const before = generatedTypesOf(module, messagesAround(board, module));
  return new Map(
    before.flatMap(({ of, name }) => {
      const next = names.get(of);
      return next === undefined || next === name ? [] : [[name, next] as const];
    }),
  );
};

/** One place for each line; what is not sure stands in a place of its own. */
const placesOf = ({ module, file }: ReadFile, edits: PlannedEdit[]): CodePlace[] => {
  const lineAt = linesOf(file.text);
  const lines = new Map<string, PlannedEdit[]>();
  for (const edit of edits) {
    const key = `${lineAt(edit.start)} ${edit.isSure}`;
    lines.set(key, [...(lines.get(key) ?? []), edit]);
  }
  return [...lines.values()]
    .flatMap(([first, ...others]) => (first ? [placeOf(module, file, lineAt(first.start), [first, ...others])] : []))
    .sort((one, other) => one.line - other.line);
};

const placeOf = (
  module: Module,
  { path, text }: CodeFile,
  line: number,
  edits: [PlannedEdit, ...PlannedEdit[]],
): CodePlace => {
  const [{ start: offset, isSure }] = edits;
  const begin = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const before = text.slice(begin, end < 0 ? undefined : end);
  const inLine = edits.map(({ start, end: to, text: put }) => ({ start: start - begin, end: to - begin, text: put }));
  return {
    id: `${module.id}/${path}:${line}${isSure ? '' : '?'}`,
    definitionId: module.id,
    name: module.name,
    file: path,
    line,
    before: before.trim(),
    after: applyEdits(before, inLine).trim(),
    isSure,
    edits: edits.map(({ start, end: to, text: put }) => ({ start, end: to, text: put })),
  };
};

/**
 * Lines that take an object of a message whole: `data: { ...command.data }` brings a field along under the name that it
 * has there, `taken(event.data)` hands it to somebody who may ask for it by its old one.
 */
const wholesOf = (board: Board, rename: FieldRename, { module, file, reading }: ReadFile): ByHand[] => {
  const { isRenamed, hasField } = meaningOf(board, rename);
  const level = ['data', ...rename.path.slice(0, -1)].join('.');
  const differs = ({ messages, path, from }: Spread): boolean => {
    if (from?.of !== 'message' || path.join('.') !== level || from.path.join('.') !== level) return false;
    const [taken, given] = [messages.filter(hasField), from.messages.filter(hasField)];
    return taken.length > 0 && given.length > 0 && taken.some(isRenamed) !== given.some(isRenamed);
  };
  const wholes = [
    ...reading.spreads.filter(differs),
    ...reading.handed.filter(({ path, messages }) => path.join('.') === level && messages.some(isRenamed)),
  ];
  const lineAt = linesOf(file.text);
  const lines = new Set(wholes.map(({ start }) => lineAt(start)));
  return [...lines].map((line) => {
    const text = (file.text.split('\n')[line - 1] ?? '').trim();
    return { definitionId: module.id, name: module.name, file: file.path, line, text };
  });
};

/** Deciders that find their stream in the field; where only some of their commands are renamed, they go on as they are. */
const streamsNamedBy = (board: Board, rename: Rename): RenamePlan['streams'] => {
  if (rename.kind !== 'field' || rename.path.length > 1) return [];
  const arrows = arrowsOf(board);
  return Object.values(board.definitions).flatMap((decider) => {
    if (decider.kind !== 'decider' || decider.idField !== rename.path[0]) return [];
    const { isRenamed, hasField } = meaningOf(board, rename);
    const commands = commandsOf(arrows, decider.id).filter(({ id }) => hasField(id));
    if (commands.length === 0 || !commands.every(({ id }) => isRenamed(id))) return [];
    const naming = { category: decider.category, idField: rename.to };
    return [{ definitionId: decider.id, name: decider.name, naming }];
  });
};

const fieldsAlike = (board: Board, { definitionIds, path }: FieldRename): RenamePlan['alike'] =>
  Object.values(board.definitions)
    .filter(isMessage)
    .filter(({ id, fields }) => !definitionIds.includes(id) && fieldAt(fields, path) !== undefined)
    .map(({ id, name }) => ({ definitionId: id, name }));
