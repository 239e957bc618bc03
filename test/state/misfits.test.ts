import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { DefinitionOf } from '#model';
import { emptyBoard } from '#model';
import { appStore } from '#state';
import { followMisfits } from '../../src/state/misfits.ts';
import { recordedEvent } from '../support/recorded.ts';

const opened: DefinitionOf<'event'> = {
  id: 'opened',
  kind: 'event',
  name: 'CartOpened',
  formerNames: ['CartStarted'],
  schemaVersion: 1,
  fields: [{ name: 'cartId', type: { kind: 'text' } }],
};
const board = { ...emptyBoard('model', 'Model'), definitions: { opened } };
const events = [
  recordedEvent('CartStarted', 1, { data: { cartId: '1' } }),
  recordedEvent('CartCanceled', 2),
  recordedEvent('CartOpened', 3, { data: { cartId: '2' } }),
  recordedEvent('CartOpened', 4),
];

describe('stored events that do not fit their definition any more', () => {
  afterAll(followMisfits());
  beforeEach(() => appStore.setState({ board, events: [] }));

  it('are counted with their reasons', async () => {
    appStore.setState({ events });

    await vi.waitFor(() => expect(appStore.getState().misfits.opened).toBeDefined());
    expect(appStore.getState().misfits.opened).toEqual({
      count: 2,
      reasons: [
        { path: 'CartStarted', reason: 'renamed', sentence: '1 stored event is named CartStarted.', positions: [1] },
        {
          path: 'cartId',
          reason: 'missing',
          sentence: '1 stored CartOpened event has no `cartId`, which is required now.',
          positions: [4],
        },
      ],
    });
  });

  it('are judged anew where the fields change, and forgotten where all fit', async () => {
    appStore.setState({ events });
    const lenient = { ...opened, formerNames: [], fields: [] };
    const strict = { ...lenient, fields: [{ name: 'at', type: { kind: 'text' } }] } as typeof opened;

    appStore.setState({ board: { ...board, definitions: { opened: strict } }, events: events.slice(3) });
    await vi.waitFor(() => expect(appStore.getState().misfits.opened?.count).toBe(1));
    appStore.setState({ board: { ...board, definitions: { opened: lenient } } });
    await vi.waitFor(() => expect(appStore.getState().misfits).toEqual({}));
  });

  it('are found piece by piece in a long history', async () => {
    const many = Array.from({ length: 9000 }, (_, at) => recordedEvent('CartOpened', at + 1));
    const counts: (number | undefined)[] = [];
    onTestFinished(appStore.subscribe(({ misfits }) => counts.push(misfits.opened?.count)));

    appStore.setState({ events: many });

    await vi.waitFor(() => expect(counts.at(-1)).toBe(9000));
    expect(counts.filter((count = 0) => 0 < count && count < 9000)).not.toEqual([]);
  });
});
