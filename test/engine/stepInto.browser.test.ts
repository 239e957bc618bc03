import { describe, expect, it } from 'vitest';
import { type CommandCourse, decodeTagged, type EngineClient } from '#engine';
import { openTillTab } from './support/openTab.ts';
import { closeTill, openTill, takeAmount, tillCode, tillProgram } from './support/till.ts';

type Phase = CommandCourse['phases'][number];
type Of<Kind extends Phase['kind']> = Extract<Phase, { kind: Kind }>;

const ofKind = <Kind extends Phase['kind']>({ phases }: CommandCourse, kind: Kind): Of<Kind>[] =>
  phases.filter((phase): phase is Of<Kind> => phase.kind === kind);
const kindsOf = ({ phases }: CommandCourse): string[] => phases.map(({ kind }) => kind);
const valueIn = (text: string | undefined): unknown => (text === undefined ? undefined : decodeTagged(text));

/** What is stored and recorded of the run in use. */
const storedIn = async (tab: EngineClient, modelId: string) => (await tab.openModel(modelId)).history;

const closeAtOnce = {
  id: 'close-at-once',
  hears: ['AmountTaken'],
  code: `export const react = (event) => ({ type: 'CloseTill', data: { tillId: event.data.tillId } });`,
};

describe('stepping into a command', () => {
  it('goes from what was received to what was stored and brought about, and stores nothing itself', async () => {
    const { tab, modelId } = await openTillTab({ policies: [closeAtOnce] });
    await tab.submitCommand(openTill('1'));
    const { record } = await tab.submitCommand(takeAmount('1', 500));
    await tab.settled();
    const before = await storedIn(tab, modelId);

    const course = await tab.stepInto(record.commandId);

    expect(kindsOf(course)).toEqual([
      'received',
      'read',
      'initial',
      'evolve',
      'decide',
      'append',
      'project',
      'project',
      'react',
    ]);
    expect(course).toMatchObject({ record: { commandId: record.commandId }, isOtherCode: false });
    expect(ofKind(course, 'read')).toEqual([{ kind: 'read', events: 1 }]);
    expect(ofKind(course, 'evolve').map(({ call }) => [valueIn(call.input), valueIn(call.output)])).toEqual([
      [
        { status: 'new', total: 0 },
        { status: 'open', total: 0 },
      ],
    ]);
    const [decide] = ofKind(course, 'decide');
    expect(valueIn(decide?.call.input)).toEqual({ status: 'open', total: 0 });
    expect(decide).toMatchObject({
      moduleId: 'till',
      isOtherResult: false,
      call: { messages: [{ type: 'AmountTaken', data: { tillId: '1', amount: 500 } }] },
    });
    expect(decide?.call.steps.map(({ line }) => line)).toEqual([4, 5, 6, 11, 12, 12]);
    expect(ofKind(course, 'append')[0]?.events).toMatchObject([
      { type: 'AmountTaken', metadata: { streamPosition: 2 } },
    ]);
    expect(
      ofKind(course, 'project').map(({ moduleId: id, lifecycle, call }) => [
        id,
        lifecycle,
        call.documentId,
        valueIn(call.input),
      ]),
    ).toMatchObject([
      ['open-tills', 'inline', '1', { taken: 0, amounts: [] }],
      ['journal', 'async', 'journal', { lines: [expect.stringContaining('TillOpened')] }],
    ]);
    expect(valueIn(ofKind(course, 'project')[0]?.call.output)).toMatchObject({ taken: 500, amounts: [500] });
    expect(ofKind(course, 'react')).toMatchObject([
      {
        moduleId: 'close-at-once',
        event: { type: 'AmountTaken' },
        sent: [{ type: 'CloseTill', outcome: { kind: 'appended' } }],
      },
    ]);
    expect(await storedIn(tab, modelId)).toEqual(before);
  });

  it('shows a refusal with the line that threw, and no projection', async () => {
    const { tab } = await openTillTab();
    const { record } = await tab.submitCommand(takeAmount('1', 500));

    const course = await tab.stepInto(record.commandId);

    expect(kindsOf(course)).toEqual(['received', 'read', 'initial', 'decide', 'append']);
    expect(ofKind(course, 'decide')).toMatchObject([
      { isOtherResult: false, call: { error: { message: 'Only an open till takes money.', place: { line: 11 } } } },
    ]);
  });

  it('shows a conflict as it was decided on what the person saw', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    await tab.submitCommand(takeAmount('1', 500));
    const { record } = await tab.submitCommand({ ...takeAmount('1', 7), expectation: 1 });

    const course = await tab.stepInto(record.commandId);

    expect(kindsOf(course)).toEqual(['received', 'read', 'initial', 'evolve', 'decide', 'append']);
    expect(course.record?.outcome).toEqual({ kind: 'conflict', expected: 1, actual: 2 });
    expect(valueIn(ofKind(course, 'decide')[0]?.call.input)).toEqual({ status: 'open', total: 0 });

    const { record: tooFar } = await tab.submitCommand({ ...takeAmount('1', 7), expectation: 9 });
    expect(kindsOf(await tab.stepInto(tooFar.commandId))).toEqual(['received', 'read', 'append']);
  });

  it('shows where the code broke: in decide, or in a read model of the same transaction', async () => {
    const openTills = `export const canHandle = ['TillOpened'];
export const getDocumentId = (event) => event.data.tillId;
export const evolve = (document) => {
  return document.nothing;
};`;
    const { tab } = await openTillTab({ openTills });
    const broken = await tab.submitCommand({ type: 'BreakTill', data: { tillId: '1' } });
    const failed = await tab.submitCommand(openTill('1'));

    const courses = await Promise.all([broken, failed].map(({ record }) => tab.stepInto(record.commandId)));

    expect(courses.map(kindsOf)).toEqual([
      ['received', 'read', 'initial', 'decide', 'append'],
      ['received', 'read', 'initial', 'decide', 'append', 'project', 'project'],
    ]);
    expect(courses.map((course) => course.record?.outcome.kind)).toEqual(['failed', 'failed']);
    expect(courses[1] && ofKind(courses[1], 'project')[0]?.call).toMatchObject({
      error: { name: 'TypeError', place: { moduleId: 'open-tills', line: 4 } },
    });
  });

  it('runs the present code, and says where that is another one, or decides otherwise', async () => {
    const { tab } = await openTillTab();
    const { record } = await tab.submitCommand(openTill('1'));
    const decider = tillCode.replace(`type: 'TillOpened', data`, `type: 'TillOpened', data: {}, more`);
    await tab.useProgram(tillProgram({ decider }));

    const course = await tab.stepInto(record.commandId);

    expect(course.isOtherCode).toBe(true);
    expect(ofKind(course, 'decide')).toMatchObject([{ isOtherResult: true, call: { messages: [{ data: {} }] } }]);
    expect(ofKind(course, 'append')[0]?.events).toMatchObject([{ data: { tillId: '1' } }]);
  });

  it('leaves out the middle of a long stream, and says how much', async () => {
    const { tab } = await openTillTab();
    await tab.submitCommand(openTill('1'));
    for (let amount = 1; amount <= 30; amount += 1) await tab.submitCommand(takeAmount('1', amount));
    const { record } = await tab.submitCommand(closeTill('1'));

    const course = await tab.stepInto(record.commandId);

    expect(ofKind(course, 'evolve').map(({ event }) => event.metadata.streamPosition)).toEqual([
      1, 2, 3, 26, 27, 28, 29, 30, 31,
    ]);
    expect(ofKind(course, 'skipped')).toEqual([
      { kind: 'skipped', moduleId: 'till', stream: 'Till-1', from: 4, events: 22 },
    ]);
    expect(ofKind(course, 'project').map(({ event, moduleId }) => [event.type, moduleId])).toEqual([
      ['TillClosed', 'open-tills'],
      ['TillCounted', 'journal'],
      ['TillClosed', 'journal'],
    ]);
  });

  it('stops code that does not end, names it, and the next command is handled', async () => {
    const { tab } = await openTillTab();
    const { record } = await tab.submitCommand({ type: 'NeverEnd', data: { tillId: '1' } });

    const course = await tab.stepInto(record.commandId);

    const [decide] = ofKind(course, 'decide');
    expect(decide?.call).toMatchObject({ cut: 'time', error: { name: 'TimeoutError' } });
    expect(decide?.call.steps.at(-1)?.line).toBe(22);
    expect(await tab.submitCommand(openTill('1'))).toMatchObject({ kind: 'appended' });
  });

  it('has nothing to show of a command that nobody knows', async () => {
    const { tab } = await openTillTab();

    await expect(tab.stepInto('nobody')).rejects.toThrow('not known any more');
  });
});
