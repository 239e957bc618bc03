import { areAny, boardChanges } from './boardChanges.ts';
import type { BoardEvent } from './boardEvents.ts';
import type { Board, Definition, DefinitionOf } from './definitions.ts';
import { recordOf } from './records.ts';

/** The step from the board as it is to one that it was: a new event, so that nothing of its history is rewritten. */
export const decideRestored = (past: Board, present: Board, withStreams: readonly string[]): BoardEvent[] => {
  const changes = boardChanges(present, { ...withLastingNames(past, present, withStreams), modelId: present.modelId });
  return areAny(changes) ? [{ type: 'BoardRestored', data: changes }] : [];
};

/** What is stored keeps the names that it was stored under, wherever the wall goes back to. */
const withLastingNames = (past: Board, present: Board, withStreams: readonly string[]): Board => ({
  ...past,
  definitions: Object.fromEntries(
    Object.entries(past.definitions).map(([id, definition]) => {
      const now = recordOf(present.definitions, id);
      return [id, now ? lasting(definition, now, withStreams.includes(id)) : definition];
    }),
  ),
});

const lasting = (past: Definition, now: Definition, hasStreams: boolean): Definition => {
  if (past.kind === 'decider' && now.kind === 'decider' && hasStreams)
    return { ...past, category: now.category, idField: now.idField };
  if (past.kind !== 'event' || now.kind !== 'event') return past;
  const known = [...(past.formerNames ?? []), ...(now.formerNames ?? []), now.name];
  const formerNames = [...new Set(known)].filter((name) => name !== past.name);
  return { ...past, ...afterVersion(past, now), ...(formerNames.length > 0 ? { formerNames } : {}) };
};

/** Events may be stored in the version of now: what comes back is the next one. */
const afterVersion = (past: DefinitionOf<'event'>, { schemaVersion, fields, earlier = [] }: DefinitionOf<'event'>) =>
  schemaVersion > past.schemaVersion
    ? { schemaVersion: schemaVersion + 1, earlier: [...earlier, { version: schemaVersion, fields }] }
    : {};
