import { type CommandRecord, newUuid, type RecordedEvent } from '#engine';
import { asOfToday, type Board, eventAt, positionsOf, processPartsOf, specificationFromRecorded } from '#model';
import type { AppState } from './AppState.ts';
import { appStore } from './appStore.ts';
import { edit } from './boardEditing.ts';
import { engine } from './engineAccess.ts';
import { historyOf } from './historyIndex.ts';
import { sentenceOf } from './messages.ts';

const { getState, setState } = appStore;

const setVerdict = (id: string, verdict: ReturnType<typeof getState>['verdicts'][string]): void =>
  setState(({ verdicts }) => ({ verdicts: { ...verdicts, [id]: verdict } }));

export const runSpecification = async (specificationId: string): Promise<void> => {
  const specification = getState().board.specifications[specificationId];
  if (!specification) return;
  try {
    const verdict = await engine().specify(specification);
    if (getState().board.specifications[specificationId] === specification) setVerdict(specificationId, verdict);
  } catch (error) {
    setVerdict(specificationId, { kind: 'broken', message: sentenceOf(error) });
  }
};

/** A verdict stays on screen until the next one is there, so that nothing flickers while somebody types. */
export const runAllSpecifications = (): void => {
  for (const id of Object.keys(getState().board.specifications)) void runSpecification(id);
};

/** Runs those that are new or changed, drops the verdicts of those that are gone. */
export const followSpecifications = (
  specifications: ReturnType<typeof getState>['board']['specifications'],
  before: ReturnType<typeof getState>['board']['specifications'],
): void => {
  setState(({ verdicts }) => ({
    verdicts: Object.fromEntries(Object.entries(verdicts).filter(([id]) => id in specifications)),
  }));
  for (const [id, specification] of Object.entries(specifications))
    if (specification !== before[id]) void runSpecification(id);
};

export const specificationFromCommand = (commandId: string): void => {
  const { board, commands, events } = getState();
  const command = commands.find((record) => record.commandId === commandId);
  if (!command) return;
  const specification = specificationFromRecorded({
    id: newUuid(),
    board,
    command,
    events: asCodeReads(board, eventsAround(command, events)),
  });
  if (specification) edit('Make a specification', [{ type: 'AddSpecification', specification }]);
};

/** Those of its stream: what it was decided on, and what it made. */
const eventsAround = ({ stream }: CommandRecord, events: AppState['events']): RecordedEvent[] =>
  positionsOf(historyOf(events).streams, stream).flatMap((position) => eventAt(events, position) ?? []);

/** Stored events as the code is handed them. */
export const asCodeReads = (board: Board, events: RecordedEvent[]): RecordedEvent[] => {
  const definitions = Object.values(board.definitions).filter((definition) => definition.kind === 'event');
  const asRead = (event: RecordedEvent): RecordedEvent => {
    const definition = definitions.find(({ name, formerNames = [] }) => [name, ...formerNames].includes(event.type));
    return definition ? asOfToday(definition, event) : event;
  };
  return events.map((event) => {
    const handed = processPartsOf(event.type);
    if (handed?.action !== 'received') return asRead(event);
    const read = asRead({ ...event, type: handed.type });
    return { ...read, type: `received:${read.type}` };
  });
};
