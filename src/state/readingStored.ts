import type { DryRun, StoredReading } from '#engine';
import { type Board, type DefinitionOf, programOf } from '#model';
import type { RecordedEvent } from './AppState.ts';
import { appStore } from './appStore.ts';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { orSay } from './messages.ts';
import { untilStopped } from './running.ts';

/** How stored events of a definition are read by its upcasters as they stand in the editor. In the order of the events. */
export const readStored = (
  { id, name, fields, schemaVersion, formerNames = [], upcasts }: DefinitionOf<'event'>,
  events: RecordedEvent[],
): Promise<StoredReading[]> =>
  engine().readStored({
    event: { id, type: name, fields, schemaVersion, formerNames, ...(upcasts ? { upcasts } : {}) },
    storeAsJson: appStore.getState().board.settings.storeAsJson,
    events,
  });

export const readStoredOrSay = (definition: DefinitionOf<'event'>, events: RecordedEvent[]) =>
  orSay(() => readStored(definition, events));

/** Its stored events as they were written. */
const withoutUpcasters = (board: Board, definitionId: string): Board => {
  const definition = board.definitions[definitionId];
  if (definition?.kind !== 'event') return board;
  const { upcasts: _, ...asStored } = definition;
  return { ...board, definitions: { ...board.definitions, [definitionId]: asStored } };
};

/** What the upcasters of an event change in all that the recorded history comes to. Nothing where it was stopped. */
export const dryRun = async (definitionId: string): Promise<DryRun | null> => {
  flushCode();
  const { board } = appStore.getState();
  const programs = [programOf(withoutUpcasters(board, definitionId)), programOf(board)] as const;
  return (await orSay(() => untilStopped(() => engine().dryRun([...programs])))) ?? null;
};
