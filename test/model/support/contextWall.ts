import { type Board, type BoardIntent, emptyBoard, newDefinition, newNote } from '#model';
import { add, connect, edited, noteOf } from './wall.ts';

const frame = (name: string, x: number): BoardIntent[] => [
  {
    type: 'AddNote',
    definition: { ...newDefinition('frame', name, name), kind: 'frame', isContext: true },
    note: { ...newNote(noteOf(name), name, { x, y: 0 }), width: 600, height: 400 },
  },
];

const at = (name: string, x: number, y: number): BoardIntent => ({
  type: 'MoveNotes',
  moves: [{ noteId: noteOf(name), to: { x, y } }],
});

/** Two bounded contexts, and a read model of the second that is led to by an event of the first. */
export const contextWall = (): Board =>
  edited(
    emptyBoard('orders', 'Orders and shipping'),
    ...frame('Orders', 0),
    ...frame('Shipping', 800),
    ...add('command', 'ConfirmOrder', 'orderId: id(order)'),
    ...add('decider', 'Order'),
    ...add('event', 'OrderConfirmed', 'orderId: id(order), lines: { sku: id, quantity: number }[], note?: text'),
    ...add('read-model', 'ParcelsToPack'),
    at('ConfirmOrder', 20, 60),
    at('Order', 180, 60),
    at('OrderConfirmed', 400, 60),
    at('ParcelsToPack', 900, 60),
    connect('ConfirmOrder', 'Order'),
    connect('Order', 'OrderConfirmed'),
    connect('OrderConfirmed', 'ParcelsToPack'),
  );

/** The board with other code behind a definition. */
export const withCode = (board: Board, definitionId: string, text: string): Board =>
  edited(board, { type: 'ChangeCode', definitionId, code: [{ path: `${definitionId}.ts`, text }] });
