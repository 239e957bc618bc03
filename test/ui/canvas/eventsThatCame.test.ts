import { describe, expect, it } from 'vitest';
import { eventsThatCame, type Seen } from '../../../src/ui/canvas/eventsThatCame.ts';
import { recordedEvent } from '../../support/recorded.ts';

const events = [recordedEvent('CartOpened', 1), recordedEvent('ItemAdded', 2), recordedEvent('CartConfirmed', 3)];
const ready: Seen = { phase: 'ready', modelId: 'model', runs: [], events, cursor: 'now', pace: 'instant' };

describe('events that come into view', () => {
  it('are those that were stored while the cursor followed', () => {
    expect(eventsThatCame({ ...ready, events: events.slice(0, 1) }, ready)).toEqual(events.slice(1));
  });

  it('are the one that a step forward reaches', () => {
    expect(eventsThatCame({ ...ready, cursor: 1 }, { ...ready, cursor: 2 })).toEqual([events[1]]);
    expect(eventsThatCame({ ...ready, cursor: 2 }, ready)).toEqual([events[2]]);
  });

  it('are none where the cursor leaps, goes back, or another model or run is opened', () => {
    expect(eventsThatCame({ ...ready, cursor: 0 }, ready)).toEqual([]);
    expect(eventsThatCame({ ...ready, cursor: 3 }, { ...ready, cursor: 2 })).toEqual([]);
    expect(eventsThatCame({ ...ready, modelId: 'other', events: [] }, ready)).toEqual([]);
    expect(eventsThatCame({ ...ready, events: [recordedEvent('Other', 1)] }, ready)).toEqual([]);
  });

  it('wait for their step where what was stored is shown at a slower pace', () => {
    const slow = { ...ready, pace: 'slow' as const };
    expect(eventsThatCame({ ...slow, events: [] }, slow)).toEqual([]);
    expect(eventsThatCame({ ...slow, cursor: 0 }, { ...slow, cursor: 1 })).toEqual([events[0]]);
  });
});
