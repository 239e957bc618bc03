import { onTestFinished } from 'vitest';
import { createSandbox, type ModelModule, openFrameHost, type Sandbox, type SandboxEvent } from '#sandbox';

type SandboxOptions = {
  /** Milliseconds without an answer after which code counts as endless. */
  silenceMs?: number;
  /** Answers what stands in front of the script of the next worker. */
  before?: () => string;
};

/** A sandbox in a frame of its own, closed with the test. */
export const openSandbox = async ({ silenceMs, before = () => '' }: SandboxOptions = {}): Promise<Sandbox> => {
  const host = await openFrameHost();
  const sandbox = createSandbox({ ...host, spawn: (script) => host.spawn(before() + script) }, silenceMs);
  onTestFinished(() => {
    sandbox.close();
    host.close();
  });
  return sandbox;
};

export const decider = (text: string, id = 'counter'): ModelModule => ({
  id,
  kind: 'decider',
  name: 'Counter',
  files: [{ path: 'Counter.ts', text }],
});

export const readModel = (text: string, id = 'totals'): ModelModule => ({
  id,
  kind: 'read-model',
  name: 'Totals',
  files: [{ path: 'Totals.ts', text }],
});

export const policy = (text: string, id = 'follow-up'): ModelModule => ({
  id,
  kind: 'policy',
  name: 'FollowUp',
  files: [{ path: 'FollowUp.ts', text }],
});

/** Events of one stream, from position 1 on. */
export const added = (amounts: number[], stream = 'Counter-1', from = 1): SandboxEvent[] =>
  amounts.map((amount, index) => ({
    type: 'Added',
    data: { amount },
    metadata: {
      eventId: `${stream}/${from + index}`,
      streamName: stream,
      streamPosition: from + index,
      globalPosition: from + index,
      recordedAt: '2024-01-01T00:00:00.000Z',
    },
  }));

export const now = Date.parse('2024-05-01T10:00:00.000Z');

/** What `decide` is asked with, for a stream whose events are handed over from the first one on. */
export const addCommand = (events: SandboxEvent[], data: { amount: number } = { amount: 1 }) => ({
  moduleId: 'counter',
  stream: 'Counter-1',
  command: { type: 'Add', data, metadata: {} },
  now,
  commandId: 'command-1',
  events,
  version: events.length,
});

export const counter = `
export const initialState = () => ({ total: 0 });
export const evolve = (state: { total: number }, event: any) => ({ total: state.total + event.data.amount });
export const decide = (command: any, state: { total: number }) => ({
  type: 'Added',
  data: { amount: command.data.amount, before: state.total },
});
`;
