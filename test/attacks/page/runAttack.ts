import { createSandbox, type ModelModule, openFrameHost, type Sandbox, type SandboxEvent } from '#sandbox';
import { logOf } from '../../support/logOf.ts';

export type Attack = { text: string; as?: 'upcaster'; now?: number; silenceMs?: number };

/** How a run ended: `words` holds all that could be read of it, errors, events, states, log lines. */
export type Ended = { outcome: 'value' | 'error' | 'timeout'; words: string; diagnostics: string };

const host = await openFrameHost();

const moduleOf = (text: string): ModelModule => ({
  id: 'attack',
  kind: 'decider',
  name: 'Attack',
  files: [{ path: 'decider.ts', text }],
});

const events: SandboxEvent[] = [1, 2, 3].map((position) => ({
  type: 'Happened',
  data: { x: position },
  metadata: {
    eventId: `event-${position}`,
    streamName: 'Attack-1',
    streamPosition: position,
    globalPosition: position,
    recordedAt: '2024-01-01T00:00:00.000Z',
  },
}));

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Shows a stranger's event as the app does: as text. */
const showOnPage = (words: string): void => {
  const element = document.createElement('p');
  element.textContent = words;
  document.body.append(element);
  element.remove();
};

const decideOnce = (sandbox: Sandbox, now: number) =>
  sandbox.decide({
    moduleId: 'attack',
    stream: 'Attack-1',
    command: { type: 'Go', data: { x: 1 }, metadata: {} },
    now,
    commandId: 'command-1',
    events: events.slice(sandbox.foldedVersion('attack', 'Attack-1')),
    version: events.length,
  });

/** Loads the code, folds and decides with it, lets what it may have left behind run, and looks at it once more. */
const steps = async (sandbox: Sandbox, { text, now = 1_700_000_000_000 }: Attack): Promise<object[]> => {
  const [status] = await sandbox.load([moduleOf(text)]);
  if (status?.kind !== 'ready') return [{ error: status?.error }];
  const first = await decideOnce(sandbox, now);
  if (first.kind === 'threw') return [first];
  await pause(300);
  const second = await decideOnce(sandbox, now);
  if (second.kind === 'threw') return [first, second];
  sandbox.readLogBy(logOf(events));
  const moment = await sandbox.moment({
    position: 3,
    states: [{ moduleId: 'attack', stream: 'Attack-1' }],
    readModels: [],
  });
  return [first, second, { error: moment.states[0]?.error, ...moment }];
};

/** Reads stored events through the code, beside the sandbox that would wait for it, and once more. */
const upcastSteps = async (sandbox: Sandbox, { text }: Attack): Promise<object[]> => {
  const beside = sandbox.beside();
  const [status] = await beside.load([
    { id: 'attack', kind: 'upcaster', name: 'Attack', files: [{ path: 'upcaster.ts', text }] },
  ]);
  if (status?.kind !== 'ready') return [{ error: status?.error }];
  const first = await beside.upcast({ moduleId: 'attack', events });
  await pause(300);
  const second = await beside.upcast({ moduleId: 'attack', events });
  return [...first.results, ...second.results, { diagnostics: [...first.diagnostics, ...second.diagnostics] }];
};

type Step = { error?: { name: string } | undefined; diagnostics?: unknown[]; kind?: string };

const endOf = (taken: Step[]): Ended => {
  const error = taken.find((step) => step.error)?.error;
  const words = JSON.stringify(taken).replaceAll('\\"', '"');
  showOnPage(words);
  return {
    outcome: error === undefined ? 'value' : error.name === 'TimeoutError' ? 'timeout' : 'error',
    words,
    diagnostics: JSON.stringify(taken.flatMap(({ diagnostics = [] }) => diagnostics)),
  };
};

export const runAttack = async (attack: Attack): Promise<Ended> => {
  const sandbox = createSandbox(host, attack.silenceMs);
  try {
    return endOf(await (attack.as === 'upcaster' ? upcastSteps : steps)(sandbox, attack));
  } finally {
    sandbox.close();
  }
};

const harmless = `
export const initialState = () => ({ total: 0 });
export const evolve = (state: any, event: any) => ({ total: state.total + event.data.x });
export const decide = (command: any, state: any) => ({ type: 'Summed', data: { total: state.total } });
`;

/** Whether the next person's model runs as if nothing had been. */
export const runHarmless = async (): Promise<string> => {
  const sandbox = createSandbox(host, 10_000);
  try {
    const [status] = await sandbox.load([moduleOf(harmless)]);
    if (status?.kind !== 'ready') return JSON.stringify(status);
    const reply = await decideOnce(sandbox, 0);
    return JSON.stringify(reply.kind === 'decided' ? reply.events : reply);
  } finally {
    sandbox.close();
  }
};
