import { describe, expect, it } from 'vitest';
import { createTally } from '../../../src/runtime/load/LoadReport.ts';

describe('the tally of a load run', () => {
  it('counts a command in the second in which it is answered, and its latency from when its user came', () => {
    const tally = createTally();
    tally.answered({ kind: 'appended' }, 100, 150);
    tally.answered({ kind: 'appended' }, 900, 1300);

    const { seconds, latency, appended } = tally.report(1300, true);

    expect(appended).toBe(2);
    expect(seconds.map(({ answered }) => answered)).toEqual([1, 1]);
    expect(seconds.map((second) => second.latency.longest)).toEqual([50, 400]);
    expect(latency).toEqual({ p50: 50, p95: 400, p99: 400, longest: 400 });
  });

  it('tells percentiles of all that were answered', () => {
    const tally = createTally();
    for (let ms = 100; ms >= 1; ms -= 1) tally.answered({ kind: 'appended' }, 0, ms);

    expect(tally.report(1000, true).latency).toEqual({ p50: 50, p95: 95, p99: 99, longest: 100 });
  });

  it('keeps what the first refused command was told, and the longest queue of a second', () => {
    const tally = createTally();
    tally.waiting(3, 10);
    tally.waiting(7, 20);
    tally.waiting(1, 30);
    tally.answered({ kind: 'rejected', message: 'first' }, 0, 40);
    tally.answered({ kind: 'failed', message: 'second' }, 0, 50);

    const report = tally.report(60, true);

    expect(report).toMatchObject({ rejected: 1, failed: 1, appended: 0, firstRefusal: 'first' });
    expect(report.seconds[0]?.waiting).toBe(7);
  });
});
