import { type BoardIntent, type DefinitionOf, lastPositionOf, storedNames } from '#model';
import { appStore } from './appStore.ts';
import { historyOf } from './historyIndex.ts';

/** The version under which the latest event of a definition is stored in the open run; 0 where there is none. */
const storedVersionOf = (definition: DefinitionOf<'event'>): number => {
  const { events } = appStore.getState();
  const last = lastPositionOf(historyOf(events).types, storedNames(definition));
  return last > 0 ? (events.at(last - 1)?.metadata.schemaVersion ?? 0) : 0;
};

/** An edit of an event's fields, or of how it is read, with what only the history knows: which version is in use. */
export const withStoredVersion = (intent: BoardIntent): BoardIntent => {
  if (intent.type !== 'ChangeFields' && intent.type !== 'AddUpcast') return intent;
  const definition = appStore.getState().board.definitions[intent.definitionId];
  const storedVersion = definition?.kind === 'event' ? storedVersionOf(definition) : 0;
  if (storedVersion === 0) return intent;
  return intent.type === 'ChangeFields' ? { ...intent, storedVersion } : { to: storedVersion + 1, ...intent };
};
