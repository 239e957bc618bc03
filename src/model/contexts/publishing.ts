import { addingNotes, connect, type NewId } from '../addingNotes.ts';
import type { BoardIntent } from '../boardEvents.ts';
import { pathOf } from '../codeOf.ts';
import type { Board, CodeFile, DefinitionOf, Note } from '../definitions.ts';
import { frameMargin } from '../layout/framing.ts';
import { rectangleOf } from '../layout/places.ts';
import { boundsOf, centreOf, contains, type Rectangle } from '../layout/rectangle.ts';
import { notesOf } from '../lookUp.ts';
import { uniqueName } from '../naming.ts';
import { newDefinition } from '../newDefinition.ts';
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
  const { add, present } = addingNotes(board, newId);
  const translation = add(policy, noteId);
  const contract = add(published, translation.note.id);
  return [
    ...withoutArrows(board, told),
    translation.intent,
    contract.intent,
    ...roomIn(present(), noteId, [translation.note, contract.note]),
    connect(newId, noteId, translation.note.id),
    connect(newId, translation.note.id, contract.note.id),
    ...told.listeners.map((listener) => connect(newId, contract.note.id, listener)),
    ...followingCode(board, told, published),
  ];
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

/** The frame of the event's context grows until it holds the notes, unless it is locked: they belong to that context. */
const roomIn = (board: Board, noteId: string, added: readonly Note[]): BoardIntent[] => {
  const context = contextsOf(board).get(noteId);
  const place = (note: Note) => rectangleOf(note, recordOf(board.definitions, note.definitionId)?.kind ?? 'event');
  const event = recordOf(board.notes, noteId);
  if (!context || !event) return [];
  const middle = { ...centreOf(place(event)), width: 0, height: 0 };
  const frame = notesOf(board, context.id).find((note) => contains(place(note), middle));
  if (!frame || frame.isLocked) return [];
  const before = place(frame);
  const bounds = boundsOf([before, ...added.map(place).map(withMargin)]);
  if (!bounds || contains(before, bounds)) return [];
  const { x, y, width, height } = bounds;
  return [{ type: 'ResizeNote', noteId: frame.id, to: { width, height }, at: { x, y } }];
};

const withMargin = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: x - frameMargin.left,
  y: y - frameMargin.top,
  width: width + frameMargin.left + frameMargin.right,
  height: height + frameMargin.top + frameMargin.bottom,
});
