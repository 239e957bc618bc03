import type { Board } from '#model';
import { sampleBoard } from '../building/board.ts';
import { actor, command, decider, event, hotspot, policy, readModel } from '../building/definitions.ts';
import { choice, id, list, number, optional, text, time, withExample } from '../building/fields.ts';
import { arrows, lowNotes } from '../building/wall.ts';
import folioBalanceCode from '../group-checkout/code/FolioBalance.ts?raw';
import guestStayCode from '../group-checkout/code/GuestStay.ts?raw';
import { folioBalanceSpecifications, guestStaySpecifications } from '../group-checkout/specifications.ts';
import { groupCheckoutId, stayId, stayMessages } from '../group-checkout/stayMessages.ts';
import groupCheckoutCode from './code/GroupCheckout.ts?raw';
import processCode from './code/GroupCheckoutProcess.ts?raw';
import groupProgressCode from './code/GroupProgress.ts?raw';
import { groupCheckoutSpecifications, groupProgressSpecifications, processSpecifications } from './specifications.ts';

/** The recorded history leaves group-2 waiting for a payment of stay-3, its leader. */
const amount = number('amount', 3600);
const stayIds = (name: string) => list(name, { kind: 'id', prefix: 'stay' }, ['stay-3']);
const start = [groupCheckoutId, text('clerk', 'Mona'), stayIds('stayIds')];

const clerk = actor('Clerk');

const stays = stayMessages({
  newStay: 'stay-5',
  room: '108',
  charge: [
    stayId,
    withExample(id('charge'), 'charge-3'),
    choice('what', 'minibar', 'restaurant', 'room', 'moved'),
    amount,
  ],
  payment: [stayId, withExample(id('payment'), 'payment-2'), amount, optional(groupCheckoutId)],
  balance: number('balance', 3600),
});

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
  commands: column(axis.commands, 0.5, stays.commands),
  decider: placed(guestStay, axis.decider, 2),
  events: column(axis.events, 0, stays.events),
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
    placed(stays.postCharge, axis.next, 1.75, 2),
    placed(stays.takePayment, axis.next, 2.75, 2),
    placed(stays.checkOut, axis.next, 3.75, 2),
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
    ...stays.commands,
    guestStay,
    ...stays.events,
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
    ...processSpecifications(process),
  ],
});
