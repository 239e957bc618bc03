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
