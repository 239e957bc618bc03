const slicesInRow = 10;
const sliceSize = { width: 1200, height: 480 };

/**
 * The notes of one slice of an event model: id, kind, name, place in the slice and size.
 * @type {[string, string, string, number, number, number, number][]}
 */
const notesOfSlice = [
  ['frame', 'frame', 'Orders', 0, 0, 1140, 420],
  ['screen', 'screen', 'OrderDesk', 40, 64, 192, 112],
  ['place', 'command', 'PlaceOrder', 264, 64, 128, 128],
  ['cancel', 'command', 'CancelOrder', 264, 232, 128, 128],
  ['order', 'decider', 'Order', 440, 136, 192, 112],
  ['placed', 'event', 'OrderPlaced', 680, 64, 128, 128],
  ['canceled', 'event', 'OrderCanceled', 680, 232, 128, 128],
  ['open', 'read-model', 'OpenOrders', 880, 64, 192, 112],
  ['refund', 'policy', 'RefundPayment', 880, 232, 192, 112],
  ['question', 'hotspot', 'HowLongMayOrdersBeCanceled', 40, 232, 128, 128],
];

/** @type {[string, string][]} */
const arrowsOfSlice = [
  ['screen', 'place'],
  ['screen', 'cancel'],
  ['place', 'order'],
  ['cancel', 'order'],
  ['order', 'placed'],
  ['order', 'canceled'],
  ['placed', 'open'],
  ['canceled', 'open'],
  ['canceled', 'refund'],
];

/** @param {number} slice */
const deciderCode = (slice) => `type State = { isOpen: boolean };
export const initialState = (): State => ({ isOpen: false });
export const decide = (command, state: State) => {
  switch (command.type) {
    case 'PlaceOrder${slice}':
      if (state.isOpen) throw new Error('This order is placed already.');
      return { type: 'OrderPlaced${slice}', data: command.data };
    case 'CancelOrder${slice}':
      return state.isOpen ? { type: 'OrderCanceled${slice}', data: command.data } : [];
  }
};
export const evolve = (state: State, event): State => ({ isOpen: event.type === 'OrderPlaced${slice}' });
`;

/** @param {number} slice */
const readModelCode = (slice) => `export const canHandle = ['OrderPlaced${slice}', 'OrderCanceled${slice}'];
export const getDocumentId = (event) => event.data.orderId;
export const evolve = (document, event) =>
  event.type === 'OrderPlaced${slice}' ? { orderId: event.data.orderId, amount: event.data.amount } : null;
`;

/** @param {number} slice */
const policyCode = (slice) => `export const react = (event) => [];
// Refunds of slice ${slice} are made by hand for now.
`;

const fields = [
  { name: 'orderId', type: { kind: 'id', prefix: 'order' } },
  { name: 'amount', type: { kind: 'number' }, example: 120 },
];

/** @param {string} kind @param {string} name @param {number} slice */
const detailsOf = (kind, name, slice) => {
  /** @param {string} text */
  const code = (text) => [{ path: `${name}.ts`, text }];
  switch (kind) {
    case 'event':
      return { fields, schemaVersion: 1 };
    case 'command':
      return { fields };
    case 'decider':
      return { category: name, idField: 'orderId', code: code(deciderCode(slice)) };
    case 'read-model':
      return { lifecycle: 'inline', code: code(readModelCode(slice)) };
    case 'policy':
      return { isOn: true, code: code(policyCode(slice)) };
    default:
      return {};
  }
};

/** @param {number} slice */
const sliceOf = (slice) => {
  const left = (slice % slicesInRow) * sliceSize.width;
  const top = Math.floor(slice / slicesInRow) * sliceSize.height;
  return {
    definitions: notesOfSlice.map(([id, kind, name]) => ({
      id: `${id}-${slice}`,
      kind,
      name: `${name}${slice}`,
      ...detailsOf(kind, `${name}${slice}`, slice),
    })),
    notes: notesOfSlice.map(([id, , , x, y, width, height]) => ({
      id: `note-${id}-${slice}`,
      definitionId: `${id}-${slice}`,
      x: left + x,
      y: top + y,
      width,
      height,
    })),
    connections: arrowsOfSlice.map(([from, to]) => ({
      id: `${from}-${to}-${slice}`,
      from: `note-${from}-${slice}`,
      to: `note-${to}-${slice}`,
    })),
  };
};

/**
 * A model of as many notes as wanted, ten a slice: commands, deciders, events, read models, policies with code, each
 * slice in its frame and joined with the next one; as JSON of a model file, always the same.
 * @param {number} noteCount
 */
export const bigModel = (noteCount) => {
  const slices = Array.from({ length: Math.ceil(noteCount / notesOfSlice.length) }, (_, slice) => sliceOf(slice));
  const onward = slices.slice(1).map((_, slice) => ({
    id: `onward-${slice}`,
    from: `note-refund-${slice}`,
    to: `note-cancel-${slice + 1}`,
  }));
  return {
    format: 'replayground',
    formatVersion: 1,
    modelId: 'big-model',
    name: `${noteCount} notes`,
    definitions: slices.flatMap(({ definitions }) => definitions),
    notes: slices.flatMap(({ notes }) => notes),
    connections: [...slices.flatMap(({ connections }) => connections), ...onward],
  };
};
