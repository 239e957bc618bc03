import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '#event-store';
import { openClock } from '../../src/runtime/clock.ts';
import { refusedRecord } from './records.ts';

const stopped = { kind: 'stopped' as const, startsAt: '2026-03-02T09:00:00.000Z', stepMs: 60_000 };
const iso = (time: number): string => new Date(time).toISOString();

describe("the playground's clock", () => {
  it('starts a stopped clock where the setting says and moves on by a step with each command', async () => {
    const clock = await openClock(await openMemoryStore('clock/new'));

    const times = [clock.next(stopped), clock.next(stopped), clock.next(stopped)].map(iso);

    expect(times).toEqual(['2026-03-02T09:00:00.000Z', '2026-03-02T09:01:00.000Z', '2026-03-02T09:02:00.000Z']);
  });

  it('goes on where the last stored event or command left it', async () => {
    const store = await openMemoryStore('clock/stored');
    const event = { type: 'Happened', data: {} };
    await store.append({ writes: [{ stream: 'a-1', events: [event] }], recordedAt: '2026-03-02T10:00:00.000Z' });
    await store.recordCommand({ ...refusedRecord('refused'), receivedAt: '2026-03-02T10:07:00.000Z' });

    const clock = await openClock(store);

    expect(iso(clock.next(stopped))).toBe('2026-03-02T10:08:00.000Z');
  });

  it('takes the time that a command brings, but never runs backwards', async () => {
    const clock = await openClock(await openMemoryStore('clock/given'));

    const night = clock.next(stopped, Date.parse('2026-03-03T08:00:00.000Z'));
    const past = clock.next(stopped, Date.parse('2026-03-01T08:00:00.000Z'));

    expect([night, past].map(iso)).toEqual(['2026-03-03T08:00:00.000Z', '2026-03-03T08:00:00.000Z']);
  });

  it('does not fall behind what another tab has stored', async () => {
    const clock = await openClock(await openMemoryStore('clock/tabs'));

    clock.saw('2999-01-01T00:00:00.000Z');

    expect(iso(clock.next({ kind: 'real' }))).toBe('2999-01-01T00:00:00.000Z');
  });

  it('goes on from where it was set to by hand, stopped or real', async () => {
    const store = await openMemoryStore('clock/set');
    await store.recordCommand({ ...refusedRecord('refused'), receivedAt: '2026-03-02T10:07:00.000Z' });
    const setAt = new Date().toISOString();

    const clock = await openClock(store, { startsAt: '2027-01-01T00:00:00.000Z', setAt });
    const running = await openClock(store, { startsAt: '2027-01-01T00:00:00.000Z', setAt });

    expect([clock.next(stopped), clock.next(stopped)].map(iso)).toEqual([
      '2027-01-01T00:00:00.000Z',
      '2027-01-01T00:01:00.000Z',
    ]);
    expect(iso(running.next({ kind: 'real' })).slice(0, 10)).toBe('2027-01-01');
  });
});

describe('a clock that is wound forward', () => {
  it('shows the time that it was wound to, and goes on from there with the next command', async () => {
    const clock = await openClock(await openMemoryStore('clock/wound'));
    clock.next(stopped);

    clock.set({ startsAt: '2026-03-02T12:00:00.000Z', setAt: new Date().toISOString() });

    expect([clock.now(stopped), clock.next(stopped), clock.next(stopped)].map(iso)).toEqual([
      '2026-03-02T12:00:00.000Z',
      '2026-03-02T12:00:00.000Z',
      '2026-03-02T12:01:00.000Z',
    ]);
  });

  it('is held at an earlier time while what was due is caught up on', async () => {
    const clock = await openClock(await openMemoryStore('clock/held'));
    clock.set({ startsAt: '2026-03-02T12:00:00.000Z', setAt: new Date().toISOString() });

    clock.holdAt(Date.parse('2026-03-02T10:30:00.000Z'));
    const held = [clock.next(stopped), clock.next(stopped)];
    clock.holdAt(undefined);

    expect([...held, clock.next(stopped)].map(iso)).toEqual([
      '2026-03-02T10:30:00.000Z',
      '2026-03-02T10:31:00.000Z',
      '2026-03-02T12:00:00.000Z',
    ]);
  });
});
