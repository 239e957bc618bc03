import { belowAll } from '../belowAll.ts';
import type { BoardIntent, Point } from '../boardEvents.ts';
import type { Board, Definition, NoteKind } from '../definitions.ts';
import { kindInfo } from '../grammar.ts';
import { uniqueName } from '../naming.ts';
import { newDefinition, newNote } from '../newDefinition.ts';
import { typeName } from '../typeText.ts';
import type { ReadCode, ReadMessage } from './readCode.ts';

/** One of the notes that code becomes. One that is on the wall already is only connected. */
export type NoteFromCode = { kind: NoteKind; name: string; message?: ReadMessage; at: Point; isThere: boolean };

/** What the wall gets of some code. */
export type WallFromCode = {
  notes: NoteFromCode[];
  /** Of the definition whose code it is. */
  name: string;
  intents: BoardIntent[];
  /** Of the notes that are new, the one with the code first. */
  noteIds: string[];
};

const columnGap = 64;
const rowHeight = 160;

/**
 * The notes and arrows for some code, below what stands on the wall: commands at the left, the code in the middle,
 * events at the right; of a read model and a policy the events at the left. `nextId` makes ids.
 */
export const wallFromCode = (board: Board, read: ReadCode, text: string, nextId: () => string): WallFromCode => {
  const [before, after] = read.kind === 'decider' ? [read.commands, read.events] : [read.events, read.commands];
  const kinds: [NoteKind, NoteKind] = read.kind === 'decider' ? ['command', 'event'] : ['event', 'command'];
  const origin = belowAll(board);
  const rows = Math.max(1, before.length, after.length);
  const place = placing(board, nextId);
  const centre = (rows * rowHeight) / 2;
  const size = kindInfo[read.kind].defaultSize;
  const name = uniqueName(board, read.kind, read.name);
  const column = kindInfo.command.defaultSize.width + columnGap;
  const middle = place.note(
    read.kind,
    name,
    { x: origin.x + column, y: origin.y + centre - size.height / 2 },
    {
      code: [{ path: `${typeName(read.name)}.ts`, text }],
    },
  );
  const side = (messages: ReadMessage[], kind: NoteKind, x: number): string[] =>
    messages.map((message, index) => {
      const y = origin.y + centre + (index - messages.length / 2) * rowHeight + (rowHeight - 128) / 2;
      return place.note(kind, message.name, { x, y }, { fields: message.fields }, message);
    });
  for (const id of side(before, kinds[0], origin.x)) place.connect(id, middle);
  for (const id of side(after, kinds[1], origin.x + column + size.width + columnGap)) place.connect(middle, id);
  return { ...place.done(), name };
};

/** Collects notes and arrows. What is on the wall under the same name is used as it is. */
const placing = (board: Board, nextId: () => string) => {
  const notes: NoteFromCode[] = [];
  const intents: BoardIntent[] = [];
  const noteIds: string[] = [];
  const standing = (kind: NoteKind, name: string): string | undefined => {
    const definition = Object.values(board.definitions).find((other) => other.kind === kind && other.name === name);
    return Object.values(board.notes).find(({ definitionId }) => definitionId === definition?.id)?.id;
  };
  return {
    note: (kind: NoteKind, name: string, at: Point, content: Partial<Definition>, message?: ReadMessage): string => {
      const there = message ? standing(kind, name) : undefined;
      notes.push({ kind, name, at, isThere: there !== undefined, ...(message && { message }) });
      if (there !== undefined) return there;
      const definition = { ...newDefinition(kind, nextId(), name), ...content } as Definition;
      const note = newNote(nextId(), definition.id, at);
      intents.push({ type: 'AddNote', note, definition });
      noteIds.push(note.id);
      return note.id;
    },
    connect: (from: string, to: string): void => {
      const isThere = Object.values(board.connections).some((other) => other.from === from && other.to === to);
      if (!isThere) intents.push({ type: 'ConnectNotes', connection: { id: nextId(), from, to } });
    },
    done: () => ({ notes, intents, noteIds }),
  };
};
