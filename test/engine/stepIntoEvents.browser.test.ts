import { describe, expect, it } from 'vitest';
import { type CommandCourse, decodeTagged, type EngineClient } from '#engine';
import { openTillTab } from './support/openTab.ts';

type Phase = CommandCourse['phases'][number];
type Of<Kind extends Phase['kind']> = Extract<Phase, { kind: Kind }>;

const ofKind = <Kind extends Phase['kind']>(phases: readonly Phase[], kind: Kind): Of<Kind>[] =>
  phases.filter((phase): phase is Of<Kind> => phase.kind === kind);
const versionsOf = (phases: readonly Phase[]): number[] =>
  ofKind(phases, 'evolve').map(({ event }) => event.metadata.streamPosition);
const totals = (phases: readonly Phase[]): unknown[] =>
  ofKind(phases, 'evolve').map(({ call }) => call.output && decodeTagged(call.output));

const oneByOne = {
  id: 'one-by-one',
  hears: ['AmountTaken'],
  code: `export const react = () => ({ type: 'CloseTill', data: {} });`,
};

/** A run of events without commands: a till is opened and takes amounts of one; another stream has no decider. */
const openImported = async (amounts: number): Promise<EngineClient> => {
  const { tab } = await openTillTab({ policies: [oneByOne] });
  const importId = await tab.startImport();
  const event = (type: string, data: object) => ({ type, data: { ...data } });
  const taken = Array.from({ length: amounts }, () => event('AmountTaken', { tillId: 'a', amount: 1 }));
  const commits = [
    {
      recordedAt: '2023-01-01T00:00:00.000Z',
      writes: [
        { stream: 'Till-a', events: [event('TillOpened', { tillId: 'a', at: 'then' }), ...taken] },
        { stream: 'Elsewhere-1', events: [event('Unheard', {})] },
      ],
    },
  ];
  await tab.storeImported({ importId, commits: JSON.stringify(commits) });
  await tab.finishImport({ importId, into: { kind: 'open-model', runName: 'till log' } });
  await tab.openRun(importId);
  return tab;
};

describe('stepping into an event that no command made', () => {
  it('goes from its place in the log over its fold to what read models and policies make of it', async () => {
    const tab = await openImported(2);

    const { event, record, phases } = await tab.stepIntoEvent(3);

    expect([event?.type, record]).toEqual(['AmountTaken', undefined]);
    expect(phases.map(({ kind }) => kind)).toEqual([
      'append',
      'read',
      'initial',
      'evolve',
      'evolve',
      'evolve',
      'project',
      'project',
      'react',
    ]);
    expect(ofKind(phases, 'append')[0]?.events).toEqual([event]);
    expect(totals(phases).at(-1)).toEqual({ status: 'open', total: 2 });
    expect(ofKind(phases, 'evolve').at(-1)?.call.steps.length).toBeGreaterThan(0);
    expect(ofKind(phases, 'project').map(({ call }) => call.documentId)).toEqual(['a', 'journal']);
    expect(ofKind(phases, 'react')).toMatchObject([
      { moduleId: 'one-by-one', sent: [], call: { messages: [{ type: 'CloseTill' }] } },
    ]);
  });

  it('shows an event alone where nobody folds its stream, and says where there is none', async () => {
    const tab = await openImported(2);

    const { phases } = await tab.stepIntoEvent(4);

    expect(phases.map(({ kind }) => kind)).not.toContain('evolve');
    expect(phases[0]).toMatchObject({ kind: 'append', events: [{ type: 'Unheard' }] });
    await expect(tab.stepIntoEvent(5)).rejects.toThrow('There is no event 5 in this run.');
  });

  it('opens what a long fold leaves out, part by part, with the states as they were', async () => {
    const tab = await openImported(100);
    const { phases } = await tab.stepIntoEvent(101);
    const [skipped] = ofKind(phases, 'skipped');
    expect(skipped).toEqual({ kind: 'skipped', moduleId: 'till', stream: 'Till-a', from: 4, events: 92 });

    const [first, last] = await Promise.all([
      tab.foldSteps({ moduleId: 'till', stream: 'Till-a', from: 4, count: 20 }),
      tab.foldSteps({ moduleId: 'till', stream: 'Till-a', from: 76, count: 20 }),
    ]);

    expect(versionsOf(first)).toEqual(Array.from({ length: 20 }, (_, index) => index + 4));
    expect(versionsOf(last)).toEqual(Array.from({ length: 20 }, (_, index) => index + 76));
    expect(totals(first).at(0)).toEqual({ status: 'open', total: 3 });
    expect(totals(last).at(-1)).toEqual({ status: 'open', total: 94 });
    expect(versionsOf(await tab.foldSteps({ moduleId: 'till', stream: 'Till-a', from: 1, count: 90 }))).toHaveLength(
      50,
    );
  });
});
