import type { Definition } from '#model';
import {
  deciderSpecifications,
  events,
  message,
  nothing,
  now,
  policySpecifications,
  readModelSpecifications,
  refusedWith,
  sends,
} from '../building/specifications.ts';

const stayId = 'stay-1';
const guest = { stayId, guest: 'Ada', room: '104' };
const minibar = { stayId, chargeId: 'charge-1', what: 'minibar', amount: 1200 };
const payment = { stayId, paymentId: 'payment-1', amount: 1200 };

const checkIn = message('CheckIn', guest);
const postCharge = message('PostCharge', minibar);
const takePayment = message('TakePayment', payment);
const checkOut = message('CheckOut', { stayId });
const checkedIn = message('GuestCheckedIn', { ...guest, checkedInAt: now });
const charged = message('ChargePosted', { ...minibar, postedAt: now });
const paid = message('PaymentTaken', { ...payment, takenAt: now });
const checkedOut = message('GuestCheckedOut', { stayId, checkedOutAt: now });
const declined = message('CheckoutDeclined', { stayId, balance: 1200, declinedAt: now });

export const guestStaySpecifications = (guestStay: Definition) =>
  deciderSpecifications(guestStay, {
    'checks a guest in': { given: [], when: checkIn(), then: events(checkedIn()) },
    'posts a charge': { given: [checkedIn()], when: postCharge(), then: events(charged()) },
    'takes a payment': { given: [checkedIn(), charged()], when: takePayment(), then: events(paid()) },
    'checks a guest out who owes nothing': {
      given: [checkedIn(), charged(), paid()],
      when: checkOut({ groupCheckoutId: 'group-1' }),
      then: events(checkedOut({ groupCheckoutId: 'group-1' })),
    },
    'declines to check out over an open folio': {
      given: [checkedIn(), charged()],
      when: checkOut(),
      then: events(declined()),
    },
    'declined before, checks out once it is paid': {
      given: [checkedIn(), charged(), declined(), paid()],
      when: checkOut(),
      then: events(checkedOut()),
    },
    'accepts the same charge again, with nothing to record': {
      given: [checkedIn(), charged()],
      when: postCharge(),
      then: nothing,
    },
    'accepts the same payment again, with nothing to record': {
      given: [checkedIn(), charged(), paid()],
      when: takePayment(),
      then: nothing,
    },
    'refuses to check in twice': {
      given: [checkedIn()],
      when: checkIn(),
      then: refusedWith('a guest checks in only once'),
    },
    'refuses a charge before check-in': {
      given: [],
      when: postCharge(),
      then: refusedWith('this guest has not checked in'),
    },
    'refuses a payment after check-out': {
      given: [checkedIn(), checkedOut()],
      when: takePayment(),
      then: refusedWith('this guest has left'),
    },
    'refuses to check out twice': {
      given: [checkedIn(), checkedOut()],
      when: checkOut(),
      then: refusedWith('this guest has left'),
    },
    'refuses a charge of nothing': {
      given: [checkedIn()],
      when: postCharge({ amount: 0 }),
      then: refusedWith('the amount must be whole cents, more than 0'),
    },
  });

const groupCheckoutId = 'group-1';
const group = { groupCheckoutId, clerk: 'Mona', stayIds: ['stay-1', 'stay-2'] };

const start = message('StartGroupCheckout', group);
const recordSettled = message('RecordSettledStay', { groupCheckoutId, stayId });
const recordOpen = message('RecordOpenStay', { groupCheckoutId, stayId, balance: 1200 });
const started = message('GroupCheckoutStarted', { ...group, startedAt: now });
const settled = message('StaySettled', { groupCheckoutId, stayId, settledAt: now });
const leftOpen = message('StayLeftOpen', { groupCheckoutId, stayId, balance: 1200, leftOpenAt: now });
const finished = message('GroupCheckoutFinished', { groupCheckoutId, finishedAt: now });
const endedOpen = message('GroupCheckoutEndedOpen', { groupCheckoutId, leftOpen: ['stay-1'], endedAt: now });
const second = { stayId: 'stay-2' };

/** Whoever handles what follows: a group is started once, with stays, each listed once. */
export const refusedStarts = (
  start: ReturnType<typeof message>,
  started: ReturnType<typeof message>,
): Parameters<typeof deciderSpecifications>[1] => ({
  'refuses to start twice': {
    given: [started()],
    when: start(),
    then: refusedWith('a group checkout is started only once'),
  },
  'refuses a group without stays': {
    given: [],
    when: start({ stayIds: [] }),
    then: refusedWith('a group has at least one stay'),
  },
  'refuses a stay that is listed twice': {
    given: [],
    when: start({ stayIds: ['stay-1', 'stay-1'] }),
    then: refusedWith('a stay is listed only once'),
  },
});

export const groupCheckoutSpecifications = (groupCheckout: Definition) =>
  deciderSpecifications(groupCheckout, {
    'starts with all stays of the group': { given: [], when: start(), then: events(started()) },
    'records a settled stay and waits for the others': {
      given: [started()],
      when: recordSettled(),
      then: events(settled()),
    },
    'records a stay left open and waits for the others': {
      given: [started()],
      when: recordOpen(),
      then: events(leftOpen()),
    },
    'finishes with the last settled stay': {
      given: [started(), settled()],
      when: recordSettled(second),
      then: events(settled(second), finished()),
    },
    'ends open where a stay was left open': {
      given: [started(), leftOpen()],
      when: recordSettled(second),
      then: events(settled(second), endedOpen()),
    },
    'accepts a second answer, with nothing to record': {
      given: [started(), settled()],
      when: recordOpen(),
      then: nothing,
    },
    'accepts a late answer, with nothing to record': {
      given: [started(), settled(), settled(second), finished()],
      when: recordSettled(),
      then: nothing,
    },
    ...refusedStarts(start, started),
    'refuses the answer of a stay that is not listed': {
      given: [started()],
      when: recordSettled({ stayId: 'stay-9' }),
      then: refusedWith('stay-9 is not a stay of this group'),
    },
  });

export const folioBalanceSpecifications = (folioBalance: Definition) =>
  readModelSpecifications(folioBalance, {
    'shows what a guest owes': {
      given: [checkedIn(), charged(), charged({ chargeId: 'charge-2', what: 'room', amount: 12000 })],
      then: { 'stay-1': { stayId, guest: 'Ada', charges: 13200, payments: 0, balance: 13200 } },
    },
    'is even once everything is paid': {
      given: [checkedIn(), charged(), paid()],
      then: { 'stay-1': { stayId, guest: 'Ada', charges: 1200, payments: 1200, balance: 0 } },
    },
  });

export const frontDeskSpecifications = (frontDesk: Definition) =>
  readModelSpecifications(frontDesk, {
    'lists who is in the house': {
      given: [checkedIn(), checkedIn({ stayId: 'stay-2', guest: 'Grace', room: '105' })],
      then: {
        'stay-1': { room: '104', guest: 'Ada', stayId, since: now },
        'stay-2': { room: '105', guest: 'Grace', stayId: 'stay-2', since: now },
      },
    },
    'forgets a guest who left': { given: [checkedIn(), checkedOut()], then: {} },
  });

export const groupProgressSpecifications = (groupProgress: Definition) =>
  readModelSpecifications(groupProgress, {
    'shows which stays are still awaited': {
      given: [started(), settled()],
      then: {
        'group-1': { groupCheckoutId, status: 'running', awaited: ['stay-2'], settled: ['stay-1'], leftOpen: [] },
      },
    },
    'shows which stays were left open': {
      given: [started(), leftOpen(), settled(second), endedOpen()],
      then: {
        'group-1': { groupCheckoutId, status: 'ended open', awaited: [], settled: ['stay-2'], leftOpen: ['stay-1'] },
      },
    },
  });

export const checkOutEachStaySpecifications = (checkOutEachStay: Definition) =>
  policySpecifications(checkOutEachStay, {
    'checks out each stay of the group': {
      when: started(),
      then: [
        sends(checkOut({ stayId: 'stay-1', groupCheckoutId })),
        sends(checkOut({ stayId: 'stay-2', groupCheckoutId })),
      ],
    },
  });

export const recordEachAnswerSpecifications = (recordEachAnswer: Definition) =>
  policySpecifications(recordEachAnswer, {
    'records a stay that has left as settled': {
      when: checkedOut({ groupCheckoutId }),
      then: [sends(recordSettled())],
    },
    'records a stay that was declined as open': {
      when: declined({ groupCheckoutId }),
      then: [sends(recordOpen())],
    },
    'asks for nothing where a guest leaves alone': { when: checkedOut(), then: [] },
  });
