/** What may go wrong as events are handed to a consumer. */
export const faultKinds = ['duplicate', 'delay', 'reorder', 'lost-acknowledgement', 'crash', 'poison'] as const;
export type FaultKind = (typeof faultKinds)[number];

export type FaultPlan = {
  /** The same seed meets the same events with the same faults. */
  seed: number;
  kinds: readonly FaultKind[];
  /** One event in so many meets a fault. */
  oneIn: number;
  /** Also the order within a stream is broken; else what comes behind a held event of its stream waits too. */
  isWithinStreams: boolean;
};

type LogEvent = { position: number; stream: string };

/** An event as it is handed over: the first time with what goes wrong with it, or once more for what went wrong. */
export type Handover = { position: number; fault?: FaultKind; isAgain?: true };

/** Events of a stream that are held back, until so many others have gone by. */
type Held = LogEvent & { fault: 'delay' | 'reorder'; left: number; behind: number[] };

/** What is under way between two events of the log. */
export type InTransit = readonly Held[];

/**
 * What is handed over as the next event of the log comes by. It hangs on the plan and on what came before alone, so that
 * the same log is always handed over in the same way, however it is cut.
 */
export const handOver = (
  plan: FaultPlan,
  inTransit: InTransit,
  event: LogEvent,
): { handovers: Handover[]; inTransit: Held[] } => {
  const isWaitedBehind = !plan.isWithinStreams && inTransit.some(({ stream }) => stream === event.stream);
  const passed = inTransit.map((held) => goneBy(plan, held, event));
  const due = passed.filter(({ left }) => left <= 0);
  const waiting = passed.filter(({ left }) => left > 0);
  if (isWaitedBehind) return { handovers: due.flatMap(released), inTransit: waiting };
  const { handovers, held } = met(plan, event);
  return { handovers: [...handovers, ...due.flatMap(released)], inTransit: [...waiting, ...held] };
};

/** A held event as another one goes by; one of its own stream waits behind it where order is kept there. */
const goneBy = ({ isWithinStreams }: FaultPlan, held: Held, { stream, position }: LogEvent): Held => {
  const isSameStream = stream === held.stream;
  if (isSameStream && !isWithinStreams) return { ...held, behind: [...held.behind, position] };
  const counts = held.fault === 'delay' || isSameStream === isWithinStreams;
  return counts ? { ...held, left: held.left - 1 } : held;
};

const released = ({ position, fault, behind }: Held): Handover[] => [
  { position, fault },
  ...behind.map((later) => ({ position: later })),
];

const met = (plan: FaultPlan, event: LogEvent): { handovers: Handover[]; held: Held[] } => {
  const { position } = event;
  const fault = faultAt(plan, position);
  switch (fault) {
    case undefined:
      return { handovers: [{ position }], held: [] };
    case 'delay':
    case 'reorder': {
      const left = fault === 'reorder' ? 1 : 1 + (numberFor(plan.seed, position, 2) % 3);
      return { handovers: [], held: [{ ...event, fault, left, behind: [] }] };
    }
    case 'duplicate':
    case 'lost-acknowledgement':
    case 'crash':
    case 'poison':
      return {
        handovers: [
          { position, fault },
          { position, isAgain: true },
        ],
        held: [],
      };
  }
};

const faultAt = ({ seed, kinds, oneIn }: FaultPlan, position: number): FaultKind | undefined =>
  numberFor(seed, position, 0) % Math.max(1, oneIn) === 0
    ? kinds[numberFor(seed, position, 1) % Math.max(1, kinds.length)]
    : undefined;

/** An unsigned number that looks like chance: the mixing steps of MurmurHash3's finaliser. */
const numberFor = (seed: number, position: number, use: number): number => {
  let mixed = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(position, 0x85ebca6b) ^ Math.imul(use + 1, 0xc2b2ae35)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
