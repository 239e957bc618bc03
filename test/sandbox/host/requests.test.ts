import { expect, it } from 'vitest';
import { createLogSource } from '../../../src/sandbox/host/logSource.ts';
import type { ModelWorker } from '../../../src/sandbox/host/ModelWorker.ts';
import { createRequests } from '../../../src/sandbox/host/requests.ts';
import { WorkerMemory } from '../../../src/sandbox/host/WorkerMemory.ts';

const noNotes = { logs: [], diagnostics: [] };

/** A worker that has been turned: whatever it is asked, it misses one event or the other. */
const insatiable = (): ModelWorker => {
  let turn = 0;
  const answer = (): unknown => {
    turn += 1;
    return { missing: 1 + (turn % 2), ...noNotes };
  };
  return {
    ranges: [],
    memory: new WorkerMemory(),
    untilRunning: () => Promise.resolve(),
    request: () => Promise.resolve(answer()),
  } as unknown as ModelWorker;
};

it('gives up a worker that asks for the log again and again, whatever it was asked', async () => {
  const log = createLogSource();
  log.readBy(() => Promise.resolve({ text: '[]', lastPosition: 2, isEnd: true }));
  const { ask } = createRequests(insatiable(), log);
  const place = { subject: { kind: 'document', moduleId: 'totals', documentId: 'all' }, path: [] } as const;

  const history = await ask({ op: 'history', args: { ...place, path: [], position: 2, most: 10 } });
  const routed = await ask({ op: 'route', args: { moduleIds: ['totals'], events: [] } });

  expect(history).toMatchObject({ kind: 'lost', error: { message: expect.stringContaining('did not get on') } });
  expect(routed).toMatchObject({ kind: 'lost' });
});
