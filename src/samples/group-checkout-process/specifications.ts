import type { Definition } from '#model';
import { deciderSpecifications, events, message, now, readModelSpecifications } from '../building/specifications.ts';
import { refusedStarts } from '../group-checkout/specifications.ts';

const groupCheckoutId = 'group-1';
const group = { groupCheckoutId, clerk: 'Mona', stayIds: ['stay-1', 'stay-2'] };

const start = message('StartGroupCheckout', group);
const started = message('GroupCheckoutStarted', { ...group, startedAt: now });
const left = message('GuestCheckedOut', { stayId: 'stay-1', groupCheckoutId, checkedOutAt: now });
const moved = message('BalanceMoved', { groupCheckoutId, stayId: 'stay-2', amount: 1200 });
const finished = message('GroupCheckoutFinished', { groupCheckoutId, finishedAt: now });
const timedOut = message('GroupCheckoutTimedOut', { groupCheckoutId, leftOpen: ['stay-1', 'stay-2'], timedOutAt: now });

export const groupCheckoutSpecifications = (groupCheckout: Definition) =>
  deciderSpecifications(groupCheckout, {
    'starts with all stays of the group': { given: [], when: start(), then: events(started()) },
    ...refusedStarts(start, started),
  });

export const groupProgressSpecifications = (groupProgress: Definition) =>
  readModelSpecifications(groupProgress, {
    'shows who has left, until all have': {
      given: [started(), left({ stayId: 'stay-2' }), left(), finished()],
      then: { 'group-1': { groupCheckoutId, status: 'finished', awaited: [], moved: 0 } },
    },
    'shows what the leader was to pay when nobody did in time': {
      given: [started(), moved(), timedOut()],
      then: { 'group-1': { groupCheckoutId, status: 'timed out', awaited: ['stay-1', 'stay-2'], moved: 1200 } },
    },
  });
