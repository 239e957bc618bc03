import { describe, expect, it } from 'vitest';
import { openTestRun } from '../support/openTestRun.ts';
import { openTill, takeAmount, tillProgram } from '../support/till.ts';

type TestRun = Awaited<ReturnType<typeof openTestRun>>;

const send = ({ session }: TestRun, { type, data }: { type: string; data: { tillId: string } }) =>
  session.send({
    commandId: crypto.randomUUID(),
    type,
    data,
    metadata: {},
    origin: { kind: 'person' },
    correlationId: 'start',
    ...session.addressOf({ type, data }),
    expectation: 'latest',
  });

describe('what a command costs', () => {
  it('is told: a fold that is kept saves reading, until the code changes', async () => {
    const run = await openTestRun();
    const program = tillProgram({});
    await run.session.useProgram(program);
    const costs = [];
    for (const command of [openTill('1'), takeAmount('1', 5), takeAmount('1', 6)])
      costs.push((await send(run, command)).notes.fold);
    await run.session.useProgram({
      ...program,
      deciders: program.deciders.map((decider) => ({
        ...decider,
        code: decider.code.map((file) => ({ ...file, text: `${file.text}\n// Changed.` })),
      })),
    });
    costs.push((await send(run, takeAmount('1', 7))).notes.fold);

    expect(costs).toEqual([
      { read: 0, kept: 0 },
      { read: 1, kept: 0 },
      { read: 1, kept: 1 },
      { read: 3, kept: 0 },
    ]);
  });
});

describe('a stream that is archived', () => {
  it('refuses commands before anything is decided, and takes them again once it is back', async () => {
    const run = await openTestRun();
    await run.session.useProgram(tillProgram({}));
    await send(run, openTill('1'));
    const [stream = ''] = (await run.store.streams()).map((one) => one.stream);
    await run.store.archiveStream(stream);

    const refused = await send(run, takeAmount('1', 5));

    expect(refused).toMatchObject({ kind: 'rejected', error: { name: 'StreamArchived' } });
    expect(await run.store.lastPosition()).toBe(1);
    await run.store.unarchiveStream(stream);
    expect((await send(run, takeAmount('1', 5))).kind).toBe('appended');
  });
});
