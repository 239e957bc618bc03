import type { Program } from '../program.ts';

/** What messages that were stored under a former name are called today. */
export type NamesToday = { event: (type: string) => string; command: (type: string) => string };

export const namesToday = ({ events, commands }: Pick<Program, 'events' | 'commands'>): NamesToday => ({
  event: todayOf(events),
  command: todayOf(commands),
});

/** A name that another one bears by now is that one's. */
const todayOf = (messages: readonly { type: string; formerNames?: string[] }[]): ((type: string) => string) => {
  const inUse = new Set(messages.map(({ type }) => type));
  const today = new Map(
    messages.flatMap(({ type, formerNames = [] }) => formerNames.map((former) => [former, type] as const)),
  );
  return (type) => (inUse.has(type) ? type : (today.get(type) ?? type));
};
