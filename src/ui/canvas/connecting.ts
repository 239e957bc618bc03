import type { FinalConnectionState, Connection as FlowConnection } from '@xyflow/react';
import { type Board, type BoardIntent, whyUnheard } from '#model';
import { appStore } from '#state';
import { canvasText } from '../text/canvas.ts';
import { saidOf } from '../text/said.ts';
import { nameOfNote } from './describeNote.ts';
import { connectIntents } from './edits.ts';
import { linksOf } from './links.ts';
import { makeEdit } from './makeEdit.ts';
import { onWall } from './view.ts';
import type { WallEdge } from './wallElements.ts';
import { wallStore } from './wallStore.ts';

/** What is said of an arrow that is drawn, with the reason where nothing is heard at its end. */
const saidOfArrow = (board: Board, label: string, from: string, to: string): string =>
  [saidOf(label), whyUnheard(board, from, to)].filter((part) => part !== undefined).join('. ');

/** Any two notes may be connected: the grammar advises, it refuses nothing. */
export const connectNotes = (from: string, to: string): void => {
  const { board } = appStore.getState();
  const intents = connectIntents(board, from, to);
  if (intents.length === 0) return;
  const label = canvasText.connected(nameOfNote(board, from), nameOfNote(board, to));
  makeEdit(label, intents, saidOfArrow(board, label, from, to));
};

/** Connects, or takes the arrow away where there is one. */
export const toggleConnection = (from: string, to: string): void => {
  const { board } = appStore.getState();
  const there = linksOf(board)
    .outgoing(from)
    .find((connection) => connection.to === to);
  if (!there) {
    connectNotes(from, to);
    return;
  }
  makeEdit(canvasText.disconnected(nameOfNote(board, from), nameOfNote(board, to)), [
    { type: 'RemoveNotes', noteIds: [], connectionIds: [there.id] },
  ]);
};

const pointOf = (event: MouseEvent | TouchEvent) => {
  const { clientX, clientY } =
    'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
  return { x: clientX, y: clientY };
};

/** The arrow of which one end is being led elsewhere. */
let ledArrow: WallEdge | null = null;

export const startLeading = (_event: unknown, edge: WallEdge): void => {
  ledArrow = edge;
};

export const stopLeading = (): void => {
  ledArrow = null;
};

/** Leads one end of an arrow to another note. */
export const reconnect = (edge: WallEdge, { source, target }: Pick<FlowConnection, 'source' | 'target'>): void => {
  if (source === edge.source && target === edge.target) return;
  const { board } = appStore.getState();
  const label = canvasText.reconnected(nameOfNote(board, source), nameOfNote(board, target));
  const intents: BoardIntent[] = [
    { type: 'RemoveNotes', noteIds: [], connectionIds: [edge.id] },
    ...connectIntents(board, source, target),
  ];
  makeEdit(label, intents, saidOfArrow(board, label, source, target));
};

const dropOnNote = (from: string, noteId: string): void => {
  if (noteId === from) return;
  if (!ledArrow) connectNotes(from, noteId);
  else if (from === ledArrow.source) reconnect(ledArrow, { source: from, target: noteId });
  else reconnect(ledArrow, { source: noteId, target: from });
};

/** An arrow let go on a note leads to that note; a new one let go on the empty wall asks what shall stand there. */
export const connectDropped = (event: MouseEvent | TouchEvent, state: FinalConnectionState): void => {
  const from = state.fromNode?.id;
  if (!from || state.toHandle) return;
  const point = pointOf(event);
  const target = document.elementFromPoint(point.x, point.y);
  const noteId = target?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  if (noteId) dropOnNote(from, noteId);
  else if (!ledArrow && target?.matches('.react-flow__pane')) {
    wallStore.setState({ chooser: { purpose: 'append', from, at: onWall(point) } });
  }
};
