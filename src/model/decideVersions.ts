import type { BoardEvent, BoardIntent } from './boardEvents.ts';
import { refuse } from './boardRefusal.ts';
import type { Board, Definition, Upcast } from './definitions.ts';
import { definitionOfKind } from './lookUp.ts';
import { sameValue } from './sameValue.ts';

/**
 * Before the fields of an event change: where events are stored in its present version, what comes is another one. While
 * nothing is stored in it, its fields may change as they like.
 */
export const decideVersion = (definition: Definition, storedVersion = 0): BoardEvent[] => {
  if (definition.kind !== 'event' || storedVersion < definition.schemaVersion) return [];
  const { id: definitionId, schemaVersion: from, fields } = definition;
  return [{ type: 'SchemaVersionRaised', data: { definitionId, from, to: storedVersion + 1, fields } }];
};

/** What joins a step that is there goes over what it says. Nothing where the change would change nothing. */
export const decideUpcast = (
  { definitionId, change, to }: Extract<BoardIntent, { type: 'AddUpcast' }>,
  board: Board,
): BoardEvent[] => {
  if (saysNothing(change)) return [];
  const { upcasts = [], schemaVersion } = definitionOfKind(board, definitionId, 'event');
  const version = to ?? schemaVersion + 1;
  const present = upcasts.find((step) => step.to === version);
  return decideStep(definitionId, joined(version, present, change), board);
};

export const decideStep = (definitionId: string, step: Upcast, board: Board): BoardEvent[] => {
  const { upcasts: from = [] } = definitionOfKind(board, definitionId, 'event');
  if (!Number.isSafeInteger(step.to) || step.to < 2) return refuse('An upcaster leads to version 2 or a later one.');
  const others = from.filter(({ to }) => to !== step.to);
  const to = saysNothing(step) ? others : [...others, step].sort((one, other) => one.to - other.to);
  return sameValue(from, to) ? [] : [{ type: 'UpcastsChanged', data: { definitionId, from, to } }];
};

const saysNothing = ({ formerNames = [], rename = {}, defaults = {}, code = [] }: Omit<Upcast, 'to'>): boolean =>
  [formerNames, rename, defaults, code].every((part) => Object.keys(part).length === 0);

const joined = (to: number, present: Upcast | undefined, change: Omit<Upcast, 'to'>): Upcast => {
  if (!present) return { to, ...change };
  const formerNames = [...new Set([...(present.formerNames ?? []), ...(change.formerNames ?? [])])];
  return {
    ...present,
    ...(formerNames.length > 0 ? { formerNames } : {}),
    ...(present.rename || change.rename ? { rename: { ...present.rename, ...change.rename } } : {}),
    ...(present.defaults || change.defaults ? { defaults: { ...present.defaults, ...change.defaults } } : {}),
    ...(change.code ? { code: change.code } : {}),
  };
};
