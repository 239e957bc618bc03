/** Milliseconds from the moment at which a user comes until its command is answered. */
export type Latency = { p50: number; p95: number; p99: number; longest: number };

/** What came of the commands that were answered within one second. */
export type LoadSecond = { answered: number; overtaken: number; waiting: number; latency: Latency };

export type LoadReport = {
  seconds: LoadSecond[];
  arrived: number;
  appended: number;
  rejected: number;
  failed: number;
  /** Attempts that found their stream at another version than they decided on. */
  conflicts: number;
  /** Attempts whose documents were out of date, as others had stored in between. */
  stale: number;
  transactions: number;
  /** Events that were handed to `evolve` so that commands could be decided. */
  folded: number;
  latency: Latency;
  /** Of all of it, until the last command was answered. */
  milliseconds: number;
  /** What the first refused or failed command was told. */
  firstRefusal?: string;
  isDone: boolean;
};

const noLatency: Latency = { p50: 0, p95: 0, p99: 0, longest: 0 };

const latencyOf = (milliseconds: number[]): Latency => {
  if (milliseconds.length === 0) return noLatency;
  const sorted = Float64Array.from(milliseconds).sort();
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(1) };
};

export type Answer = { kind: 'appended' } | { kind: 'rejected' | 'failed'; message: string };

type Second = { latencies: number[]; overtaken: number; waiting: number };

/** Counts what happens in a load run. All times are milliseconds since its beginning. */
export const createTally = () => {
  const seconds: Second[] = [];
  const latencies: number[] = [];
  const counts = {
    arrived: 0,
    appended: 0,
    rejected: 0,
    failed: 0,
    conflicts: 0,
    stale: 0,
    transactions: 0,
    folded: 0,
  };
  let firstRefusal: string | undefined;

  const secondAt = (time: number): Second => {
    const index = Math.floor(Math.max(0, time) / 1000);
    while (seconds.length <= index) seconds.push({ latencies: [], overtaken: 0, waiting: 0 });
    return seconds[index] as Second;
  };

  return {
    arrived: (): void => {
      counts.arrived += 1;
    },
    answered: (answer: Answer, dueAt: number, time: number): void => {
      counts[answer.kind] += 1;
      if (answer.kind !== 'appended') firstRefusal ??= answer.message;
      latencies.push(time - dueAt);
      secondAt(time).latencies.push(time - dueAt);
    },
    overtaken: (kind: 'conflicts' | 'stale', time: number): void => {
      counts[kind] += 1;
      secondAt(time).overtaken += 1;
    },
    stored: (): void => {
      counts.transactions += 1;
    },
    folded: (events: number): void => {
      counts.folded += events;
    },
    waiting: (commands: number, time: number): void => {
      const second = secondAt(time);
      second.waiting = Math.max(second.waiting, commands);
    },
    report: (milliseconds: number, isDone: boolean): LoadReport => ({
      ...counts,
      seconds: seconds.map(({ latencies: ofSecond, overtaken, waiting }) => ({
        answered: ofSecond.length,
        overtaken,
        waiting,
        latency: latencyOf(ofSecond),
      })),
      latency: latencyOf(latencies),
      milliseconds,
      ...(firstRefusal === undefined ? {} : { firstRefusal }),
      isDone,
    }),
  };
};

export type Tally = ReturnType<typeof createTally>;
