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
  intent: Extract<BoardIntent, { type: 'AddUpcast' | 'ChangeUpcast' }>,
  board: Board,
): BoardEvent[] => {
  const { definitionId } = intent;
  const { upcasts: from = [], schemaVersion } = definitionOfKind(board, definitionId, 'event');
  if (intent.type === 'AddUpcast' && saysNothing(intent.change)) return [];
  const step =
    intent.type === 'ChangeUpcast' ? intent.step : joined(from, intent.to ?? schemaVersion + 1, intent.change);
  if (!Number.isSafeInteger(step.to) || step.to < 2) return refuse('An upcaster leads to version 2 or a later one.');
  const others = from.filter(({ to }) => to !== step.to);
  const to = saysNothing(step) ? others : [...others, step].sort((one, other) => one.to - other.to);
  return sameValue(from, to) ? [] : [{ type: 'UpcastsChanged', data: { definitionId, from, to } }];
};

const saysNothing = ({ formerNames = [], rename = {}, defaults = {}, code = [] }: Omit<Upcast, 'to'>): boolean =>
  [formerNames, rename, defaults, code].every((part) => Object.keys(part).length === 0);

const joined = (upcasts: readonly Upcast[], to: number, change: Omit<Upcast, 'to'>): Upcast => {
  const present = upcasts.find((step) => step.to === to);
  if (!present) return { to, ...change };
  const formerNames = [...new Set([...(present.formerNames ?? []), ...(change.formerNames ?? [])])];
  return {
    ...present,
    ...change,
    ...(formerNames.length > 0 ? { formerNames } : {}),
    ...(present.rename || change.rename ? { rename: { ...present.rename, ...change.rename } } : {}),
    ...(present.defaults || change.defaults ? { defaults: { ...present.defaults, ...change.defaults } } : {}),
  };
};
