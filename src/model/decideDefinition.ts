import type { BoardEvent, BoardIntent, StreamNaming } from './boardEvents.ts';
import { refuse } from './boardRefusal.ts';
import { decideVersion } from './decideVersions.ts';
import type { Board, CodeFile, Definition } from './definitions.ts';
import { unknownKept } from './fields/unknownKept.ts';
import { fieldsTrouble } from './fieldsTrouble.ts';
import { kindInfo } from './grammar.ts';
import { lockedNoteOf, whyLocked } from './locking.ts';
import { definitionAt, definitionOfKind } from './lookUp.ts';
import { categoryFrom, isDefaultName } from './naming.ts';
import { isProcessCode, processCategoryOf } from './processes/isProcess.ts';
import { sameValue } from './sameValue.ts';
import { isCategoryName } from './streamNames.ts';

export const decideName = (
  { definitionId, name, hasStreams = false }: Extract<BoardIntent, { type: 'RenameDefinition' }>,
  board: Board,
): BoardEvent[] => {
  const definition = definitionAt(board, definitionId);
  const to = name.replace(/\s+/gu, ' ').trim();
  if (to === '') return refuse(`A ${kindInfo[definition.kind].word.toLowerCase()} needs a name.`);
  if (to === definition.name) return [];
  const locked = lockedNoteOf(board, definitionId);
  if (locked) return refuse(whyLocked(board, [locked], 'rename'));
  return [
    { type: 'DefinitionRenamed', data: { definitionId, from: definition.name, to } },
    ...(hasStreams ? [] : firstCategory(definition, to)),
    ...keptCategory(definition, board),
  ];
};

/** Streams keep their category for good, but a decider that still bears the name it was made with has not been named yet. */
const firstCategory = (definition: Definition, name: string): BoardEvent[] => {
  if (definition.kind !== 'decider' || !isDefaultName('decider', definition.name)) return [];
  const from = { category: definition.category, idField: definition.idField };
  const to = { ...from, category: categoryFrom(name) };
  if (from.category !== categoryFrom(definition.name) || sameValue(from, to)) return [];
  return [{ type: 'StreamsNamed', data: { definitionId: definition.id, from, to } }];
};

/** The streams of a process manager are called as it is until it is called otherwise: from then on they say it themselves. */
const keptCategory = (definition: Definition, board: Board): BoardEvent[] => {
  if (definition.kind !== 'policy' || definition.category || !isProcessCode(definition.code)) return [];
  if (isDefaultName('policy', definition.name)) return [];
  const naming = presentNaming(definition, board);
  return [{ type: 'StreamsNamed', data: { definitionId: definition.id, from: naming, to: naming } }];
};

export const decideFields = (
  { definitionId, fields, storedVersion }: Extract<BoardIntent, { type: 'ChangeFields' }>,
  board: Board,
): BoardEvent[] => {
  const definition = definitionAt(board, definitionId);
  if (!('fields' in definition)) return refuse('Only commands and events have fields.');
  const trouble = fieldsTrouble(fields);
  if (trouble) return refuse(trouble);
  const to = unknownKept(definition.fields, fields);
  if (sameValue(definition.fields, to)) return [];
  return [
    ...decideVersion(definition, storedVersion),
    { type: 'FieldsChanged', data: { definitionId, from: definition.fields, to } },
  ];
};

export const decideCode = (definitionId: string, code: CodeFile[], board: Board): BoardEvent[] => {
  const definition = definitionAt(board, definitionId);
  if (!('code' in definition)) return refuse(`${definition.name} has no code behind it.`);
  if (sameValue(definition.code, code)) return [];
  return [{ type: 'CodeChanged', data: { definitionId, from: definition.code, to: code } }];
};

export const decideContext = (definitionId: string, isContext: boolean, board: Board): BoardEvent[] => {
  const frame = definitionOfKind(board, definitionId, 'frame');
  if ((frame.isContext ?? false) === isContext) return [];
  return [{ type: 'ContextMarked', data: { definitionId, isContext } }];
};

const presentNaming = (definition: Definition, board: Board): StreamNaming => {
  if (definition.kind === 'decider') return { category: definition.category, idField: definition.idField };
  if (definition.kind === 'policy' && isProcessCode(definition.code))
    return { category: processCategoryOf(definition, Object.values(board.definitions)), idField: '' };
  return refuse(`${definition.name} has no streams of its own.`);
};

export const decideStreams = (definitionId: string, naming: StreamNaming, board: Board): BoardEvent[] => {
  const from = presentNaming(definitionAt(board, definitionId), board);
  const to = { category: naming.category.trim(), idField: naming.idField.trim() };
  if (!isCategoryName(to.category)) return refuse('The category of streams is one word without a hyphen.');
  return sameValue(from, to) ? [] : [{ type: 'StreamsNamed', data: { definitionId, from, to } }];
};
