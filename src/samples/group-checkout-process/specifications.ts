import type { Definition } from '#model';
import {
  completes,
  deciderSpecifications,
  events,
  message,
  now,
  policySpecifications,
  readModelSpecifications,
  records,
  schedules,
  sends,
} from '../building/specifications.ts';
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

const halfAnHourLater = '2026-03-02T09:30:00.000Z';
const leader = 'stay-1';
const other = 'stay-2';
const amount = 1200;

const checkOut = message('CheckOut', { stayId: other, groupCheckoutId });
const postCharge = message('PostCharge', { stayId: leader, chargeId: 'group-1-stay-2', what: 'moved', amount });
const takePayment = message('TakePayment', { stayId: other, paymentId: 'group-1-stay-2', amount, groupCheckoutId });
const declined = message('CheckoutDeclined', { stayId: other, groupCheckoutId, balance: amount, declinedAt: now });
const paid = message('PaymentTaken', { stayId: leader, paymentId: 'payment-1', amount, groupCheckoutId, takenAt: now });
const timeout = message('GroupCheckoutTimeout', { groupCheckoutId });

export const processSpecifications = (process: Definition) =>
  policySpecifications(process, {
    'gives the group half an hour, and checks out all but its leader': {
      when: started(),
      then: [schedules(halfAnHourLater, timeout()), sends(checkOut())],
    },
    'moves what a stay has not paid to its leader': {
      given: [started()],
      when: declined(),
      then: [records(moved()), sends(postCharge())],
    },
    'pays for the others once the leader has paid': {
      given: [started(), declined(), moved()],
      when: paid(),
      then: [sends(takePayment())],
    },
    'waits while the leader has paid too little': {
      given: [started(), declined(), moved()],
      when: paid({ amount: 500 }),
      then: [],
    },
    'checks out the leader last': {
      given: [started()],
      when: left({ stayId: other }),
      then: [sends(checkOut({ stayId: leader }))],
    },
    'finishes once all have left': {
      given: [started(), left({ stayId: other })],
      when: left(),
      then: [records(finished()), completes],
    },
    'gives back what nobody paid in time': {
      given: [started(), declined(), moved()],
      due: timeout(),
      then: [
        records(timedOut()),
        sends(message('TakePayment', { stayId: leader, paymentId: 'group-1-stay-2-back', amount })()),
        completes,
      ],
    },
    'does nothing any more once it is over': {
      given: [started(), left({ stayId: other }), left(), finished()],
      due: timeout(),
      then: [],
    },
  });
