import { belowAll } from './belowAll.ts';
import type { BoardIntent, Point } from './boardEvents.ts';
import type { Board, Definition, Field } from './definitions.ts';
import { kindInfo } from './grammar.ts';
import { shifted } from './layout/rectangle.ts';
import { uniqueName } from './naming.ts';
import { newDefinition, newNote } from './newDefinition.ts';

/** What was found in recorded events: their types with fields, and which of them each category of streams holds. */
export type FoundEvents = {
  types: { type: string; fields: Field[] }[];
  /** Types in the order in which they first came. */
  categories: { category: string; types: string[] }[];
};

export type WallFromEvents = {
  intents: BoardIntent[];
  /** Of the notes that are new. */
  noteIds: string[];
};

/** Events in a row along time where they stand alone, in a column behind a decider, so that its arrows reach them. */
const inRow = 6;
const gap = 32;
/** Between a decider and its events, with room for arrows, and between two categories. */
const wideGap = 96;

const square = kindInfo.event.defaultSize;
const wide = kindInfo.decider.defaultSize;

/** Of the n-th event of a category, from its corner. */
const placeOf = (index: number, withDeciders: boolean): Point => {
  const [along, across] = [(index % inRow) * (square.width + gap), Math.floor(index / inRow) * (square.height + gap)];
  return withDeciders ? { x: wide.width + wideGap + across, y: along } : { x: along, y: across };
};

const heightOf = (events: number, withDeciders: boolean): number => {
  const rows = withDeciders ? Math.min(events, inRow) : Math.ceil(events / inRow);
  return Math.max(0, rows * (square.height + gap) - gap);
};

/**
 * Notes for recorded events, below what stands on the wall: for each category of streams its decider at the left, where
 * deciders are wanted, and its events along time. What is on the wall under the same name, or was once called so, is used
 * as it is. `nextId` makes ids.
 */
export const wallFromEvents = (
  board: Board,
  found: FoundEvents,
  { withDeciders }: { withDeciders: boolean },
  nextId: () => string,
): WallFromEvents => {
  const wall = addingTo(board, nextId);
  const fieldsOf = new Map(found.types.map(({ type, fields }) => [type, fields]));
  const { x, y: top } = belowAll(board);
  let y = top;
  for (const { category, types } of found.categories) {
    const before = wall.noteIds.length;
    const events = types.map((type) =>
      wall.event(
        type,
        fieldsOf.get(type) ?? [],
        shifted(placeOf(wall.noteIds.length - before, withDeciders), { x, y }),
      ),
    );
    const height = heightOf(wall.noteIds.length - before, withDeciders);
    if (withDeciders || wall.hasDecider(category)) {
      const decider = wall.decider(category, { x, y: y + Math.max(0, (height - wide.height) / 2) });
      for (const event of events) wall.connect(decider, event);
    }
    if (wall.noteIds.length > before) y += Math.max(height, wide.height) + wideGap;
  }
  return wall.done();
};

/** Collects what is new. */
const addingTo = (board: Board, nextId: () => string) => {
  const intents: BoardIntent[] = [];
  const noteIds: string[] = [];
  const notes = new Map<string, string>();

  const noteOf = (isMeant: (definition: Definition) => boolean): string | undefined => {
    const definition = Object.values(board.definitions).find(isMeant);
    return Object.values(board.notes).find(({ definitionId }) => definitionId === definition?.id)?.id;
  };
  const add = (definition: Definition, at: Point): string => {
    const note = newNote(nextId(), definition.id, at);
    intents.push({ type: 'AddNote', note, definition });
    noteIds.push(note.id);
    return note.id;
  };
  const known = (key: string, isMeant: (definition: Definition) => boolean, make: () => string): string => {
    const noteId = notes.get(key) ?? noteOf(isMeant) ?? make();
    notes.set(key, noteId);
    return noteId;
  };
  const isOfCategory = (category: string) => (definition: Definition) =>
    definition.kind === 'decider' && definition.category === category;

  return {
    noteIds,
    event: (type: string, fields: Field[], at: Point): string =>
      known(
        `event ${type}`,
        ({ kind, name, formerNames = [] }) => kind === 'event' && (name === type || formerNames.includes(type)),
        () => add({ ...newDefinition('event', nextId(), type), fields } as Definition, at),
      ),
    hasDecider: (category: string): boolean => noteOf(isOfCategory(category)) !== undefined,
    decider: (category: string, at: Point): string =>
      known(`decider ${category}`, isOfCategory(category), () => {
        const name = uniqueName(board, 'decider', category);
        return add({ ...newDefinition('decider', nextId(), name), category } as Definition, at);
      }),
    connect: (from: string, to: string): void => {
      const isThere = Object.values(board.connections).some((other) => other.from === from && other.to === to);
      if (!isThere) intents.push({ type: 'ConnectNotes', connection: { id: nextId(), from, to } });
    },
    done: (): WallFromEvents => ({ intents, noteIds }),
  };
};
