import { expect, it } from 'vitest';
import { RunningWorker, WorkerSilent } from '../../../src/sandbox/host/RunningWorker.ts';

it('counts silence from the first module on, and not while the worker starts', async () => {
  const { port1, port2 } = new MessageChannel();
  const worker = new RunningWorker({ workerId: 1, port: port1 }, 5, 1);
  let failure: unknown;
  const ready = worker.untilReady().catch((error: unknown) => {
    failure = error;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(failure).toBeUndefined();

  port2.postMessage({ t: 'loading', moduleId: 'counter' });
  await ready;

  expect(failure).toBeInstanceOf(WorkerSilent);
  expect(worker.loading).toBe('counter');
});
