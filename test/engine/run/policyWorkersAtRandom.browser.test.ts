import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workerCounts } from '#model';
import type { PolicyControl } from '#runtime';
import { categoryOf, type Noted, openTales, tales } from '../support/tales.ts';

const followAt = (kind: 'full' | 'paused'): PolicyControl => ({ kind: 'follow', pace: { kind } });

const worker = fc.integer({ min: 1, max: 8 });
const control: fc.Arbitrary<PolicyControl> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('step' as const), worker }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill-worker' as const), worker }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('revive-worker' as const), worker }) },
  { weight: 2, arbitrary: fc.constantFrom('full' as const, 'paused' as const).map(followAt) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('share-out' as const), count: fc.constantFrom(...workerCounts) }),
  },
);

type Operation = { control: PolicyControl } | { tale: string; story: string } | 'turn';

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ tale: fc.constantFrom(...tales), story: fc.constantFrom(...tales) }) },
  { weight: 4, arbitrary: fc.record({ control }) },
  { weight: 1, arbitrary: fc.constant('turn' as const) },
);

/** Whatever is told, dies, comes back and is shared out anew: in the end all live, and all is done. */
const runThrough = async (kind: 'stateless' | 'process', operations: Operation[]) => {
  const run = await openTales({ kind });
  await run.control({ kind: 'share-out', count: 4 });
  await run.control(followAt('paused'));
  for (const next of operations) {
    if (next === 'turn') await run.takeTurn();
    else if ('tale' in next) await run.tell(next.tale, { story: next.story });
    else await run.control(next.control).catch(noSuchWorker);
  }
  await run.takeTurn();
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8])
    await run.control({ kind: 'revive-worker', worker: number }).catch(noSuchWorker);
  await run.control(followAt('full'));
  await run.takeTurn();
  return run;
};

const noSuchWorker = (error: Error): void => expect(error.message).toBe('There is no such worker.');

const inAnyOrder = (noted: Noted[]): string[] => noted.map(({ id, at, part }) => `${id} ${at}.${part}`).toSorted();

describe('policies that several workers share, whatever dies, comes back and is shared out anew', () => {
  it('send what one worker sends, each command once, those of one stream in their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 10, maxLength: 30 }), async (operations) => {
        const run = await runThrough('stateless', operations);
        const shared = await run.notedBy('shared');
        expect(inAnyOrder(shared)).toEqual(inAnyOrder(await run.notedBy('alone')));
        for (const tale of tales) {
          const heard = shared.filter(({ id }) => id === tale).map(({ at, part }) => at * 10 + part);
          expect(heard).toEqual(heard.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('keep what one workflow is handed in its order, and its messages come once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 10, maxLength: 30 }), async (operations) => {
        const run = await runThrough('process', operations);
        const wound = run.session.windClock('2026-03-03T09:00:00.000Z');
        await run.takeTurn();
        await wound;
        expect(inAnyOrder(await run.notedBy('shared'))).toEqual(inAnyOrder(await run.notedBy('alone')));
        const received = await run.eventsOf('received:Told');
        for (const story of tales) {
          const told = received.filter(({ metadata }) => metadata.streamName === `${categoryOf('shared')}-${story}`);
          const places = told.map(({ data }) => (data as { at: number }).at);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 10 },
    );
  });
});
