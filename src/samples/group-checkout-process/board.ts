import type { Board } from '#model';
import { sampleBoard } from '../building/board.ts';
import { actor, command, decider, event, hotspot, policy, readModel } from '../building/definitions.ts';
import { choice, id, list, number, optional, text, time, withExample } from '../building/fields.ts';
import { arrows, lowNotes } from '../building/wall.ts';
import folioBalanceCode from '../group-checkout/code/FolioBalance.ts?raw';
import guestStayCode from '../group-checkout/code/GuestStay.ts?raw';
import { folioBalanceSpecifications, guestStaySpecifications } from '../group-checkout/specifications.ts';
import groupCheckoutCode from './code/GroupCheckout.ts?raw';
import processCode from './code/GroupCheckoutProcess.ts?raw';
import groupProgressCode from './code/GroupProgress.ts?raw';
import { groupCheckoutSpecifications, groupProgressSpecifications } from './specifications.ts';

/** The recorded history leaves group-2 waiting for a payment of stay-3, its leader. */
const stayId = withExample(id('stay'), 'stay-3');
const groupCheckoutId = withExample(id('group', 'groupCheckoutId'), 'group-2');
const guest = text('guest', 'Ada');
const room = text('room', '108');
const amount = number('amount', 3600);
const balance = number('balance', 3600);
const stayIds = (name: string) => list(name, { kind: 'id', prefix: 'stay' }, ['stay-3']);
const charge = [
  stayId,
  withExample(id('charge'), 'charge-3'),
  choice('what', 'minibar', 'restaurant', 'room', 'moved'),
  amount,
];
const payment = [stayId, withExample(id('payment'), 'payment-2'), amount, optional(groupCheckoutId)];
const start = [groupCheckoutId, text('clerk', 'Mona'), stayIds('stayIds')];

const clerk = actor('Clerk');

const checkIn = command('CheckIn', withExample(stayId, 'stay-5'), guest, room);
const postCharge = command('PostCharge', ...charge);
const takePayment = command('TakePayment', ...payment);
const checkOut = command('CheckOut', stayId, optional(groupCheckoutId));
const stayCommands = [checkIn, postCharge, takePayment, checkOut];

const guestCheckedIn = event('GuestCheckedIn', stayId, guest, room, time('checkedInAt'));
const chargePosted = event('ChargePosted', ...charge, time('postedAt'));
const paymentTaken = event('PaymentTaken', ...payment, time('takenAt'));
const guestCheckedOut = event('GuestCheckedOut', stayId, optional(groupCheckoutId), time('checkedOutAt'));
const checkoutDeclined = event('CheckoutDeclined', stayId, optional(groupCheckoutId), balance, time('declinedAt'));
const stayEvents = [guestCheckedIn, chargePosted, paymentTaken, guestCheckedOut, checkoutDeclined];

const startGroupCheckout = command('StartGroupCheckout', ...start);
const groupCheckoutStarted = event('GroupCheckoutStarted', ...start, time('startedAt'));

const balanceMoved = event('BalanceMoved', groupCheckoutId, stayId, amount);
const groupCheckoutFinished = event('GroupCheckoutFinished', groupCheckoutId, time('finishedAt'));
const groupCheckoutTimedOut = event('GroupCheckoutTimedOut', groupCheckoutId, stayIds('leftOpen'), time('timedOutAt'));
const processEvents = [balanceMoved, groupCheckoutFinished, groupCheckoutTimedOut];

const guestStay = decider('GuestStay', 'stayId', guestStayCode);
const groupCheckout = decider('GroupCheckout', 'groupCheckoutId', groupCheckoutCode);
const folioBalance = readModel('FolioBalance', folioBalanceCode);
const groupProgress = readModel('GroupProgress', groupProgressCode);
const process = policy('Group checkout process', 'GroupCheckoutProcess.ts', processCode);
const question = hotspot('Nobody pays for group-2? Wind the clock on');

const { placed, column } = lowNotes;
const axis = { actor: 44, commands: 264, decider: 528, events: 816, listeners: 1140, next: 1424 };

// The upper band: one stay.
const stay = {
  clerk: placed(clerk, axis.actor, 2),
  commands: column(axis.commands, 0.5, stayCommands),
  decider: placed(guestStay, axis.decider, 2),
  events: column(axis.events, 0, stayEvents),
  folioBalance: placed(folioBalance, axis.listeners, 0.5),
  reader: placed(clerk, axis.next, 0, 2),
};
const [checkedIn, posted, paid, checkedOut, declined] = stay.events;

// The lower band: the group. The process hears of both, and asks the stays.
const firstRow = 6;
const group = {
  clerk: placed(clerk, axis.actor, firstRow, 3),
  start: placed(startGroupCheckout, axis.commands, firstRow),
  decider: placed(groupCheckout, axis.decider, firstRow),
  started: placed(groupCheckoutStarted, axis.events, firstRow),
  process: placed(process, axis.listeners, 3.5),
  question: placed(question, axis.listeners, 5.6),
  asked: [
    placed(postCharge, axis.next, 1.75, 2),
    placed(takePayment, axis.next, 2.75, 2),
    placed(checkOut, axis.next, 3.75, 2),
  ],
  ownEvents: column(axis.next, 4.75, processEvents),
  heard: processEvents.map((own, index) => placed(own, axis.events, firstRow + 1 + index, 2)),
  progress: placed(groupProgress, axis.listeners, firstRow + 2.5),
  reader: placed(clerk, axis.next, firstRow + 2.5, 4),
};

const only = <Item>(...items: (Item | undefined)[]): Item[] => items.filter((item) => item !== undefined);

export const board: Board = sampleBoard({
  modelId: 'group-checkout-process',
  name: 'Group checkout process',
  startsAt: '2026-03-02T09:00:00.000Z',
  definitions: [
    clerk,
    ...stayCommands,
    guestStay,
    ...stayEvents,
    folioBalance,
    startGroupCheckout,
    groupCheckout,
    groupCheckoutStarted,
    process,
    ...processEvents,
    groupProgress,
    question,
  ],
  notes: [...Object.values(stay).flat(), ...Object.values(group).flat()],
  connections: [
    ...arrows([stay.clerk], stay.commands),
    ...arrows(stay.commands, [stay.decider]),
    ...arrows([stay.decider], stay.events),
    ...arrows(only(checkedIn, posted, paid), [stay.folioBalance]),
    ...arrows([stay.folioBalance], [stay.reader]),
    ...arrows([group.clerk], [group.start]),
    ...arrows([group.start], [group.decider]),
    ...arrows([group.decider], [group.started]),
    ...arrows(only(paid, checkedOut, declined, group.started), [group.process]),
    ...arrows([group.process], [...group.asked, ...group.ownEvents]),
    ...arrows(only(checkedOut, group.started, ...group.heard), [group.progress]),
    ...arrows([group.progress], [group.reader]),
  ],
  specifications: [
    ...guestStaySpecifications(guestStay),
    ...groupCheckoutSpecifications(groupCheckout),
    ...folioBalanceSpecifications(folioBalance),
    ...groupProgressSpecifications(groupProgress),
  ],
});
