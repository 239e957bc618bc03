import { expect, it } from 'vitest';
import type { CodeError } from '#sandbox';
import { logOf } from '../support/logOf.ts';
import { addCommand, added, counter, decider, openSandbox } from './support/sandboxes.ts';

const hanging = counter.replace(
  '({ total: state.total + event.data.amount });',
  `{
  let left = event.data.amount;
  while (left !== 0) {
    left -= 2;
  }
  return state;
};`,
);

it('stops code that does not end, names the loop, and runs again', async () => {
  const sandbox = await openSandbox();
  const restarts: CodeError[] = [];
  sandbox.onRestarted((error) => restarts.push(error));
  await sandbox.load([decider(hanging)]);

  const hung = await sandbox.decide(addCommand(added([2, 3])));
  const next = await sandbox.decide(addCommand(added([2, 4])));

  const error = {
    name: 'TimeoutError',
    phase: 'decide',
    isFailure: true,
    place: { moduleId: 'counter', file: 'Counter.ts', line: 5 },
  };
  expect(hung).toMatchObject({ kind: 'threw', error });
  expect(restarts).toMatchObject([error]);
  expect(next).toMatchObject({ kind: 'decided' });
});

it('starts the others without a module that hangs while it loads, and names its line', async () => {
  const sandbox = await openSandbox();

  const statuses = await sandbox.load([decider('const a = 1;\nfor (;;) {\n}', 'endless'), decider(counter)]);
  const reply = await sandbox.decide(addCommand(added([1])));

  expect(statuses).toMatchObject([
    { kind: 'broken', error: { name: 'TimeoutError', phase: 'load', place: { moduleId: 'endless', line: 2 } } },
    { kind: 'ready' },
  ]);
  expect(reply).toMatchObject({ kind: 'decided' });
});

it('takes no worker that starts slowly for code that does not end', async () => {
  const busy = 'for (const end = performance.now() + 800; performance.now() < end; );';
  const sandbox = await openSandbox({ silenceMs: 400, before: () => busy });

  const statuses = await sandbox.load([decider(counter)]);

  expect(statuses).toMatchObject([{ kind: 'ready' }]);
});

/** A sandbox whose first worker runs something in front of its script, and how many workers it has started. */
const openWithFirstWorker = async (before: string) => {
  let started = 0;
  const sandbox = await openSandbox({
    silenceMs: 400,
    before: () => {
      started += 1;
      return started === 1 ? before : '';
    },
  });
  return { sandbox, started: () => started };
};

const keepBusy = `
  const now = performance.now.bind(performance);
  const keepBusy = () => { for (const end = now() + 800; now() < end; ); };
`;

it('asks once more where the computer was busy, and what fell silent comes to an end', async () => {
  const { sandbox, started } = await openWithFirstWorker(`{
    ${keepBusy}
    const { parse } = JSON;
    JSON.parse = (text) => (keepBusy(), parse(text));
  }`);
  const restarts: CodeError[] = [];
  sandbox.onRestarted((error) => restarts.push(error));
  await sandbox.load([decider(counter)]);

  const replies = [await sandbox.decide(addCommand(added([1]))), await sandbox.decide(addCommand(added([1, 2])))];

  expect(replies).toMatchObject([{ kind: 'decided' }, { kind: 'decided' }]);
  expect(restarts).toEqual([]);
  expect(started()).toBe(3);
});

it('looks at a moment once more where the computer was busy, and reads the log again for it', async () => {
  const { sandbox } = await openWithFirstWorker(`{
    ${keepBusy}
    const { parse } = JSON;
    let asked = 0;
    JSON.parse = (text) => ((asked += 1), asked === 2 && keepBusy(), parse(text));
  }`);
  const asked: number[] = [];
  sandbox.readLogBy((from) => {
    asked.push(from);
    return logOf(added([1, 2]))(from);
  });
  await sandbox.load([decider(counter)]);

  const states = [{ moduleId: 'counter', stream: 'Counter-1' }];
  const looks = [1, 2].map((position) => sandbox.moment({ position, states, readModels: [] }));

  expect(await Promise.all(looks)).toMatchObject([
    { states: [{ after: '{"total":1}' }] },
    { states: [{ after: '{"total":3}' }] },
  ]);
  expect(asked).toEqual([1, 1]);
});

it('loads once more where the computer was busy, and what fell silent comes to an end', async () => {
  const { sandbox, started } = await openWithFirstWorker(`{
    ${keepBusy}
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function (message, ...rest) {
      postMessage.call(this, message, ...rest);
      if (message.t === 'loading') keepBusy();
    };
  }`);

  const statuses = await sandbox.load([decider(counter)]);

  expect(statuses).toMatchObject([{ kind: 'ready' }]);
  expect(started()).toBe(3);
});

it('runs the others when one does not compile or breaks while it loads', async () => {
  const sandbox = await openSandbox();

  const statuses = await sandbox.load([
    decider('export const = 1;', 'typing'),
    decider('const a = 1;\nnull.b;', 'breaking'),
    decider(counter),
  ]);

  expect(statuses).toMatchObject([
    { kind: 'broken', error: { name: 'CompileError', place: { moduleId: 'typing', line: 1 } } },
    { kind: 'broken', error: { name: 'TypeError', phase: 'load', place: { moduleId: 'breaking', line: 2 } } },
    { kind: 'ready' },
  ]);
});

it('knows after new code that nothing is folded, and asks for the log again', async () => {
  const sandbox = await openSandbox();
  const asked: number[] = [];
  const read = logOf(added([1, 2]));
  sandbox.readLogBy((from) => {
    asked.push(from);
    return read(from);
  });
  const look = () =>
    sandbox.moment({ position: 2, states: [{ moduleId: 'counter', stream: 'Counter-1' }], readModels: [] });
  await sandbox.load([decider(counter)]);
  await look();
  await look();
  await sandbox.decide(addCommand(added([1, 2])));
  const before = [[...asked], sandbox.foldedVersion('counter', 'Counter-1')];

  await sandbox.load([decider(counter.replace('before', 'earlier'))]);

  expect(before).toEqual([[1], 2]);
  expect(sandbox.foldedVersion('counter', 'Counter-1')).toBe(0);
  await look();
  expect(asked).toEqual([1, 1]);
});

it('runs a specification on a state of its own', async () => {
  const sandbox = await openSandbox();
  await sandbox.load([decider(counter)]);
  await sandbox.decide(addCommand(added([50])));

  const reply = await sandbox.specify({
    moduleId: 'counter',
    given: [{ type: 'Added', data: { amount: 4 } }],
    command: { type: 'Add', data: { amount: 1 } },
    now: 0,
  });

  expect(reply).toMatchObject({ kind: 'decided', events: [{ type: 'Added', data: { amount: 1, before: 4 } }] });
  expect(sandbox.foldedVersion('counter', 'Counter-1')).toBe(1);
});
