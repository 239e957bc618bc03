/** Two bounded contexts as parts of a model file: orders are confirmed in one, parcels are packed in the other. */

const orderCode = `export const initialState = () => null;
export const decide = (command) => ({ type: 'OrderConfirmed', data: command.data });
export const evolve = (state, event) => event.data;
`;

const parcelsCode = `export const canHandle = ['OrderConfirmed'];
export const getDocumentId = (event) => event.data.orderId;
export const evolve = (_document, event) => ({ address: event.data.address });
`;

const fields = [
  { name: 'orderId', type: { kind: 'id', prefix: 'order' }, example: 'order-1' },
  { name: 'address', type: { kind: 'text' }, example: 'Harbour street 4' },
];
const code = (name: string, text: string) => [{ path: `${name}.ts`, text }];
const note = (definitionId: string, x: number, y: number, size = {}) => ({
  id: `note-${definitionId}`,
  definitionId,
  x,
  y,
  ...size,
});
const arrow = (from: string, to: string) => ({ id: `${from}-${to}`, from: `note-${from}`, to: `note-${to}` });

export const contextModel = {
  name: 'Orders and shipping',
  definitions: [
    { id: 'orders', kind: 'frame', name: 'Orders', isContext: true },
    { id: 'shipping', kind: 'frame', name: 'Shipping' },
    { id: 'confirm', kind: 'command', name: 'ConfirmOrder', fields },
    {
      id: 'order',
      kind: 'decider',
      name: 'Order',
      category: 'Order',
      idField: 'orderId',
      code: code('Order', orderCode),
    },
    { id: 'confirmed', kind: 'event', name: 'OrderConfirmed', schemaVersion: 1, fields },
    {
      id: 'parcels',
      kind: 'read-model',
      name: 'ParcelsToPack',
      lifecycle: 'inline',
      code: code('Parcels', parcelsCode),
    },
  ],
  notes: [
    note('orders', 0, 0, { width: 640, height: 240 }),
    note('shipping', 1240, 0, { width: 320, height: 240 }),
    note('confirm', 40, 64),
    note('order', 216, 64),
    note('confirmed', 464, 64),
    note('parcels', 1320, 64),
  ],
  connections: [arrow('confirm', 'order'), arrow('order', 'confirmed'), arrow('confirmed', 'parcels')],
  specifications: [],
  history: { events: [], commands: [] },
};
