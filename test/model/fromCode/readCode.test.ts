import { describe, expect, it } from 'vitest';
import {
  arrowsOf,
  commandsOf,
  decideBoard,
  emptyBoard,
  eventsOf,
  evolveBoard,
  growthOf,
  lineOfFields,
  readCode,
  wallFromCode,
} from '#model';
import { samples } from '#samples';
import { cartWall } from '../support/wall.ts';

const readOf = (text: string) => {
  const reading = readCode(text);
  if (reading.kind === 'problem') throw new Error(reading.message);
  return reading.read;
};

/** `OpenCart(cartId: id)` */
const lines = (messages: { name: string; fields: Parameters<typeof lineOfFields>[0] }[]): string[] =>
  messages.map(({ name, fields }) => `${name}(${lineOfFields(fields)})`);

const guestList = `
import { type Command, type Event, IllegalStateError } from '@event-driven-io/emmett';
import { rules } from './rules';
import dayjs from 'dayjs';

type Seat = { row: number; place: number };
type Mood = 'calm' | 'loud';
interface Named { name: string }
interface Guest extends Named { guestId: string; plusOnes: string[]; seat?: Seat }

export type ListOpened = Event<'ListOpened', { listId: string; openedAt: Date; limit: number | null }>;
export type GuestInvited = Event<'GuestInvited', { listId: string; guest: Guest; mood: Mood; seats: Array<Seat> }>;
export type GuestListEvent =
  | ListOpened
  | GuestInvited
  | { readonly type: 'ListClosed'; readonly data: Readonly<{ listId: string; isFull: boolean; tags: ('a' | 'b')[] }>; kind?: 'Event' };

type OpenList = Command<'OpenList', { listId: string; limit?: number }>;
type InviteGuest = Command<'InviteGuest', { listId: string; guest: Guest; check: (guest: Guest) => boolean }>;
type GuestListCommand = OpenList | InviteGuest;

export type GuestListState = { status: 'new' } | { status: 'open'; guests: Guest[] };

export const decide = (command: GuestListCommand, state: GuestListState): GuestListEvent | GuestListEvent[] => {
  switch (command.type) {
    case 'OpenList':
      return { type: 'ListOpened', data: { listId: command.data.listId, openedAt: new Date(), limit: null } };
    case 'InviteGuest':
      throw new IllegalStateError('not yet');
  }
};
export const evolve = (state: GuestListState, { type, data }: GuestListEvent): GuestListState => {
  switch (type) { case 'ListOpened': return { status: 'open', guests: [] }; default: return state; }
};
export const initialState = (): GuestListState => ({ status: 'new' });
`;

describe('reading code that was written elsewhere', () => {
  it('finds the commands, events and fields of a decider by its types', () => {
    const read = readOf(guestList);
    expect(read).toMatchObject({ kind: 'decider', name: 'GuestList' });
    expect(lines(read.commands)).toEqual([
      'OpenList(listId: id, limit?: number)',
      'InviteGuest(listId: id, guest: { name: text, guestId: id, plusOnes: text[], seat?: { row: number, place: number } }, check: text)',
    ]);
    expect(lines(read.events)).toEqual([
      'ListOpened(listId: id, openedAt: date, limit?: number)',
      'GuestInvited(listId: id, guest: { name: text, guestId: id, plusOnes: text[], seat?: { row: number, place: number } }, mood: calm | loud, seats: { row: number, place: number }[])',
      'ListClosed(listId: id, isFull: boolean, tags: (a | b)[])',
    ]);
  });

  it('says what it could not tell', () => {
    expect(readOf(guestList).remarks).toEqual([
      'The type of check in InviteGuest is none that fields have: it becomes a text.',
      'It imports ./rules: add that file beside it in the code pane.',
      'It imports dayjs, which is not there: code here has no packages.',
    ]);
  });

  it('takes the types from an annotated decider', () => {
    const read = readOf(`
type LampEvent = { type: 'SwitchedOn'; data: { at: string } } | { type: 'SwitchedOff'; data: {} };
type LampCommand = { type: 'Press'; data: { lampId: string } };
export const decider: Decider<boolean, LampCommand, LampEvent> = {
  decide: (command, isOn) => (isOn ? { type: 'SwitchedOff', data: {} } : { type: 'SwitchedOn', data: { at: '' } }),
  evolve: (_, event) => event.type === 'SwitchedOn',
  initialState: () => false,
};`);
    expect(read.name).toBe('Lamp');
    expect(lines(read.commands)).toEqual(['Press(lampId: id)']);
    expect(lines(read.events)).toEqual(['SwitchedOn(at: text)', 'SwitchedOff()']);
    expect(read.remarks).toEqual([]);
  });

  it('finds messages in plain JavaScript by the cases that ask for them', () => {
    const read = readOf(`
export function decide({ type, data }, state) {
  switch (type) { case 'Open': return [{ type: 'Opened', data }]; case "Close": return []; }
}
export function evolve(state, event) {
  if (event.type === 'Opened') return { isOpen: true };
  if (event.type === 'Closed') return { isOpen: false };
  return state;
}`);
    expect(read.name).toBe('Decider');
    expect(lines(read.commands)).toEqual(['Open()', 'Close()']);
    expect(lines(read.events)).toEqual(['Opened()', 'Closed()']);
    expect(read.remarks).toContain('No type says what data the event Opened has: it comes without fields.');
  });

  it('reads a read model and a policy', () => {
    const readModel = readOf(`
type Opened = { type: 'Opened'; data: { lampId: string } };
export const canHandle: string[] = ['Opened', 'Closed'];
export const getDocumentId = (event: Opened) => event.data.lampId;
export const evolve = (document: OpenLamps | null, event: Opened): OpenLamps | null => document;`);
    expect(readModel).toMatchObject({ kind: 'read-model', name: 'OpenLamps', commands: [] });
    expect(lines(readModel.events)).toEqual(['Opened(lampId: id)', 'Closed()']);

    const policy = readOf(`
type Greet = { type: 'Greet'; data: { name: string } };
export const react = (event) => event.type === 'Opened' ? { type: 'Greet', data: { name: '' } } : [];`);
    expect(policy).toMatchObject({ kind: 'policy', name: 'Whenever Opened, then Greet' });
    expect(lines(policy.commands)).toEqual(['Greet(name: text)']);
  });

  it.each([
    ['', 'Paste the code of a decider, a read model or a policy.'],
    ['const x = 1;', 'There is no decide, no react and no canHandle in this code, so it is none of the three.'],
    ['const decide = (', 'A bracket, a text or a comment is not closed: is this all of the code?'],
  ])('says why %j is no such code', (text, message) => {
    expect(readCode(text)).toEqual({ kind: 'problem', message });
  });

  it.each(samples)('finds in the code of $name the messages that stand around it on the wall', async ({ load }) => {
    const { board } = await load();
    const arrows = arrowsOf(board);
    for (const definition of Object.values(board.definitions)) {
      if (definition.kind !== 'decider' && definition.kind !== 'read-model') continue;
      const isDecider = definition.kind === 'decider';
      const read = readOf(definition.code[0]?.text ?? '');
      const events = isDecider ? eventsOf(arrows, definition.id) : arrows.into(definition.id, 'event');
      expect(read.kind).toBe(definition.kind);
      if (isDecider) expect(read.name).toBe(definition.name);
      expect(names(read.commands)).toEqual(isDecider ? names(commandsOf(arrows, definition.id)) : []);
      if (arrows.placed.includes(definition)) expect(names(read.events)).toEqual(names(events));
    }
  });
});

const names = (named: { name: string }[]): string[] => named.map(({ name }) => name).sort();

describe('the wall from code', () => {
  const put = (board = emptyBoard('empty', 'Empty')) => {
    let last = Object.keys(board.notes).length * 100;
    const nextId = () => {
      last += 1;
      return `new ${last}`;
    };
    const wall = wallFromCode(board, readOf(guestList), guestList, nextId);
    const after = wall.intents.reduce(
      (present, intent) => decideBoard(intent, present).reduce(evolveBoard, present),
      board,
    );
    return { wall, after };
  };

  it('gets notes with fields and code, connected along the story, none over another', () => {
    const { wall, after } = put();
    expect(wall.notes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'decider GuestList',
      'command OpenList',
      'command InviteGuest',
      'event ListOpened',
      'event GuestInvited',
      'event ListClosed',
    ]);
    const nameOf = (noteId: string) => after.definitions[after.notes[noteId]?.definitionId ?? '']?.name;
    expect(Object.values(after.connections).map(({ from, to }) => `${nameOf(from)} → ${nameOf(to)}`)).toEqual([
      'OpenList → GuestList',
      'InviteGuest → GuestList',
      'GuestList → ListOpened',
      'GuestList → GuestInvited',
      'GuestList → ListClosed',
    ]);
    expect(Object.values(after.definitions)[0]).toMatchObject({ code: [{ path: 'GuestList.ts', text: guestList }] });
    const places = Object.values(after.notes).map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
    expect(growthOf(after, Object.values(after.definitions)[0]?.id ?? '')?.isNeeded ?? false).toBe(false);
  });

  it('uses what is on the wall under the same name, and stands below the rest', () => {
    const { after: first } = put();
    const { wall, after } = put(first);
    expect(wall.name).toBe('GuestList2');
    expect(wall.notes.filter(({ isThere }) => isThere)).toHaveLength(5);
    expect(wall.noteIds).toHaveLength(1);
    expect(Object.keys(after.connections)).toHaveLength(10);
    const { after: besideCarts } = put(cartWall());
    const [lowest = 0] = Object.values(besideCarts.notes)
      .slice(-6)
      .map(({ y }) => y)
      .sort((a, b) => a - b);
    expect(lowest).toBeGreaterThan(128);
  });
});

describe('code that somebody made to be read for ever', () => {
  const chained = (sign: string): string =>
    Array.from({ length: 60 }, (_, at) => `type T${at} = T${at + 1} ${sign} T${at + 2};`).join('\n');
  const decide = 'export const decide = (command: T0, state: Nested) => [];';

  it.each(['|', '&'])('follows types that lead to the same types again and again once (%s)', (sign) => {
    const { commands } = readOf(`${chained(sign)}\ntype T60 = { type: 'Open'; data: { id: string } };\n${decide}`);
    expect(lines(commands)).toEqual(sign === '|' ? ['Open(id: id)'] : []);
  });

  it('ends where the fields of fields come to more than any message has', () => {
    const nested = Array.from(
      { length: 6 },
      (_, at) => `type N${at} = { ${Array.from({ length: 40 }, (__, name) => `f${name}: N${at + 1};`).join(' ')} };`,
    );
    const { commands } = readOf(`${nested.join('\n')}\ntype T0 = { type: 'Open'; data: N0 };\n${decide}`);
    expect(commands[0]?.fields).toHaveLength(40);
    expect(lineOfFields(commands[0]?.fields ?? []).length).toBeLessThan(100_000);
  });

  it('says of more code than can be read that it is', () => {
    expect(readCode(`${'const a = 1;'.repeat(5_000)}${decide}`)).toEqual({
      kind: 'problem',
      message: 'This is more code than can be read: paste one of the three alone.',
    });
  });
});
