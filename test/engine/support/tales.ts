import type { Program } from '#model';
import { partitionOf } from '#model';
import type { PolicyControl } from '#runtime';
import { openTestRun } from './openTestRun.ts';

const file = (text: string) => [{ path: 'index.ts', text }];

/** Says of whom and what it was told. */
const teller = file(`
export const initialState = {};
export const decide = (command) => ({ type: 'Told', data: command.data });
export const evolve = (state) => state;
`);

/** Notes whatever it is sent, in the order in which it comes. */
const listener = file(`
export const initialState = {};
export const decide = (command) => ({ type: 'Noted', data: command.data });
export const evolve = (state) => state;
`);

/** Two commands for each event, to the listener of the event's stream. */
export const passingOn = (to: string) => `
export const react = (event) => {
  if (event.data.poison) throw new Error('This event is poison.');
  return [1, 2].map((part) => ({ type: 'Note', data: { id: '${to}-' + event.data.id, at: event.data.at, part } }));
};
`;

/** A workflow for each story, whoever tells it: what is told is noted at once, and once more a minute later. */
export const following = (to: string) => `
export const getWorkflowId = (input) => {
  if (input.data.poison) throw new Error('This event is poison.');
  return input.data.story ?? null;
};
export const initialState = () => ({});
export const decide = (input) => {
  const { story, at } = input.data;
  const note = { id: '${to}-' + story, at, part: input.type === 'Told' ? 1 : 2 };
  return [
    { type: 'Note', data: note },
    ...(input.type === 'Told'
      ? [{ action: 'Schedule', message: { type: 'Remind', data: { story, at } }, when: { afterInMs: 60_000 } }]
      : []),
  ];
};
export const evolve = (state) => state;
`;

export type TalePolicy = { kind: 'stateless' | 'process'; code?: string };

const policyOf = (id: string, { kind, code }: TalePolicy): Program['policies'][number] => ({
  id,
  name: id,
  hears: ['Told'],
  isOn: true,
  code: file(code ?? (kind === 'process' ? following(id) : passingOn(id))),
  ...(kind === 'process' ? { process: { category: categoryOf(id), commands: ['Note'] } } : {}),
});

export const categoryOf = (policyId: string): string => `Story${policyId}`;

/** The same policy twice: 'shared' is for workers to share, 'alone' has one. */
export const taleProgram = (policy: TalePolicy): Program => ({
  deciders: [
    { id: 'teller', name: 'Teller', category: 'Tale', idField: 'id', code: teller },
    { id: 'listener', name: 'Listener', category: 'Note', idField: 'id', code: listener },
  ],
  readModels: [],
  policies: [policyOf('shared', policy), policyOf('alone', { kind: policy.kind })],
  events: [],
  commands: [
    { id: 'Tell', type: 'Tell', fields: [], deciderId: 'teller' },
    { id: 'Note', type: 'Note', fields: [], deciderId: 'listener' },
  ],
  clock: { kind: 'stopped', startsAt: '2026-03-02T09:00:00.000Z', stepMs: 10_000 },
  storeAsJson: true,
});

export type Noted = { id: string; at: number; part: number };

/** Tales are told, and the policies that hear of them work when they are told to. */
export const openTales = async (policy: TalePolicy) => {
  const { storeName, session, store, takeTurn, whileAsked, timesAddressed } = await openTestRun();
  await session.useProgram(taleProgram(policy));
  let at = 0;
  const tell = (id: string, data: { story?: string; poison?: boolean } = {}) => {
    at += 1;
    const command = { type: 'Tell', data: { id, at, ...data } };
    return session.send({
      commandId: crypto.randomUUID(),
      ...command,
      metadata: {},
      origin: { kind: 'script' },
      correlationId: crypto.randomUUID(),
      ...session.addressOf(command),
      expectation: 'latest',
    });
  };
  const control = (how: PolicyControl) => session.controlPolicy('shared', how);
  /** Does it, and lets whoever has the turn go as far as they can. */
  const controlled = async (how: PolicyControl) => {
    await control(how);
    await takeTurn();
  };
  const eventsOf = async (type: string) => (await store.readAll()).events.filter((event) => event.type === type);
  const notedBy = async (policyId: string): Promise<Noted[]> =>
    (await eventsOf('Noted'))
      .map(({ data }) => data as Noted)
      .filter(({ id }) => id.startsWith(`${policyId}-`))
      .map((noted) => ({ ...noted, id: noted.id.slice(policyId.length + 1) }));
  const notes = async () => (await notedBy('shared')).map(({ id, at: told, part }) => `${id} ${told}.${part}`);
  const openOtherTab = async () => {
    const other = await openTestRun(storeName);
    await other.session.useProgram(taleProgram(policy));
    return other;
  };
  return {
    storeName,
    session,
    store,
    takeTurn,
    tell,
    control,
    controlled,
    eventsOf,
    notedBy,
    notes,
    whileAsked,
    openOtherTab,
    timesAddressed,
  };
};

export const tales = ['1', '2', '3', '4', '5'];

/** Two names that two workers do not share: tales by stream, stories by workflow. */
export const twoOf = (category: string): [string, string] => {
  const [one = '', other = ''] = [1, 2].map(
    (number) => tales.find((id) => partitionOf(`${category}-${id}`, 2) === number) ?? '',
  );
  return [one, other];
};
