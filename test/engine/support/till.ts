import type { NewModel } from '#engine';
import { emptyBoard, type Program } from '#model';

/** A till: it is opened, takes amounts, is closed. Small, and every outcome can be had from it. */
export const tillCode = `
export const initialState = () => ({ status: 'new', total: 0 });

export const decide = (command, state) => {
  const { data } = command;
  switch (command.type) {
    case 'OpenTill':
      if (state.status !== 'new') throw new Error('A till is opened once.');
      return { type: 'TillOpened', data: { ...data, at: command.metadata.now.toISOString() } };
    case 'TakeAmount':
      if (state.status !== 'open') throw new Error('Only an open till takes money.');
      return { type: 'AmountTaken', data };
    case 'CloseTill':
      if (state.status === 'closed') return [];
      return [
        { type: 'TillCounted', data: { tillId: data.tillId, total: state.total } },
        { type: 'TillClosed', data: { tillId: data.tillId } },
      ];
    case 'BreakTill':
      return state.nothing.there;
    case 'NeverEnd':
      for (;;) {}
  }
};

export const evolve = (state, event) => {
  switch (event.type) {
    case 'TillOpened':
      return { ...state, status: 'open' };
    case 'AmountTaken':
      return { ...state, total: state.total + event.data.amount };
    case 'TillClosed':
      return { ...state, status: 'closed' };
    default:
      return state;
  }
};
`;

/** One document per till; removed when the till is closed. */
export const openTillsCode = `
export const canHandle = ['TillOpened', 'AmountTaken', 'TillClosed'];
export const getDocumentId = (event) => event.data.tillId;
export const evolve = (document, event) => {
  switch (event.type) {
    case 'TillOpened':
      return { taken: 0, amounts: [], since: event.data.at };
    case 'AmountTaken':
      return { ...document, taken: document.taken + event.data.amount, amounts: [...document.amounts, event.data.amount] };
    case 'TillClosed':
      return null;
  }
};
`;

/** One document over all tills, made of all events, with what the harness adds to them. */
export const journalCode = `
export const canHandle = ['TillOpened', 'AmountTaken', 'TillCounted', 'TillClosed'];
export const getDocumentId = () => 'journal';
export const evolve = (document, event) => ({
  lines: [
    ...(document ? document.lines : []),
    [Number(event.metadata.globalPosition), event.metadata.streamName, event.type, event.metadata.recordedAt].join(' '),
  ],
});
`;

export type TillOptions = {
  decider?: string;
  openTills?: string;
  journal?: string;
  /** What the journal does not hear. */
  deafTo?: string[];
  policies?: (Pick<Program['policies'][number], 'id' | 'hears' | 'process' | 'publishes'> & {
    code: string;
    isOn?: boolean;
  })[];
};

const file = (text: string) => [{ path: 'index.ts', text }];

const commandTypes = ['OpenTill', 'TakeAmount', 'CloseTill', 'BreakTill', 'NeverEnd'];

export const tillProgram = ({ decider, openTills, journal, deafTo, policies = [] }: TillOptions = {}): Program => ({
  deciders: [{ id: 'till', name: 'Till', category: 'Till', idField: 'tillId', code: file(decider ?? tillCode) }],
  readModels: [
    { id: 'open-tills', name: 'OpenTills', lifecycle: 'inline', code: file(openTills ?? openTillsCode) },
    {
      id: 'journal',
      name: 'Journal',
      lifecycle: 'async',
      ...(deafTo ? { deafTo } : {}),
      code: file(journal ?? journalCode),
    },
  ],
  policies: policies.map(({ code, isOn = true, ...policy }) => ({
    ...policy,
    name: policy.id,
    isOn,
    code: file(code),
  })),
  events: ['TillOpened', 'AmountTaken', 'TillCounted', 'TillClosed'].map((type) => ({
    id: type,
    type,
    fields: [],
    schemaVersion: 1,
    formerNames: [],
  })),
  commands: [
    ...commandTypes.map((type) => ({ id: type, type, fields: [], deciderId: 'till' })),
    { id: 'Unconnected', type: 'Unconnected', fields: [] },
  ],
  clock: { kind: 'stopped', startsAt: '2026-03-02T09:00:00.000Z', stepMs: 60_000 },
  storeAsJson: true,
});

export const tillModel = (modelId = crypto.randomUUID()): NewModel => ({ board: emptyBoard(modelId, 'Till') });

export const openTill = (tillId: string) => ({ type: 'OpenTill', data: { tillId } });
export const takeAmount = (tillId: string, amount: number) => ({ type: 'TakeAmount', data: { tillId, amount } });
export const closeTill = (tillId: string) => ({ type: 'CloseTill', data: { tillId } });
