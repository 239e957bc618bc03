import { describe, expect, it } from 'vitest';
import { emptyBoard, waitingAt } from '#model';
import { samples } from '#samples';
import { clockNow, clockShown, waitingMessages } from '../../../src/ui/clock/playgroundClock.ts';

const history = async () => {
  const sample = samples.find(({ id }) => id === 'group-checkout-process');
  if (!sample) throw new Error('The sample is gone.');
  return (await sample.load()).history;
};

describe('what waits, found by the types of events', () => {
  it('is what waits after each event of the history', async () => {
    const { events } = await history();
    const positions = events.map(({ metadata }) => metadata.globalPosition);

    const found = positions.map((position) => waitingMessages(events, position));

    expect(found).toEqual(positions.map((position) => waitingAt(events, position)));
    expect(found.some((waiting) => waiting.length > 0)).toBe(true);
  });
});

describe("the playground's clock on the screen", () => {
  const board = {
    ...emptyBoard('clock', 'Clock'),
    settings: {
      clock: { kind: 'stopped' as const, startsAt: '2026-03-02T09:00:00.000Z', stepMs: 60_000 },
      storeAsJson: true,
    },
  };
  const run = { runId: 'run', name: 'Run 1', createdAt: '', events: 0, isCurrent: true };
  const shown = (state: Partial<Parameters<typeof clockNow>[0]>): string =>
    new Date(clockNow({ board, runs: [run], events: [], commands: [], ...state })).toISOString();

  it('shows where it starts, where it was wound to, and never less than what is recorded', async () => {
    const { events, commands } = await history();
    const last = [events.at(-1)?.metadata.recordedAt ?? '', commands.at(-1)?.receivedAt ?? ''].sort().at(-1);
    const clock = { startsAt: '2026-03-02T12:00:00.000Z', setAt: '2026-11-27T00:00:00.000Z' };

    expect(shown({})).toBe('2026-03-02T09:00:00.000Z');
    expect(shown({ runs: [{ ...run, clock }] })).toBe('2026-03-02T12:00:00.000Z');
    expect(shown({ runs: [{ ...run, clock }], events, commands })).toBe(last);
  });

  it('is that of the moment that is looked at', async () => {
    const { events, commands } = await history();
    const at = (cursor: number | 'now') => clockShown({ board, runs: [run], events, commands, cursor });

    expect(at(20)).toBe(Date.parse(events[19]?.metadata.recordedAt ?? ''));
    expect(at('now')).toBe(clockNow({ board, runs: [run], events, commands }));
  });
});
