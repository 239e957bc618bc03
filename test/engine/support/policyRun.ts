import type { FaultPlan } from '#model';
import { faultsOf } from '#runtime';
import { openTestRun } from './openTestRun.ts';
import { type TillOptions, tillProgram } from './till.ts';

/** A fault for each event. */
export const plan = (...kinds: FaultPlan['kinds']): FaultPlan => ({ seed: 4, kinds, oneIn: 1, isWithinStreams: false });

/** A till with one policy, whose turns come when they are told to; what happened on its fault desk in short. */
export const openRunWith = async (policy: NonNullable<TillOptions['policies']>[number]) => {
  const { session, store, takeTurn } = await openTestRun();
  await session.useProgram(tillProgram({ policies: [policy] }));
  const send = async (...commands: { type: string; data: { tillId: string } }[]) => {
    for (const { type, data } of commands)
      await session.send({
        commandId: crypto.randomUUID(),
        type,
        data,
        metadata: {},
        origin: { kind: 'person' },
        correlationId: crypto.randomUUID(),
        ...session.addressOf({ type, data }),
        expectation: 'latest',
      });
    await takeTurn();
  };
  const typesIn = async () => (await store.readAll()).events.map(({ type }) => type);
  const happened = async () =>
    (await faultsOf(store, policy.id))?.handovers.map(({ position, fault, isAgain, answers }) =>
      [position, fault ?? (isAgain ? 'again' : 'delivered'), answers?.sent, answers?.known].join(' '),
    );
  const control = (how: Parameters<typeof session.controlPolicy>[1]) => session.controlPolicy(policy.id, how);
  return { session, store, takeTurn, send, typesIn, happened, control };
};
