import { type Arrows, arrowsOf, commandsOf, deciderOf, eventsOf, ofKind } from '../arrows.ts';
import type { Board, CodeFile, DefinitionOf, Field, FieldType } from '../definitions.ts';

/** Where the value of a field may come from. */
export type FieldOrigin =
  | { kind: 'command'; definitionId: string; isSameType: boolean }
  /** An earlier event of the same decider, remembered in its state. */
  | { kind: 'state'; definitionId: string; isSameType: boolean }
  | { kind: 'clock' }
  /** The decider's code names it: it is worked out there. */
  | { kind: 'code'; definitionId: string };

/** One field of an event, and everything that it may come from; nothing where nobody knows. */
export type FieldOrigins = { eventId: string; field: Field; origins: FieldOrigin[] };

/**
 * Where each field of an event that a decider makes comes from: its commands, its state, the clock or its code. Events
 * that no decider makes are left out: an external system knows its own.
 */
export const fieldOrigins = (board: Board): FieldOrigins[] => {
  const arrows = arrowsOf(board);
  return ofKind(arrows.placed, 'event').flatMap((event) => originsOfEvent(arrows, event));
};

export const originsOfEvent = (arrows: Arrows, event: DefinitionOf<'event'>): FieldOrigins[] => {
  const deciders = decidersMaking(arrows, event);
  if (deciders.length === 0) return [];
  const commands = deciders.flatMap(({ id }) => commandsOf(arrows, id));
  const others = deciders.flatMap(({ id }) => eventsOf(arrows, id)).filter(({ id }) => id !== event.id);
  return event.fields.map((field) => ({
    eventId: event.id,
    field,
    origins: [
      ...sameField('command', field, commands),
      ...sameField('state', field, others),
      ...(field.type.kind === 'date' ? [{ kind: 'clock' as const }] : []),
      ...deciders
        .filter((decider) => isNamedIn(decider, field.name))
        .map(({ id }) => ({ kind: 'code' as const, definitionId: id })),
    ],
  }));
};

const decidersMaking = (arrows: Arrows, event: DefinitionOf<'event'>): DefinitionOf<'decider'>[] => {
  const makers = arrows.into(event.id, 'decider');
  if (makers.length > 0) return makers;
  return [...new Set(arrows.into(event.id, 'command').flatMap(({ id }) => deciderOf(arrows, id) ?? []))];
};

const sameField = (
  kind: 'command' | 'state',
  { name, type }: Field,
  messages: readonly DefinitionOf<'event' | 'command'>[],
): FieldOrigin[] =>
  messages.flatMap(({ id, fields }) => {
    const same = fields.find((field) => field.name === name);
    return same ? [{ kind, definitionId: id, isSameType: shapeOf(same.type) === shapeOf(type) }] : [];
  });

/** What kind of JSON values have: an id given for a text, or a choice for either, needs no conversion. */
const shapeOf = (type: FieldType): string => {
  switch (type.kind) {
    case 'text':
    case 'id':
    case 'date':
    case 'choice':
      return 'text';
    case 'list':
      return `list of ${shapeOf(type.of)}`;
    default:
      return type.kind;
  }
};

const wordsOfCode = new WeakMap<CodeFile[], ReadonlySet<string>>();

/** Code stays the same object until it is edited: its words are found once. */
const wordsIn = (code: CodeFile[]): ReadonlySet<string> => {
  const words =
    wordsOfCode.get(code) ?? new Set(code.flatMap(({ text }) => text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []));
  wordsOfCode.set(code, words);
  return words;
};

const isNamedIn = ({ code }: DefinitionOf<'decider'>, name: string): boolean => wordsIn(code).has(name);
