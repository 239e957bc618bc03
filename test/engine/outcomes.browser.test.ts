import { describe, expect, it } from 'vitest';
import { documentsAt, openTab, openTillTab } from './support/openTab.ts';
import { closeTill, openTill, takeAmount } from './support/till.ts';

describe('a command on its way through the engine', () => {
  it('appends what was decided, with the documents of inline read models', async () => {
    const { tab } = await openTillTab();

    await tab.submitCommand(openTill('1'));
    const outcome = await tab.submitCommand({ ...takeAmount('1', 500), commandId: 'take' });

    expect(outcome).toMatchObject({
      kind: 'appended',
      version: 2,
      events: [
        {
          type: 'AmountTaken',
          data: { tillId: '1', amount: 500 },
          metadata: {
            eventId: 'take/1',
            streamName: 'Till-1',
            streamPosition: 2,
            globalPosition: 2,
            commandId: 'take',
            correlationId: 'take',
            causationId: 'take',
            recordedAt: '2026-03-02T09:01:00.000Z',
          },
        },
      ],
      record: { commandId: 'take', decidedOnVersion: 1, afterPosition: 1, outcome: { kind: 'appended' } },
    });
    expect((await documentsAt(tab, 2))['open-tills']).toEqual([
      { documentId: '1', document: { taken: 500, amounts: [500], since: '2026-03-02T09:00:00.000Z' } },
    ]);
  });

  it('accepts what leaves nothing to record', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(closeTill('1'));

    const outcome = await tab.submitCommand(closeTill('1'));

    expect(outcome).toMatchObject({ kind: 'appended', version: 3, events: [], record: { outcome: { eventIds: [] } } });
  });

  it('stores nothing of what a rule refuses, and remembers the refusal', async () => {
    const { tab, modelId } = await openTillTab();

    const outcome = await tab.submitCommand({ ...takeAmount('1', 500), commandId: 'early' });

    expect(outcome).toMatchObject({
      kind: 'rejected',
      error: { message: 'Only an open till takes money.', isFailure: false, place: { line: 11 } },
      record: { outcome: { kind: 'rejected', message: 'Only an open till takes money.', line: 11 } },
    });
    const { history } = await tab.openModel(modelId);
    expect(history).toMatchObject({ events: [], commands: [{ commandId: 'early', afterPosition: 0 }] });
  });

  it('tells an error in the code from a rule, with its line', async () => {
    const { tab } = await openTillTab();

    const outcome = await tab.submitCommand({ type: 'BreakTill', data: { tillId: '1' } });

    expect(outcome).toMatchObject({ kind: 'failed', cause: 'code', error: { name: 'TypeError', place: { line: 20 } } });
  });

  it('stops a loop that does not end and goes on with the next command', async () => {
    const { tab } = await openTillTab();

    const endless = await tab.submitCommand({ type: 'NeverEnd', data: { tillId: '1' } });
    const next = await tab.submitCommand(openTill('1'));

    expect(endless).toMatchObject({ kind: 'failed', cause: 'time-limit', error: { name: 'TimeoutError' } });
    expect(next).toMatchObject({ kind: 'appended', version: 1 });
  });

  it('answers a conflict to who decided on what is not there any more, with what came in between', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));

    const outcome = await tab.submitCommand({ ...takeAmount('1', 700), expectation: 1 });
    const again = await tab.submitCommand({ ...takeAmount('1', 700), expectation: 'latest' });

    expect(outcome).toMatchObject({
      kind: 'conflict',
      stream: 'Till-1',
      expected: 1,
      actual: 2,
      between: [{ type: 'AmountTaken', data: { amount: 500 } }],
      record: { decidedOnVersion: 1, outcome: { kind: 'conflict', expected: 1, actual: 2 } },
    });
    expect(again).toMatchObject({ kind: 'appended', version: 3 });
  });

  it('decides on the initial state where no stream is expected', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));

    const outcome = await tab.submitCommand({ ...openTill('1'), expectation: 'no-stream' });

    expect(outcome).toMatchObject({
      kind: 'conflict',
      expected: 'no-stream',
      actual: 1,
      between: [{ type: 'TillOpened' }],
    });
  });

  it('answers a command that it knows with what came of it then', async () => {
    const { tab } = await openTillTab();
    const command = { ...openTill('1'), commandId: 'open' };
    const first = await tab.submitCommand(command);

    const second = await tab.submitCommand(command);

    expect(second).toEqual({ ...first, notes: { logs: [], diagnostics: [] } });
  });

  it('stores nothing where an inline read model breaks, and says which', async () => {
    const { tab, modelId } = await openTillTab({
      openTills: `
export const canHandle = ['TillOpened'];
export const getDocumentId = (event) => event.data.tillId;
export const evolve = (document, event) => ({ first: event.data.items[0] });
`,
    });

    const outcome = await tab.submitCommand(openTill('1'));

    expect(outcome).toMatchObject({
      kind: 'failed',
      cause: { readModelId: 'open-tills' },
      error: { name: 'TypeError', place: { line: 4 } },
    });
    expect((await tab.openModel(modelId)).history.events).toEqual([]);
  });

  it('goes on without a read model that does not compile', async () => {
    const { tab } = await openTillTab({ openTills: 'export const canHandle = [' });

    const outcome = await tab.submitCommand(openTill('1'));

    expect(outcome.kind).toBe('appended');
    expect(tab.notices).toContainEqual(
      expect.objectContaining({
        kind: 'read-model-statuses',
        statuses: expect.arrayContaining([expect.objectContaining({ readModelId: 'open-tills', state: 'stopped' })]),
      }),
    );
  });

  it('refuses with a sentence what cannot even be tried', async () => {
    const { tab } = await openTillTab();

    await expect(tab.submitCommand({ type: 'Unheard', data: {} })).rejects.toThrow(
      'There is no command named Unheard on the wall.',
    );
    await expect(tab.submitCommand({ type: 'OpenTill', data: {} })).rejects.toThrow(
      'OpenTill needs a stream: give its field tillId a value.',
    );
    await expect(tab.submitCommand({ ...openTill('1'), stream: 'Cart-1' })).rejects.toThrow(
      'Till writes streams named Till-…, not Cart-1.',
    );
  });

  it('fails a command that no arrow leads on from', async () => {
    const { tab } = await openTillTab();

    const outcome = await tab.submitCommand({ type: 'Unconnected', data: {} });

    expect(outcome).toMatchObject({ kind: 'failed', cause: 'no-decider' });
  });

  it('asks for a model to be opened first', async () => {
    const tab = await openTab();

    await expect(tab.submitCommand(openTill('1'))).rejects.toThrow('No model is open: open one first.');
  });
});
