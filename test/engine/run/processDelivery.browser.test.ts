import { describe, expect, it } from 'vitest';
import { policyCommandId } from '../../../src/runtime/policyCommandId.ts';
import { readHistory } from '../../support/readHistory.ts';
import { openTestRun } from '../support/openTestRun.ts';
import { tillProgram } from '../support/till.ts';

/** Waits for the answers of two tills; whichever comes last, it asks for the third one to be closed. */
const bothTills = {
  id: 'both-tills',
  hears: ['TillOpened'],
  process: { category: 'BothTills', commands: ['OpenTill'] },
  code: `
export const getWorkflowId = (input) => (input.data.tillId === '3' ? null : 'shift');
export const initialState = () => [];
export const decide = (input, open) =>
  open.includes(input.data.tillId) || open.length + 1 < 2 ? [] : { type: 'OpenTill', data: { tillId: '3' } };
export const evolve = (open, event) =>
  event.type === 'TillOpened' && !open.includes(event.data.tillId) ? [...open, event.data.tillId].sort() : open;
`,
};

const tillsOpened = async (order: string[]) => {
  const run = await openTestRun();
  const { store, session, takeTurn } = run;
  await session.useProgram(tillProgram({ policies: [bothTills] }));
  for (const tillId of order)
    await store.append({
      writes: [
        {
          stream: `Till-${tillId}`,
          events: [
            {
              type: 'TillOpened',
              data: { tillId, at: '' },
              eventId: `opened-${tillId}`,
              metadata: { correlationId: 'shift' },
            },
          ],
        },
      ],
    });
  await takeTurn();
  return run;
};

const outcomeOf = async ({ store, session }: Awaited<ReturnType<typeof openTestRun>>) => {
  const { events } = await store.readAll();
  const { states } = await session.moment({ position: events.length, streams: ['BothTills-shift'] });
  const third = events.filter(({ metadata }) => metadata.streamName === 'Till-3');
  return { state: JSON.parse(states[0]?.after ?? ''), third: third.map(({ type }) => type) };
};

describe('a process manager under at-least-once delivery', () => {
  it('does nothing twice where every event is delivered twice', async () => {
    const run = await tillsOpened(['1', '2']);
    const before = await readHistory(run.store);

    // As a crash does between what came of an event and the checkpoint.
    await run.store.storeDocuments([], { checkpoints: [{ consumer: 'policy/both-tills', position: 0 }] });
    await run.takeTurn();

    expect(await readHistory(run.store)).toEqual(before);
    expect(await outcomeOf(run)).toEqual({ state: ['1', '2'], third: ['TillOpened'] });
  });

  it('comes to the same where the streams are delivered in another order', async () => {
    const [one, other] = [await tillsOpened(['1', '2']), await tillsOpened(['2', '1'])];

    expect(await outcomeOf(other)).toEqual(await outcomeOf(one));
  });

  it('knows a delivery by the process and the event', async () => {
    const { store } = await tillsOpened(['1', '2']);

    const { events } = await store.readStream('BothTills-shift');

    expect(events.map(({ metadata }) => metadata.eventId)).toEqual([
      `${policyCommandId('both-tills', 'opened-1', 0)}/1`,
      `${policyCommandId('both-tills', 'opened-2', 0)}/1`,
      `${policyCommandId('both-tills', 'opened-2', 0)}/2`,
    ]);
  });
});
