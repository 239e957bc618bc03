import { type Arrows, arrowsOf, commandsOf, deciderOf, ofKind } from './arrows.ts';
import { codeWith } from './codeOf.ts';
import { isUnheard, publicStreamOf, unheardTypes } from './contexts/hearing.ts';
import { isTranslationCode } from './contexts/isTranslation.ts';
import type { Board, DefinitionOf, Field } from './definitions.ts';
import { isProcessCode, processCategoryOf } from './processes/isProcess.ts';
import type { Program } from './program.ts';
import { recordOf } from './records.ts';
import { storedNames } from './storedNames.ts';

/** What of the board can run: the definitions that stand on the wall, resolved along the arrows. */
export const programOf = (board: Board): Program => {
  const arrows = arrowsOf(board);
  const of = <K extends 'event' | 'command' | 'decider' | 'policy' | 'read-model'>(kind: K): DefinitionOf<K>[] =>
    ofKind(arrows.placed, kind);
  return {
    deciders: of('decider').map((decider) => ({
      id: decider.id,
      name: decider.name,
      category: decider.category,
      idField: idFieldWith(arrows, decider),
      code: codeWith(arrows, decider),
    })),
    readModels: of('read-model').map((readModel) => ({
      id: readModel.id,
      name: readModel.name,
      lifecycle: readModel.lifecycle,
      ...deafnessOf(board, readModel.id),
      code: codeWith(arrows, readModel),
    })),
    policies: of('policy').map((policy) => ({
      id: policy.id,
      name: policy.name,
      hears: arrows
        .into(policy.id, 'event')
        .filter(({ id }) => !isUnheard(board, id, policy.id))
        .flatMap(storedNames),
      isOn: policy.isOn,
      ...processOf(arrows, policy),
      ...translationOf(board, policy),
      code: codeWith(arrows, policy),
    })),
    events: of('event').map(({ id, name, fields, schemaVersion, formerNames = [], upcasts }) => ({
      id,
      type: name,
      fields,
      schemaVersion,
      formerNames,
      ...(upcasts ? { upcasts } : {}),
    })),
    commands: of('command').map(({ id, name, fields, formerNames }) => {
      const decider = deciderOf(arrows, id);
      return {
        id,
        type: name,
        fields,
        ...(formerNames ? { formerNames } : {}),
        ...(decider ? { deciderId: decider.id } : {}),
      };
    }),
    clock: board.settings.clock,
    storeAsJson: board.settings.storeAsJson,
  };
};

const deafnessOf = (board: Board, readModelId: string): Pick<Program['readModels'][number], 'deafTo'> => {
  const deafTo = unheardTypes(board, readModelId);
  return deafTo.length > 0 ? { deafTo } : {};
};

const translationOf = (
  board: Board,
  { id, code }: DefinitionOf<'policy'>,
): Pick<Program['policies'][number], 'publishes'> => {
  if (!isTranslationCode(code)) return {};
  const types = arrowsOf(board)
    .outOf(id, 'event')
    .map(({ name }) => name);
  return { publishes: { stream: publicStreamOf(board, id), types } };
};

/** What a process manager makes is a command where somebody is there to do it, or where its own arrow says so. */
const processOf = (arrows: Arrows, policy: DefinitionOf<'policy'>): Pick<Program['policies'][number], 'process'> => {
  if (!isProcessCode(policy.code)) return {};
  const asked = new Set(arrows.outOf(policy.id, 'command'));
  const commands = ofKind(arrows.placed, 'command').filter(
    (command) => asked.has(command) || deciderOf(arrows, command.id),
  );
  return {
    process: { category: processCategoryOf(policy, arrows.placed), commands: commands.map(({ name }) => name) },
  };
};

/**
 * The field of its commands that names a decider's stream: the one that was chosen, else the one they share, else an id
 * of one of them. A text that only some commands have says something else.
 */
export const idFieldOf = (board: Board, deciderId: string): string => {
  const decider = recordOf(board.definitions, deciderId);
  return decider?.kind === 'decider' ? idFieldWith(arrowsOf(board), decider) : '';
};

const idFieldWith = (arrows: Arrows, { id, idField }: DefinitionOf<'decider'>): string => {
  if (idField !== '') return idField;
  const commands = commandsOf(arrows, id);
  const candidates = commands.flatMap(({ fields }) => [...fields.filter(isId), ...fields.filter(isText)]);
  const shared = candidates.find(({ name }) =>
    commands.every(({ fields }) => fields.some((field) => field.name === name)),
  );
  return (shared ?? candidates.find(isId))?.name ?? '';
};

const isId = ({ type }: Field): boolean => type.kind === 'id';
const isText = ({ type }: Field): boolean => type.kind === 'text';
