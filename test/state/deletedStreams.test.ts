import { describe, expect, it } from 'vitest';
import type { AppState } from '../../src/state/AppState.ts';
import { appStore } from '../../src/state/appStore.ts';
import { deletedStreamsOf, deletionsOf } from '../../src/state/deletedStreams.ts';

const event = (position: number, stream: string, streamPosition: number) => ({
  type: 'ItemAdded',
  data: {},
  metadata: {
    eventId: `event-${position}`,
    streamName: stream,
    streamPosition,
    globalPosition: position,
    recordedAt: '2026-03-02T09:00:00.000Z',
    schemaVersion: 1,
  },
});

/** Cart-a is deleted behind event 2, taken back behind 3, deleted behind 4, and begins again with 6; Cart-b ends behind 5. */
const stateAt = (cursor: AppState['cursor']): AppState => ({
  ...appStore.getState(),
  cursor,
  events: [
    event(1, 'Cart-a', 1),
    event(2, 'Cart-b', 1),
    event(3, 'Cart-b', 2),
    event(4, 'Cart-a', 2),
    event(5, 'Cart-b', 3),
    event(6, 'Cart-a', 3),
  ],
  markedStreams: [
    {
      stream: 'Cart-a',
      hiddenThrough: 2,
      deletions: [
        { kind: 'deleted', position: 2, version: 1 },
        { kind: 'taken-back', position: 3, version: 1 },
        { kind: 'deleted', position: 4, version: 2 },
      ],
    },
    { stream: 'Cart-b', isTombstoned: true, deletions: [{ kind: 'deleted-for-good', position: 5, version: 3 }] },
  ],
});

const deletedAt = (cursor: AppState['cursor']) => Object.fromEntries(deletedStreamsOf(stateAt(cursor)));

describe('deleted streams', () => {
  it('are those of the cursor: before a deletion as they were, and live again once they have begun again', () => {
    expect([0, 1, 2, 3, 4, 5, 'now' as const].map(deletedAt)).toEqual([
      {},
      {},
      { 'Cart-a': 'soft-deleted' },
      {},
      { 'Cart-a': 'soft-deleted' },
      { 'Cart-a': 'soft-deleted', 'Cart-b': 'tombstoned' },
      { 'Cart-b': 'tombstoned' },
    ]);
  });

  it('are the same map from step to step while they are the same', () => {
    expect(deletedStreamsOf(stateAt(0))).toBe(deletedStreamsOf(stateAt(1)));
  });

  it('are deleted now, and not in the past', () => {
    expect(deletionsOf(stateAt('now'), 'Cart-a')).toEqual(['soft', 'tombstone']);
    expect(deletionsOf(stateAt('now'), 'Cart-b')).toEqual([]);
    expect(deletionsOf(stateAt(1), 'Cart-a')).toEqual([]);
  });
});
