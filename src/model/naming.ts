import type { Board, NoteKind } from './definitions.ts';
import { kindInfo } from './grammar.ts';

const freeName = (taken: ReadonlySet<string>, wanted: string): string => {
  if (!taken.has(wanted)) return wanted;
  const separator = /^\w+$/u.test(wanted) ? '' : ' ';
  let number = 2;
  while (taken.has(`${wanted}${separator}${number}`)) number += 1;
  return `${wanted}${separator}${number}`;
};

/** A name for a new note that no other of its kind bears: `Decider`, `Decider2`, … */
export const uniqueName = (board: Board, kind: NoteKind, wanted: string = kindInfo[kind].defaultName): string =>
  freeName(
    new Set(
      Object.values(board.definitions).flatMap((definition) => (definition.kind === kind ? [definition.name] : [])),
    ),
    wanted,
  );

/** Names for many new notes, one after the other: none that is on the board, and none twice. */
export const naming = (board: Board): ((kind: NoteKind, wanted: string) => string) => {
  const taken = new Map<NoteKind, Set<string>>();
  const takenBy = (kind: NoteKind): Set<string> => {
    const names = taken.get(kind) ?? new Set<string>();
    taken.set(kind, names);
    return names;
  };
  for (const { kind, name } of Object.values(board.definitions)) takenBy(kind).add(name);
  return (kind, wanted) => {
    const name = freeName(takenBy(kind), wanted);
    takenBy(kind).add(name);
    return name;
  };
};

/** Whether a note still bears the name that it was made with. */
export const isDefaultName = (kind: NoteKind, name: string): boolean => {
  const { defaultName } = kindInfo[kind];
  return name.startsWith(defaultName) && /^ ?\d*$/u.test(name.slice(defaultName.length));
};

/** `Shopping cart` → `ShoppingCart`: the words of a name as one, fit to name a type or a category of streams. */
export const inOneWord = (name: string): string =>
  name
    .split(/[^\p{L}\p{N}_$]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/** The category that the streams of a decider get when it is named. */
export const categoryFrom = (name: string): string => inOneWord(name) || 'Stream';
