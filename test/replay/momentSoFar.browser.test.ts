import { expect, it, onTestFinished } from 'vitest';
import { momentAt, momentSoFar } from '#replay';
import { createQueue } from '#runtime';
import { createSandbox, openFrameHost } from '#sandbox';
import { foldersOf } from '../../src/engine/run/foldersOf.ts';
import { openAside } from '../../src/engine/run/look.ts';
import { openTestRun } from '../engine/support/openTestRun.ts';
import { randomLog, seeded, streamsOf } from './support/logs.ts';
import { programOfShapes } from './support/programs.ts';

const length = 90;

/** The documents of a log are stored; somebody else looks at them, in a sandbox that has replayed nothing. */
const openReader = async () => {
  const { store, session, takeTurn } = await openTestRun();
  for (const commit of randomLog(7, length)) await store.append(commit);
  const program = programOfShapes('first');
  await session.useProgram(program);
  await takeTurn();
  const host = await openFrameHost();
  const sandbox = createSandbox(host);
  onTestFinished(() => {
    sandbox.close();
    host.close();
  });
  const { run } = await openAside(store, sandbox, program);
  const { events } = await store.readAll({ limit: 1000 });
  return { run, states: foldersOf(program, streamsOf(events)) };
};

it('says nothing of a moment that the whole moment does not say', async () => {
  const { run, states } = await openReader();
  const looks = createQueue();
  const positions = seeded(7)
    .shuffled(Array.from({ length: length + 1 }, (_, position) => position))
    .slice(0, 25);

  for (const position of [length, ...positions, length]) {
    const wish = { position, states, shows: { readModelId: null, documents: 3 } };
    const soFar = await momentSoFar(run, wish);
    const whole = await momentAt(run, looks, wish);

    expect(soFar.states, `position ${position}`).toEqual(whole.states);
    expect(soFar.readModels.map(({ moduleId }) => moduleId)).toEqual(whole.readModels.map(({ moduleId }) => moduleId));
    for (const { moduleId, documents } of soFar.readModels)
      expect(whole.readModels.find((one) => one.moduleId === moduleId)?.documents).toEqual(
        expect.arrayContaining(documents),
      );
    if (position === length) expect(soFar.readModels[0]?.documents).toHaveLength(3);
  }
});
