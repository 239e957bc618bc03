import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FaultPlan, faultKinds, type Handover, handOver, type InTransit } from '#model';

type LogEvent = { position: number; stream: string };

const logOf = (streams: string[]): LogEvent[] => streams.map((stream, index) => ({ stream, position: index + 1 }));

/** All that is handed over of a log, and what is still held back at its end. */
const handOverAll = (plan: FaultPlan, log: LogEvent[]): { handovers: Handover[]; inTransit: InTransit } =>
  log.reduce<{ handovers: Handover[]; inTransit: InTransit }>(
    ({ handovers, inTransit }, event) => {
      const next = handOver(plan, inTransit, event);
      return { handovers: [...handovers, ...next.handovers], inTransit: next.inTransit };
    },
    { handovers: [], inTransit: [] },
  );

const planWith = (kinds: FaultPlan['kinds'], isWithinStreams = false): FaultPlan => ({
  seed: 7,
  kinds,
  oneIn: 1,
  isWithinStreams,
});

const positions = ({ handovers }: { handovers: Handover[] }) => handovers.map(({ position }) => position);

const plans = fc.record({
  seed: fc.integer(),
  kinds: fc.subarray([...faultKinds], { minLength: 1 }),
  oneIn: fc.integer({ min: 1, max: 4 }),
  isWithinStreams: fc.boolean(),
});
const logs = fc.array(fc.constantFrom('Cart-1', 'Cart-2', 'Cart-3'), { maxLength: 40 }).map(logOf);

describe('handing over with faults', () => {
  it('hands an event over again after a duplicate, a lost acknowledgement, a crash and a poisoned delivery', () => {
    for (const fault of ['duplicate', 'lost-acknowledgement', 'crash', 'poison'] as const)
      expect(handOverAll(planWith([fault]), logOf(['Cart-1'])).handovers).toEqual([
        { position: 1, fault },
        { position: 1, isAgain: true },
      ]);
  });

  it('swaps events of different streams, and leaves the order within each', () => {
    const orders = Array.from({ length: 60 }, (_, seed) =>
      positions(
        handOverAll({ ...planWith(['reorder']), seed, oneIn: 2 }, logOf(['Cart-1', 'Cart-1', 'Cart-2'])),
      ).join(),
    );
    expect(orders).toContain('3,1,2');
    expect(orders).toContain('1,2,3');
    expect(orders).not.toContain('2,1,3');
  });

  it('swaps events within a stream where that is wanted', () => {
    const { handovers, inTransit } = handOverAll(planWith(['reorder'], true), logOf(['Cart-1', 'Cart-1']));
    expect(handovers).toEqual([{ position: 1, fault: 'reorder' }]);
    expect(inTransit).toMatchObject([{ position: 2 }]);
  });

  it('hands the same log over in the same way, however much of it has come', () => {
    fc.assert(
      fc.property(plans, logs, fc.nat(40), (plan, log, cut) => {
        const whole = handOverAll(plan, log).handovers;
        const part = handOverAll(plan, log.slice(0, cut)).handovers;
        expect(whole.slice(0, part.length)).toEqual(part);
        expect(handOverAll(plan, log).handovers).toEqual(whole);
      }),
    );
  });

  it('loses no event: each is handed over or still held back', () => {
    fc.assert(
      fc.property(plans, logs, (plan, log) => {
        const { handovers, inTransit } = handOverAll(plan, log);
        const held = inTransit.flatMap(({ position, behind }) => [position, ...behind]);
        const seen = new Set([...positions({ handovers }), ...held]);
        expect(seen.size).toBe(log.length);
      }),
    );
  });

  it('keeps the order of first deliveries within each stream unless that is to be broken', () => {
    fc.assert(
      fc.property(plans, logs, (plan, log) => {
        const { handovers } = handOverAll({ ...plan, isWithinStreams: false }, log);
        for (const stream of new Set(log.map((event) => event.stream))) {
          const firsts = handovers
            .filter(({ isAgain }) => !isAgain)
            .map(({ position }) => position)
            .filter((position) => log[position - 1]?.stream === stream);
          expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
