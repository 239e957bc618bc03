import type { BoardIntent, Size } from '../boardEvents.ts';
import { pathOf } from '../codeOf.ts';
import { decideBoard } from '../decideBoard.ts';
import type { Board, CodeFile, Definition, DefinitionOf, Note } from '../definitions.ts';
import { evolveBoard } from '../evolveBoard.ts';
import { frameMargin } from '../layout/framing.ts';
import { rectangleOf } from '../layout/places.ts';
import { boundsOf, contains } from '../layout/rectangle.ts';
import { notesOf } from '../lookUp.ts';
import { uniqueName } from '../naming.ts';
import { newDefinition, newNote } from '../newDefinition.ts';
import { placeNextTo } from '../placeNextTo.ts';
import { knowledgeOf } from '../reading/knowledgeOf.ts';
import { modulesOf } from '../reading/modulesOf.ts';
import { readCode } from '../reading/readCode.ts';
import { recordOf } from '../records.ts';
import { applyEdits } from '../renaming/applyEdits.ts';
import { editsOfName, editsOfTypes } from '../renaming/codeEdits.ts';
import { translationText } from '../skeletons/translationSkeleton.ts';
import { typeName } from '../typeText.ts';
import { contextsOf } from './contextsOf.ts';

type Event = DefinitionOf<'event'>;
type NewId = () => string;

/** An event at one of its notes, and the notes of those who are to hear of it. */
export type Told = { event: Event; noteId: string; listeners: readonly string[] };

/**
 * A translation behind a private event, and the public event that it makes of all its fields; the listeners hear that
 * one from then on, also in their code.
 */
export const publishing = (board: Board, told: Told, newId: NewId): BoardIntent[] => {
  const { event, noteId } = told;
  const policyName = uniqueName(board, 'policy', `Publish ${event.name}`);
  const policy = { ...newDefinition('policy', newId(), policyName), code: [] as CodeFile[] };
  const published = contractOf(event, newId(), uniqueName(board, 'event', `Public${event.name}`));
  policy.code = [{ path: pathOf(policy), text: translationText(policy, [event], published) }];
  const { intents, edit, present } = editing(board);
  const add = (definition: Definition, after: string): Note => {
    const note = newNote(newId(), definition.id, placeNextTo(present(), after, definition.kind));
    edit({ type: 'AddNote', note, definition });
    return note;
  };

  edit(...withoutArrows(board, told));
  const translation = add(policy, noteId);
  const contract = add(published, translation.id);
  edit(...roomIn(present(), noteId, [translation, contract]));
  edit(connect(newId, noteId, translation.id), connect(newId, translation.id, contract.id));
  edit(...told.listeners.map((listener) => connect(newId, contract.id, listener)));
  edit(...followingCode(board, told, published));
  return intents;
};

/** The listeners hear a public event that is there already in place of the private one. */
export const hearingPublicly = (board: Board, told: Told, published: Event, newId: NewId): BoardIntent[] => {
  const [contract] = notesOf(board, published.id);
  if (!contract) return [];
  return [
    ...withoutArrows(board, told),
    ...told.listeners.map((listener) => connect(newId, contract.id, listener)),
    ...followingCode(board, told, published),
  ];
};

const connect = (newId: NewId, from: string, to: string): BoardIntent => ({
  type: 'ConnectNotes',
  connection: { id: newId(), from, to },
});

/** It begins a history of its own, however often the private event has changed. */
const contractOf = ({ fields }: Event, id: string, name: string): Event => ({
  id,
  kind: 'event',
  name,
  fields,
  schemaVersion: 1,
});

const withoutArrows = (board: Board, { event, listeners }: Told): BoardIntent[] => {
  const sources = new Set(notesOf(board, event.id).map(({ id }) => id));
  const arrows = Object.values(board.connections).filter(({ from, to }) => sources.has(from) && listeners.includes(to));
  return arrows.length > 0 ? [{ type: 'RemoveNotes', noteIds: [], connectionIds: arrows.map(({ id }) => id) }] : [];
};

/** Code of the listeners asks for the public event by its name. */
const followingCode = (board: Board, { event, listeners }: Told, published: Event): BoardIntent[] => {
  const ids = new Set(listeners.map((noteId) => recordOf(board.notes, noteId)?.definitionId));
  const types = new Map([[typeName(event.name), typeName(published.name)]]);
  return modulesOf(board)
    .filter(({ id }) => ids.has(id))
    .map((module): BoardIntent => {
      const knowledge = knowledgeOf(board, module);
      const code = module.code.map(({ path, text }) => {
        const reading = readCode(text, knowledge);
        const edits = [...editsOfName(reading, text, event.id, published.name), ...editsOfTypes(reading, types)];
        const sure = edits.filter(({ isSure }) => isSure);
        return { path, text: applyEdits(text, sure) };
      });
      return { type: 'ChangeCode', definitionId: module.id, code };
    });
};

/** Edits one after the other, each on what the ones before it have made of the board. */
const editing = (board: Board) => {
  let present = board;
  const intents: BoardIntent[] = [];
  return {
    intents,
    present: (): Board => present,
    edit: (...next: BoardIntent[]): void => {
      for (const intent of next) present = decideBoard(intent, present).reduce(evolveBoard, present);
      intents.push(...next);
    },
  };
};

/** The frame of the event's context grows until it holds the notes, unless it is locked: they belong to that context. */
const roomIn = (board: Board, noteId: string, added: readonly Note[]): BoardIntent[] => {
  const context = contextsOf(board).get(noteId);
  const place = (note: Note) => rectangleOf(note, recordOf(board.definitions, note.definitionId)?.kind ?? 'event');
  const event = recordOf(board.notes, noteId);
  const frame =
    context && event && notesOf(board, context.id).find((note) => contains(place(note), middleOf(place(event))));
  if (!frame || frame.isLocked) return [];
  const before = place(frame);
  const bounds = boundsOf([before, ...added.map(place).map(withMargin)]);
  if (!bounds || contains(before, bounds)) return [];
  const { x, y, width, height } = bounds;
  return [{ type: 'ResizeNote', noteId: frame.id, to: { width, height }, at: { x, y } }];
};

type Area = { x: number; y: number } & Size;

const middleOf = ({ x, y, width, height }: Area): Area => ({
  x: x + width / 2,
  y: y + height / 2,
  width: 0,
  height: 0,
});

const withMargin = ({ x, y, width, height }: Area): Area => ({
  x: x - frameMargin.left,
  y: y - frameMargin.top,
  width: width + frameMargin.left + frameMargin.right,
  height: height + frameMargin.top + frameMargin.bottom,
});
