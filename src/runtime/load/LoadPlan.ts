import type { Json } from '#event-store';

/** Many users, each of whom sends one command, at an even pace whether or not anybody keeps up. */
export type LoadPlan = {
  command: {
    type: string;
    data: { [key: string]: Json };
    /** The field that names the stream. */
    idField: string;
  };
  users: number;
  /** In which all of them come. */
  seconds: number;
  /** How many streams they share; each has one of its own where it is null. */
  hotStreams: number | null;
  /**
   * `racing`: several handlers take one command each, and whoever was overtaken decides again. `grouped`: one handler
   * takes all that wait, decides them one after the other, and stores them in one transaction.
   */
  handling: 'racing' | 'grouped';
};

/** One that has come: its data names its stream. `dueAt` counts in milliseconds from the beginning. */
export type Arrival = { user: number; dueAt: number; type: string; data: Json };

export const arrivalOf = ({ command, users, seconds, hotStreams }: LoadPlan, user: number): Arrival => ({
  user,
  dueAt: (user * seconds * 1000) / users,
  type: command.type,
  data: {
    ...command.data,
    [command.idField]: hotStreams === null ? `user-${user + 1}` : `hot-${(user % hotStreams) + 1}`,
  },
});
