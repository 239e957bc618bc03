import {
  type Definition,
  type DefinitionOf,
  type Field,
  fieldsTrouble,
  type NoteKind,
  newDefinition,
  type Specification,
} from '#model';
import { notAModel } from '../ModelFileError.ts';
import { slugOf } from './names.ts';
import { createRemarks } from './remarks.ts';
import { uniqueNames } from './uniqueNames.ts';

/** Walls of this size are still laid out in a moment. */
const mostThings = 1000;
const mostArrows = 4000;
const mostContexts = 100;
const mostFields = 500;

type Arrow = { from: Definition; to: Definition };

/**
 * A model on its way in from another notation: things by kind and name, the arrows between them, and what is specified.
 * Ids are made of names, so that the same file gives the same model.
 */
export const createSketch = () => {
  const things = new Map<string, Definition>();
  const arrows = new Map<string, Arrow>();
  const contexts = new Map<string, Set<Definition>>();
  const specifications: Specification[] = [];
  const remarks = createRemarks();
  const uniqueId = uniqueNames();

  const find = <K extends NoteKind>(kind: K, name: string): DefinitionOf<K> | undefined =>
    things.get(`${kind} ${name}`) as DefinitionOf<K> | undefined;

  /** The one of this kind and name, which is made where it is not there yet. */
  const thing = <K extends NoteKind>(kind: K, name: string): DefinitionOf<K> => {
    const known = find(kind, name);
    if (known) return known;
    if (things.size === mostThings) throw notAModel(`it has more than ${mostThings.toLocaleString('en')} notes`);
    const made = newDefinition(kind, uniqueId(`${kind}-${slugOf(name)}`, '-'), name);
    things.set(`${kind} ${name}`, made);
    return made as DefinitionOf<K>;
  };

  const arrow = (from: Definition, to: Definition): void => {
    const key = `${from.id} ${to.id}`;
    if (from === to || arrows.has(key)) return;
    if (arrows.size === mostArrows) throw notAModel(`it has more than ${mostArrows.toLocaleString('en')} arrows`);
    arrows.set(key, { from, to });
  };

  /** Fields that a message does not have yet; those that make no sense are said. */
  const addFields = (message: DefinitionOf<'event'> | DefinitionOf<'command'>, fields: readonly Field[]): void => {
    for (const field of fields) {
      if (message.fields.length >= mostFields) {
        remarks.add(`Left out fields of ${message.name}: it has more than ${mostFields}.`);
        return;
      }
      if (message.fields.some(({ name }) => name === field.name)) continue;
      const trouble = fieldsTrouble([field]);
      if (trouble) remarks.add(`Left out a field of ${message.name}: ${trouble}`);
      else message.fields.push(field);
    }
  };

  /** A thing stands in the first context that names it. */
  const putInContext = (name: string, member: Definition): void => {
    for (const members of contexts.values()) if (members.has(member)) return;
    if (!contexts.has(name) && contexts.size === mostContexts) {
      remarks.add(`Left out contexts: only ${mostContexts} can be told apart.`);
      return;
    }
    const members = contexts.get(name) ?? new Set();
    contexts.set(name, members.add(member));
  };

  return {
    find,
    thing,
    arrow,
    addFields,
    putInContext,
    remark: remarks.add,
    specify: (specification: Specification): void => {
      specifications.push(specification);
    },
    /** The deciders that a command goes to. */
    deciderOf: (command: Definition): DefinitionOf<'decider'> | undefined => {
      for (const { from, to } of arrows.values()) if (from === command && to.kind === 'decider') return to;
      return undefined;
    },
    all: () => ({
      things: [...things.values()],
      arrows: [...arrows.values()],
      contexts: new Map(contexts),
      specifications,
      remarks: remarks.all(),
    }),
  };
};

export type Sketch = ReturnType<typeof createSketch>;
