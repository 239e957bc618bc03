import type { Json } from '#event-store';

/** Many users, each of whom sends one command, at an even pace whether or not anybody keeps up. */
export type LoadPlan = {
  command: {
    type: string;
    data: { [key: string]: Json };
    /** The field that names the stream. */
    idField: string;
    /** Fields that name something else with each command, such as a receipt. */
    newIds: string[];
  };
  users: number;
  /** In which all of them come. */
  seconds: number;
  /** How many streams they share; each has one of its own where it is null. */
  hotStreams: number | null;
  /** What each shared stream is sent before the first user comes, and is not counted. */
  begin: Pick<LoadPlan['command'], 'type' | 'data'>[];
  /**
   * `racing`: several handlers take one command each, and whoever was overtaken decides again. `grouped`: one handler
   * takes all that wait, decides them one after the other, and stores them in one transaction.
   */
  handling: 'racing' | 'grouped';
};

/** One that has come: its data names its stream. `dueAt` counts in milliseconds from the beginning. */
export type Arrival = { id: string; dueAt: number; type: string; data: Json };

export const arrivalOf = ({ command, users, seconds, hotStreams }: LoadPlan, user: number): Arrival => ({
  id: `user-${user + 1}`,
  dueAt: (user * seconds * 1000) / users,
  type: command.type,
  data: {
    ...command.data,
    ...Object.fromEntries(command.newIds.map((field) => [field, `${field}-${user + 1}`])),
    [command.idField]: hotStreams === null ? `user-${user + 1}` : hotStream(user % hotStreams),
  },
});

const hotStream = (index: number): string => `hot-${index + 1}`;

/** What makes the shared streams ready, before anybody comes. */
export const beginningOf = ({ command, hotStreams, begin }: LoadPlan): Arrival[] =>
  Array.from({ length: hotStreams ?? 0 }, (_, index) => hotStream(index)).flatMap((stream) =>
    begin.map(({ type, data }, step) => ({
      id: `before-${stream}-${step + 1}`,
      dueAt: 0,
      type,
      data: { ...data, [command.idField]: stream },
    })),
  );
