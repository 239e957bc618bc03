import type { Program } from '#model';

/** Deciders of several shapes, by the category of their streams. Each is plain JavaScript, so that the test can fold it too. */
export const deciders: { [category: string]: string } = {
  Immutable: `
export const initialState = () => ({ total: 0, last: null });
export const evolve = (state, { type, data }) =>
  type === 'Added' ? { ...state, total: state.total + data.amount, last: data.amount } : { ...state, last: type };
export const decide = () => [];
`,
  InPlace: `
export const initialState = () => ({ seen: [], byType: {} });
export const evolve = (state, event) => {
  state.seen.push(event.data.amount ?? event.type);
  state.byType[event.type] = (state.byType[event.type] ?? 0) + 1;
  return state;
};
export const decide = () => [];
`,
  Rich: `
export const initialState = () => ({ at: new Map(), types: new Set(), sum: 0n, since: null, odd: undefined });
export const evolve = (state, event) => ({
  at: new Map([...state.at, [event.metadata.streamPosition, new Date(Number(event.metadata.globalPosition) * 1000)]]),
  types: new Set([...state.types, event.type]),
  sum: state.sum + BigInt(event.data.amount ?? 0),
  since: state.since ?? new Date(event.metadata.recordedAt),
  odd: event.type === 'Cleared' ? undefined : -0,
});
export const decide = () => [];
`,
  Classy: `
class Account {
  constructor(balance, moves) { this.balance = balance; this.moves = moves; }
  with(amount) { return new Account(this.balance + amount, this.moves + 1); }
}
export const initialState = () => new Account(0, 0);
export const evolve = (account, event) => account.with(event.data.amount ?? -account.balance);
export const decide = () => [];
`,
  /** Does to states and events whatever can be done to them, and looks whether it may. */
  Meddling: `
export const initialState = () => ({ kept: [], places: {}, may: [] });
export const evolve = (state, event) => {
  const may = [Object.isFrozen(event), Object.isFrozen(event.data), Object.isExtensible(event.metadata)];
  event.data.amount = (event.data.amount ?? 0) * 2;
  Reflect.set(event.data, 'seen', state.kept.length);
  event.data.list = [3, 1, 2].sort();
  Object.assign(event.metadata, { streamPosition: event.metadata.streamPosition + 1n });
  delete event.type;
  state.kept.unshift(event.data);
  state.kept.length = Math.min(3, state.kept.length);
  state.places[event.metadata.streamPosition] = Object.keys(event).length;
  Object.freeze(state.kept);
  return { ...state, kept: [...state.kept], may };
};
export const decide = () => [];
`,
  /** Its versions outgrow what the sandbox keeps of them, so that those in between are computed again. */
  Growing: `
export const initialState = () => ({ pages: [] });
export const evolve = (state, event) => ({
  pages: [...state.pages, { page: event.data.amount ?? 0, text: 'growing '.repeat(12_000) }],
});
export const decide = () => [];
`,
};

export const readModels: { [id: string]: string } = {
  totals: `
export const canHandle = ['Added', 'Cleared'];
export const getDocumentId = (event) => event.metadata.streamName;
export const evolve = (document, event) =>
  event.type === 'Cleared' ? null : { total: (document?.total ?? 0) + event.data.amount, at: Number(event.metadata.globalPosition) };
`,
  changing: `
export const canHandle = ['Added', 'Noted'];
export const initialState = () => ({ lines: [] });
export const getDocumentId = (event) => ['all', event.type, (event.data.amount ?? 0) % 3];
export const evolve = (document, event) => {
  document.lines.push(event.data.amount ?? event.data.text);
  if (document.lines.length > 20) document.lines.splice(0, 15);
  return document;
};
`,
  /** Keeps what it was given, changes it later, and compares what it holds with what it is given. */
  meddling: `
export const canHandle = ['Added', 'Noted', 'Cleared'];
export const getDocumentId = (event) => {
  event.data.amount = -1;
  event.metadata.streamName = 'meddled';
  return event.type;
};
export const evolve = (document, event) => {
  const is = document ?? { events: [], twins: [], same: 0 };
  const may = { frozen: Object.isFrozen(event.data), name: event.metadata.streamName, keys: Object.keys(event.metadata) };
  is.events.push(event.data);
  is.events.sort((one, other) => (one.amount ?? 0) - (other.amount ?? 0));
  is.twins = [event.data, event.data];
  const same = is.same + (document?.twins[0] === document?.twins[1] ? 1 : 0);
  Reflect.defineProperty(event.data, 'late', { value: 1, enumerable: true });
  return Object.freeze({ ...is, events: is.events.slice(-4), same, may, gone: undefined, odd: -0, at: new Date(0) });
};
`,
  /** Only reads, so that it is given the same events and documents as others, and shares what it returns. */
  reading: `
export const canHandle = ['Added', 'Cleared', 'Noted'];
const none = { lines: [], by: {}, kept: [] };
export const initialState = () => none;
export const getDocumentId = (event) => [event.type, event.metadata.streamName];
export const evolve = (document, event) => {
  const lines = [...document.lines, { data: event.data, of: event.type }];
  lines.sort((one, other) => (one.data.amount ?? 0) - (other.data.amount ?? 0));
  const by = { ...document.by };
  by[event.type] = [event.data, event.data];
  return {
    lines: lines.slice(-5),
    by,
    first: document.lines.at(0),
    isTwin: document.by[event.type]?.[0] === document.by[event.type]?.[1],
    kept: document.kept,
    isNone: document.position !== undefined && document.kept === none.kept,
    gone: undefined,
    position: Number(event.metadata.globalPosition),
  };
};
`,
  poisoned: `
export const canHandle = ['Added', 'Cleared', 'Noted'];
export const getDocumentId = (event) => event.type;
export const evolve = (document, event) => {
  if (event.data.isPoison) throw new Error('I cannot handle that.');
  return { count: (document?.count ?? 0) + 1 };
};
`,
};

const file = (text: string) => [{ path: 'index.ts', text }];

/** The same code counts as other code once a comment is different: whatever the sandbox kept of it is dropped. */
export const programOfShapes = (comment: string, changed: { [id: string]: string } = {}): Program => ({
  deciders: Object.entries(deciders).map(([category, text]) => ({
    id: category,
    name: category,
    category,
    idField: 'id',
    code: file(`${changed[category] ?? text}// ${comment}\n`),
  })),
  readModels: Object.entries(readModels).map(([id, text]) => ({
    id,
    name: id,
    lifecycle: 'async' as const,
    code: file(`${changed[id] ?? text}// ${comment}\n`),
  })),
  policies: [],
  events: [],
  commands: [],
  clock: { kind: 'real' },
  storeAsJson: true,
});
