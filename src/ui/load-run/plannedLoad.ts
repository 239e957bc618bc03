import { type DefinitionOf, type ProgramDecider, programOf } from '#model';
import type { AppState, LoadPlan } from '#state';
import { idsFor, startingData, streamFor } from '../run/commandData.ts';

export type CommandForLoad = { command: DefinitionOf<'command'>; decider: ProgramDecider };

/** Commands that lead to a decider, in the order of the wall. */
export const commandsForLoad = ({ board }: Pick<AppState, 'board'>): CommandForLoad[] => {
  const { commands, deciders } = programOf(board);
  return commands.flatMap(({ id, deciderId }) => {
    const command = board.definitions[id];
    const decider = deciders.find((one) => one.id === deciderId);
    return command?.kind === 'command' && decider ? [{ command, decider }] : [];
  });
};

/** What is typed; numbers are null where no number stands there. */
export type LoadChoice = {
  commandId: string;
  users: number | null;
  seconds: number | null;
  areStreamsShared: boolean;
  sharedStreams: number | null;
  handling: LoadPlan['handling'];
};

/** 10,000 users in a minute. */
export const startingChoice = (commandId: string): LoadChoice => ({
  commandId,
  users: 10_000,
  seconds: 60,
  areStreamsShared: false,
  sharedStreams: 5,
  handling: 'grouped',
});

export type LoadTroubles = { users: boolean; seconds: boolean; sharedStreams: boolean };

const isWithin = (value: number | null, most: number): boolean =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= most;

export const troublesOf = ({ users, seconds, areStreamsShared, sharedStreams }: LoadChoice): LoadTroubles => ({
  users: !isWithin(users, 100_000),
  seconds: !isWithin(seconds, 600),
  sharedStreams: areStreamsShared && !isWithin(sharedStreams, users ?? 0),
});

type Recorded = Pick<AppState, 'events' | 'commands'>;

/**
 * The recorded stream that the command would go to, and what it was sent: so each shared stream begins, as most commands
 * are only taken by a stream that something has happened in. Nothing was sent to one that the command begins itself.
 */
export const beginningFor = (
  { command, decider }: CommandForLoad,
  recorded: Recorded,
): { stream: string; sent: LoadPlan['begin'] } => {
  const stream = streamFor(decider, startingData(command, decider, recorded));
  const own = recorded.commands.filter((one) => one.stream === stream && one.outcome.kind === 'appended');
  return { stream, sent: own.map(({ type, data }) => ({ type, data: data as LoadPlan['command']['data'] })) };
};

/** Undefined where something is missing or wrong. */
export const planOf = (choice: LoadChoice, forLoad: CommandForLoad, recorded: Recorded): LoadPlan | undefined => {
  const { command, decider } = forLoad;
  const { users, seconds, areStreamsShared, sharedStreams, handling } = choice;
  if (Object.values(troublesOf(choice)).includes(true) || users === null || seconds === null) return undefined;
  const data = startingData(command, decider, recorded);
  const ids = idsFor(command, decider, recorded);
  const newIds = command.fields.filter((field) => field.type.kind === 'id' && ids.wantsNewId(field));
  return {
    command: { type: command.name, data, idField: decider.idField, newIds: newIds.map(({ name }) => name) },
    users,
    seconds,
    hotStreams: areStreamsShared ? sharedStreams : null,
    begin: areStreamsShared ? beginningFor(forLoad, recorded).sent : [],
    handling,
  };
};
