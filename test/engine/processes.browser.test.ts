import { describe, expect, it } from 'vitest';
import type { CommandRecord, EngineClient, RecordedEvent } from '#engine';
import type { PolicyOutput, PolicySpecification } from '#model';
import { closingTime } from './support/closingTime.ts';
import { openSecondTab, openTillTab } from './support/openTab.ts';
import { openTill, takeAmount } from './support/till.ts';

const withProcess = { policies: [closingTime] };
const process = 'ClosingTime-1';

const historyOf = async (tab: EngineClient, modelId: string) => (await tab.openModel(modelId)).history;
const inStream = (events: RecordedEvent[], stream: string): RecordedEvent[] =>
  events.filter(({ metadata }) => metadata.streamName === stream);
const told = (events: RecordedEvent[]): string[] =>
  events.map(({ type, metadata }) => `${metadata.recordedAt.slice(11, 16)} ${type}`);
const deliveries = (commands: CommandRecord[]): CommandRecord[] =>
  commands.filter(({ origin }) => origin.kind === 'delivery');

const send = async (tab: EngineClient, ...commands: { type: string; data: { tillId: string } }[]) => {
  for (const command of commands) {
    await tab.submitCommand(command);
    await tab.settled();
  }
};

describe('a process manager', () => {
  it('keeps what it is handed and what it asks for in a stream of its own, folded to a state', async () => {
    const { tab, modelId } = await openTillTab(withProcess);

    await tab.submitCommand({ ...openTill('1'), commandId: 'open' });
    await send(tab, takeAmount('1', 500));

    const { events, commands } = await historyOf(tab, modelId);
    expect(inStream(events, process).map(({ type }) => type)).toEqual([
      'received:TillOpened',
      'cancelled:WarnCashier',
      'cancelled:CloseTill',
      'scheduled:CloseTill',
      'scheduled:WarnCashier',
      'received:AmountTaken',
      'cancelled:WarnCashier',
      'cancelled:CloseTill',
      'scheduled:CloseTill',
      'scheduled:WarnCashier',
    ]);
    expect(deliveries(commands)[0]).toMatchObject({
      type: 'TillOpened',
      origin: { kind: 'delivery', policyId: 'closing-time', eventId: 'open/1' },
      stream: process,
      correlationId: 'open',
      causationId: 'open/1',
      outcome: { kind: 'appended' },
    });
    const { states } = await tab.moment({ position: events.length, streams: [process] });
    expect(states[0]?.moduleId).toBe('closing-time');
    expect(JSON.parse(states[0]?.after ?? '')).toEqual({ amounts: 1, isWarned: false, isOver: false });
  });

  it('is handed a scheduled message once the clock is wound to its time, each at its own time and in order', async () => {
    const { tab, modelId } = await openTillTab(withProcess);
    await send(tab, openTill('1'));

    await tab.windClock('2026-03-02T10:00:00.000Z');

    const { events } = await historyOf(tab, modelId);
    expect(told(events.filter(({ type }) => !/^(scheduled|cancelled)/.test(type)))).toEqual([
      '09:00 TillOpened',
      '09:01 received:TillOpened',
      '09:26 due:WarnCashier',
      '09:26 CashierWarned',
      '09:31 sent:CloseTill',
      '09:32 TillCounted',
      '09:32 TillClosed',
      '09:33 received:TillClosed',
      '09:33 sent:TakeAmount',
      '09:33 completed:closing-time',
    ]);
    await send(tab, openTill('2'));
    const last = (await historyOf(tab, modelId)).events.find(({ metadata }) => metadata.streamName === 'Till-2');
    expect(last?.metadata.recordedAt).toBe('2026-03-02T10:00:00.000Z');
  });

  it('is told of nothing that it has cancelled', async () => {
    const { tab, modelId } = await openTillTab(withProcess);
    await send(tab, openTill('1'));
    await tab.windClock('2026-03-02T09:20:00.000Z');
    await send(tab, takeAmount('1', 500));

    await tab.windClock('2026-03-02T09:40:00.000Z');

    const { events } = await historyOf(tab, modelId);
    expect(events.filter(({ type }) => /^(due:WarnCashier|sent:CloseTill)$/.test(type))).toEqual([]);
  });

  it('has its messages waiting after a reload, and is handed each once, whichever tab winds the clock', async () => {
    const { tab: first, modelId } = await openTillTab(withProcess);
    await send(first, openTill('1'));
    first.close();
    const one = await openSecondTab(modelId, withProcess);
    const other = await openSecondTab(modelId, withProcess);

    await Promise.all([one.windClock('2026-03-02T10:00:00.000Z'), other.windClock('2026-03-02T10:00:00.000Z')]);
    await Promise.all([one.settled(), other.settled()]);

    const { events } = await historyOf(one, modelId);
    const types = events.map(({ type }) => type);
    expect(types.filter((type) => type === 'due:WarnCashier')).toHaveLength(1);
    expect(types.filter((type) => type === 'TillClosed')).toHaveLength(1);
  });

  it('does the same again in a new run that sends the recorded commands', async () => {
    const { tab, modelId } = await openTillTab(withProcess);
    await send(tab, openTill('1'));
    await tab.windClock('2026-03-02T10:00:00.000Z');
    await send(tab, openTill('2'));
    const before = await historyOf(tab, modelId);

    const { history } = await tab.newRun('from-history');

    expect(told(history.events)).toEqual(told(before.events));
    expect(history.events.map(({ metadata }) => metadata.eventId)).toEqual(
      before.events.map(({ metadata }) => metadata.eventId),
    );
  });

  it('is stepped into like a decider', async () => {
    const { tab, modelId } = await openTillTab(withProcess);
    await send(tab, openTill('1'));
    const [delivery] = deliveries((await historyOf(tab, modelId)).commands);

    const course = await tab.stepInto(delivery?.commandId ?? '');

    const decided = course.phases.find((phase) => phase.kind === 'decide');
    expect(decided).toMatchObject({ moduleId: 'closing-time', isOtherResult: false });
    expect(decided?.call.messages?.[0]).toMatchObject({ type: 'received:TillOpened' });
  });

  it('is gone on to from what it was handed, and from there to what it sent', async () => {
    const { tab, modelId } = await openTillTab(withProcess);
    await send(tab, openTill('1'));
    await tab.windClock('2026-03-02T09:31:00.000Z');
    const { commands, events } = await historyOf(tab, modelId);
    const [delivery] = deliveries(commands);
    const onwardOf = async (commandId: string | undefined) =>
      (await tab.stepInto(commandId ?? '')).phases.filter((phase) => phase.kind === 'onward');

    const fromCommand = await onwardOf(commands.find(({ type }) => type === 'OpenTill')?.commandId);
    const sent = events.find(({ type }) => type === 'sent:CloseTill');
    const fromDue = await onwardOf(sent?.metadata.commandId);

    expect(fromCommand).toMatchObject([{ moduleId: 'closing-time', record: { commandId: delivery?.commandId } }]);
    expect(fromDue).toMatchObject([
      { event: { type: 'sent:CloseTill' }, record: { type: 'CloseTill', origin: { kind: 'policy' } } },
    ]);
  });

  it('waits at an event that its code breaks at, and goes on with it once the code is mended', async () => {
    const broken = {
      ...closingTime,
      code: closingTime.code.replace("case 'TillOpened':", "case 'TillOpened': nothing();"),
    };
    const { tab, modelId } = await openTillTab({ policies: [broken] });
    await send(tab, openTill('1'), takeAmount('1', 500));
    expect(tab.notices.some(({ kind }) => kind === 'policy-failed')).toBe(true);
    expect(inStream((await historyOf(tab, modelId)).events, process)).toEqual([]);

    const again = await openSecondTab(modelId, withProcess);
    await tab.close();
    await again.settled();

    const received = inStream((await historyOf(again, modelId)).events, process).map(({ type }) => type);
    expect(received.filter((type) => type.startsWith('received'))).toEqual([
      'received:TillOpened',
      'received:AmountTaken',
    ]);
  });
});

describe('a specification of a process manager', () => {
  const opened = { type: 'TillOpened', data: { tillId: '1' } };
  const warn = { type: 'WarnCashier', data: { tillId: '1' } };
  const closed = { type: 'TillClosed', data: { tillId: '1' } };
  const at = '2026-03-02T09:00:00.000Z';
  const specified = (
    parts: Pick<PolicySpecification, 'when' | 'then'> & Partial<PolicySpecification>,
  ): PolicySpecification => ({
    id: 's',
    subject: 'policy',
    definitionId: 'closing-time',
    name: '',
    given: [],
    now: at,
    ...parts,
  });
  const answers = (...outputs: PolicyOutput[]): PolicySpecification['then'] => ({ kind: 'outputs', outputs });

  it('is run on what it has heard: an event that comes, or a message that is due, and leaves nothing behind', async () => {
    const { tab, modelId } = await openTillTab(withProcess);
    const later = (minutes: string, type: string): PolicyOutput => ({
      action: 'schedule',
      type,
      data: { tillId: '1' },
      dueAt: `2026-03-02T09:${minutes}:00.000Z`,
    });

    const verdicts = await Promise.all(
      [
        specified({
          when: opened,
          then: answers(
            { action: 'cancel', type: 'WarnCashier' },
            { action: 'cancel', type: 'CloseTill' },
            later('30', 'CloseTill'),
            later('25', 'WarnCashier'),
          ),
        }),
        specified({
          given: [opened, takeAmount('1', 500)].map(({ data }) => ({ type: 'AmountTaken', data })),
          when: warn,
          isDue: true,
          then: answers({ action: 'record', type: 'CashierWarned', data: { tillId: '1', amounts: 2, at } }),
        }),
        specified({
          when: { type: 'CloseTill', data: { tillId: '1' } },
          isDue: true,
          then: answers({ action: 'send', type: 'CloseTill', data: { tillId: '1' } }),
        }),
        specified({
          when: closed,
          then: answers(
            { action: 'send', type: 'TakeAmount', data: { tillId: '1', amount: 1 } },
            { action: 'complete' },
          ),
        }),
        specified({ when: { ...opened, data: {} }, then: answers() }),
        specified({ when: closed, then: answers() }),
      ].map((specification) => tab.specify(specification)),
    );

    expect(verdicts.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => ({ kind: 'passed' })));
    expect(verdicts[5]).toMatchObject({
      kind: 'failed',
      message: 'nothing was expected, send TakeAmount, complete came.',
    });
    expect((await tab.openModel(modelId)).history).toMatchObject({ events: [], commands: [] });
  });

  it('could not run where its code breaks, and says in which line', async () => {
    const { tab } = await openTillTab(withProcess);

    const verdict = await tab.specify(specified({ when: { type: 'TillOpened', data: null }, then: answers() }));

    expect(verdict).toMatchObject({ kind: 'broken', line: 4 });
  });
});
