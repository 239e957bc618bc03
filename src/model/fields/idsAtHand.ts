import type { Field, Json } from '../definitions.ts';
import { isReadableId, nextReadableId } from './readableIds.ts';

/** Where a command's form gets ids from. */
export type IdsAtHand = {
  /** One that nothing bears yet. */
  nextId: (field: Field) => string;
  /** Those in use, the latest first. */
  knownIds: (field: Field) => string[];
  /** Whether the field names something new with each command, as far as can be told from the commands before. */
  wantsNewId: (field: Field) => boolean;
};

type Message = { type: string; data: Json };

/**
 * The ids that recorded events and commands use. `commands` in the order in which they were received; `newId` makes
 * an id for fields without a prefix.
 */
export const idsAtHand = (
  commandType: string,
  recorded: { events: readonly Message[]; commands: readonly Message[] },
  newId: () => string,
): IdsAtHand => {
  const latestFirst = recorded.events.flatMap(({ data }) => idsIn(data)).reverse();
  const knownIds = (field: Field): string[] => [
    ...new Set(latestFirst.filter((use) => isOfField(use, field)).map(({ id }) => id)),
  ];
  return {
    knownIds,
    nextId: (field) => {
      const prefix = prefixOf(field);
      if (prefix === undefined) return newId();
      const asked = recorded.commands.flatMap(({ data }) => idsIn(data));
      return nextReadableId(
        prefix,
        [...latestFirst, ...asked].map(({ id }) => id),
      );
    },
    wantsNewId: (field) => knownIds(field).length === 0 || namesSomethingNew(commandType, field, recorded.commands),
  };
};

type Use = { name: string; id: string };

/** Every text in some data with the name of the field that it stands in. */
const idsIn = (data: Json, name = ''): Use[] => {
  if (typeof data === 'string') return [{ name, id: data }];
  if (data === null || typeof data !== 'object') return [];
  if (Array.isArray(data)) return data.flatMap((item) => idsIn(item, name));
  return Object.entries(data).flatMap(([key, value]) => idsIn(value, key));
};

const prefixOf = ({ type }: Field): string | undefined => {
  const item = type.kind === 'list' ? type.of : type;
  return item.kind === 'id' ? item.prefix : undefined;
};

const isOfField = ({ name, id }: Use, field: Field): boolean => {
  const prefix = prefixOf(field);
  return name === field.name || (prefix !== undefined && isReadableId(prefix, id));
};

/** Each command of the type so far brought an id that no command before it had. */
const namesSomethingNew = (commandType: string, field: Field, commands: readonly Message[]): boolean => {
  const seen = new Set<string>();
  let isAlwaysNew = false;
  for (const { type, data } of commands) {
    const uses = idsIn(data);
    if (type === commandType) {
      const own = uses.filter(({ name }) => name === field.name);
      if (own.some(({ id }) => seen.has(id))) return false;
      isAlwaysNew ||= own.length > 0;
    }
    for (const { id } of uses) seen.add(id);
  }
  return isAlwaysNew;
};
