import {
  arrowsOf,
  type Board,
  contextsOf,
  type Definition,
  type DefinitionOf,
  idFieldOf,
  type NoteKind,
  ofKind,
} from '#model';
import { eventsByCommand } from '../eventsByCommand.ts';
import { emField } from './fields.ts';
import type { ElementType, EmDependency, EmElement, EmModel, EmSlice } from './schema.ts';
import { specificationsBySlice } from './writeSpecifications.ts';

type ElementKind = 'command' | 'event' | 'read-model' | 'screen' | 'policy';

const typeOfKind: { readonly [K in ElementKind]: ElementType } = {
  command: 'COMMAND',
  event: 'EVENT',
  'read-model': 'READMODEL',
  screen: 'SCREEN',
  policy: 'AUTOMATION',
};

const isElement = (definition: Definition): definition is DefinitionOf<ElementKind> =>
  Object.hasOwn(typeOfKind, definition.kind);

/** Arrows between what are elements in the format; those through a decider lead from the command to its events. */
const dependenciesOf = (board: Board): Map<string, EmDependency[]> => {
  const found = new Map<string, EmDependency[]>();
  const add = (at: Definition, type: EmDependency['type'], to: DefinitionOf<ElementKind>): void => {
    const own = found.get(at.id) ?? [];
    own.push({ id: to.id, type, title: to.name, elementType: typeOfKind[to.kind] });
    found.set(at.id, own);
  };
  const arrows = arrowsOf(board);
  const made = eventsByCommand(board);
  for (const from of arrows.placed.filter(isElement)) {
    const straight = (Object.keys(typeOfKind) as NoteKind[]).flatMap((kind) => arrows.outOf(from.id, kind));
    const through = from.kind === 'command' ? (made.get(from.id) ?? []) : [];
    for (const to of new Set<Definition>([...straight, ...through])) {
      if (!isElement(to)) continue;
      add(from, 'OUTBOUND', to);
      add(to, 'INBOUND', from);
    }
  }
  return found;
};

const elements = (board: Board) => {
  const arrows = arrowsOf(board);
  const dependencies = dependenciesOf(board);
  const written = new Set<string>();

  const aggregateOf = (definition: Definition): DefinitionOf<'decider'> | undefined =>
    definition.kind === 'command'
      ? arrows.outOf(definition.id, 'decider')[0]
      : arrows.into(definition.id, 'decider')[0];
  const systemOf = ({ kind, id }: Definition): Definition | undefined => {
    if (kind === 'command') return arrows.outOf<NoteKind>(id, 'system')[0];
    return kind === 'event' ? arrows.into<NoteKind>(id, 'system')[0] : undefined;
  };

  const element = (definition: DefinitionOf<ElementKind>): EmElement => {
    const aggregate = aggregateOf(definition);
    const system = systemOf(definition);
    const idField = aggregate ? idFieldOf(board, aggregate.id) : '';
    return {
      id: definition.id,
      title: definition.name,
      type: typeOfKind[definition.kind],
      ...(system ? { context: 'EXTERNAL', service: system.name } : {}),
      ...(aggregate ? { aggregate: aggregate.name } : {}),
      fields: 'fields' in definition ? definition.fields.map((field) => emField(field, idField)) : [],
      dependencies: dependencies.get(definition.id) ?? [],
    };
  };
  /** Each element stands in one slice only. */
  const once = (definitions: readonly Definition[]): EmElement[] =>
    definitions
      .filter(isElement)
      .filter(({ id }) => !written.has(id))
      .map((definition) => {
        written.add(definition.id);
        return element(definition);
      });
  return { arrows, aggregateOf, once };
};

type Parts = Pick<EmSlice, 'sliceType'> & {
  actors?: readonly Definition[];
  commands?: readonly DefinitionOf<'command'>[];
  events?: readonly DefinitionOf<'event'>[];
  readmodels?: readonly DefinitionOf<'read-model'>[];
  screens?: readonly Definition[];
  processors?: readonly DefinitionOf<'policy'>[];
};

/** The bounded context that the first note of a definition lies in. */
const contextNameOf = (board: Board, definitionId: string): string | undefined => {
  const contexts = contextsOf(board);
  const note = Object.values(board.notes).find((one) => one.definitionId === definitionId && contexts.has(one.id));
  return note && contexts.get(note.id)?.name;
};

/** A board as an Event Modeling specification: a slice for each command, each policy and each read model. */
export const writeEventModeling = (board: Board): string => {
  const { arrows, aggregateOf, once } = elements(board);
  const made = eventsByCommand(board);
  const specifications = specificationsBySlice(board);
  const slices: EmSlice[] = [];
  const add = ({ id, name }: Pick<Definition, 'id' | 'name'>, parts: Parts): void => {
    const context = contextNameOf(board, id);
    const aggregates = [...(parts.commands ?? []), ...(parts.events ?? [])].flatMap(
      (one) => aggregateOf(one)?.name ?? [],
    );
    slices.push({
      id: `slice-${id}`,
      index: slices.length,
      title: name,
      ...(context === undefined ? {} : { context }),
      sliceType: parts.sliceType,
      ...(aggregates.length > 0 ? { aggregates: [...new Set(aggregates)] } : {}),
      ...(parts.actors && parts.actors.length > 0
        ? { actors: parts.actors.map((actor) => ({ name: actor.name, authRequired: false })) }
        : {}),
      commands: once(parts.commands ?? []),
      events: once(parts.events ?? []),
      readmodels: once(parts.readmodels ?? []),
      screens: once(parts.screens ?? []),
      processors: once(parts.processors ?? []),
      tables: [],
      specifications: specifications.get(id) ?? [],
    });
  };
  for (const command of ofKind(arrows.placed, 'command'))
    add(command, {
      sliceType: 'STATE_CHANGE',
      actors: arrows.into(command.id, 'actor'),
      screens: arrows.into(command.id, 'screen'),
      commands: [command],
      events: made.get(command.id) ?? [],
    });
  for (const policy of ofKind(arrows.placed, 'policy')) add(policy, { sliceType: 'AUTOMATION', processors: [policy] });
  for (const readModel of ofKind(arrows.placed, 'read-model'))
    add(readModel, {
      sliceType: 'STATE_VIEW',
      actors: arrows.outOf(readModel.id, 'actor'),
      screens: arrows.outOf(readModel.id, 'screen'),
      readmodels: [readModel],
    });
  const written = new Set(slices.flatMap(({ events, screens }) => [...events, ...screens].map(({ id }) => id)));
  for (const event of ofKind(arrows.placed, 'event'))
    if (!written.has(event.id)) add(event, { sliceType: 'STATE_VIEW', events: [event] });
  for (const screen of ofKind<NoteKind>(arrows.placed, 'screen'))
    if (!written.has(screen.id)) add(screen, { sliceType: 'STATE_VIEW', screens: [screen] });
  const model: EmModel = { slices };
  return `${JSON.stringify(model, null, 2)}\n`;
};
