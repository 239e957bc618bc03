import type { Board } from '#model';
import { sampleBoard } from '../building/board.ts';
import { actor, command, decider, event, policy, readModel } from '../building/definitions.ts';
import { choice, id, list, number, text, time, withExample } from '../building/fields.ts';
import { arrows, lowNotes } from '../building/wall.ts';
import checkOutEachStayCode from './code/CheckOutEachStay.ts?raw';
import folioBalanceCode from './code/FolioBalance.ts?raw';
import frontDeskCode from './code/FrontDesk.ts?raw';
import groupCheckoutCode from './code/GroupCheckout.ts?raw';
import groupProgressCode from './code/GroupProgress.ts?raw';
import guestStayCode from './code/GuestStay.ts?raw';
import recordEachAnswerCode from './code/RecordEachAnswer.ts?raw';
import {
  checkOutEachStaySpecifications,
  folioBalanceSpecifications,
  frontDeskSpecifications,
  groupCheckoutSpecifications,
  groupProgressSpecifications,
  guestStaySpecifications,
  recordEachAnswerSpecifications,
} from './specifications.ts';
import { groupCheckoutId, stayId, stayMessages } from './stayMessages.ts';

/** The recorded history leaves stay-3 in the house, over its minibar. */
const amount = number('amount', 1200);
const balance = number('balance', 1200);
const stayIds = (name: string) => list(name, { kind: 'id', prefix: 'stay' }, ['stay-3']);
const start = [groupCheckoutId, text('clerk', 'Mona'), stayIds('stayIds')];
const answer = [groupCheckoutId, stayId];

const clerk = actor('Clerk');

const stays = stayMessages({
  newStay: 'stay-4',
  room: '104',
  charge: [stayId, withExample(id('charge'), 'charge-5'), choice('what', 'minibar', 'restaurant', 'room'), amount],
  payment: [stayId, withExample(id('payment'), 'payment-3'), amount],
  balance,
});

const startGroupCheckout = command('StartGroupCheckout', ...start);
const recordSettledStay = command('RecordSettledStay', ...answer);
const recordOpenStay = command('RecordOpenStay', ...answer, balance);
const groupCommands = [startGroupCheckout, recordSettledStay, recordOpenStay];

const groupCheckoutStarted = event('GroupCheckoutStarted', ...start, time('startedAt'));
const staySettled = event('StaySettled', ...answer, time('settledAt'));
const stayLeftOpen = event('StayLeftOpen', ...answer, balance, time('leftOpenAt'));
const groupCheckoutFinished = event('GroupCheckoutFinished', groupCheckoutId, time('finishedAt'));
const groupCheckoutEndedOpen = event('GroupCheckoutEndedOpen', groupCheckoutId, stayIds('leftOpen'), time('endedAt'));
const groupEvents = [groupCheckoutStarted, staySettled, stayLeftOpen, groupCheckoutFinished, groupCheckoutEndedOpen];

const guestStay = decider('GuestStay', 'stayId', guestStayCode);
const groupCheckout = decider('GroupCheckout', 'groupCheckoutId', groupCheckoutCode);
const folioBalance = readModel('FolioBalance', folioBalanceCode);
const frontDesk = readModel('FrontDesk', frontDeskCode);
const groupProgress = readModel('GroupProgress', groupProgressCode);
const checkOutEachStay = policy(
  'Whenever a group leaves, then check out each stay',
  'CheckOutEachStay.ts',
  checkOutEachStayCode,
);
const recordEachAnswer = policy('Whenever a stay answers, then record it', 'RecordEachAnswer.ts', recordEachAnswerCode);

const { placed, column } = lowNotes;
const axis = { actor: 44, commands: 264, decider: 528, events: 816, listeners: 1140, next: 1424 };

// The upper band: one stay. Its answers go on to the group.
const stay = {
  clerk: placed(clerk, axis.actor, 2),
  commands: column(axis.commands, 0.5, stays.commands),
  decider: placed(guestStay, axis.decider, 2),
  events: column(axis.events, 0, stays.events),
  folioBalance: placed(folioBalance, axis.listeners, 0.75),
  frontDesk: placed(frontDesk, axis.listeners, 2),
  policy: placed(recordEachAnswer, axis.listeners, 3.5),
  answers: [placed(recordSettledStay, axis.next, 3), placed(recordOpenStay, axis.next, 4)],
  reader: placed(clerk, axis.next, 1.25, 2),
};
const [checkedIn, posted, paid, checkedOut, declined] = stay.events;

// The lower band: the group. It begins with the clerk, and goes on to each stay.
const firstRow = 5.3;
const group = {
  clerk: placed(clerk, axis.actor, firstRow + 1, 3),
  start: placed(startGroupCheckout, axis.commands, firstRow + 1),
  answers: [
    placed(recordSettledStay, axis.commands, firstRow + 2, 2),
    placed(recordOpenStay, axis.commands, firstRow + 3, 2),
  ],
  decider: placed(groupCheckout, axis.decider, firstRow + 2),
  events: column(axis.events, firstRow, groupEvents),
  policy: placed(checkOutEachStay, axis.listeners, firstRow),
  checkOut: placed(stays.checkOut, axis.next, firstRow, 2),
  progress: placed(groupProgress, axis.listeners, firstRow + 2.5),
  reader: placed(clerk, axis.next, firstRow + 2.5, 4),
};

const only = <Item>(...items: (Item | undefined)[]): Item[] => items.filter((item) => item !== undefined);

export const board: Board = sampleBoard({
  modelId: 'group-checkout',
  name: 'Group checkout',
  startsAt: '2026-03-02T09:00:00.000Z',
  definitions: [
    clerk,
    ...stays.commands,
    guestStay,
    ...stays.events,
    folioBalance,
    frontDesk,
    recordEachAnswer,
    ...groupCommands,
    groupCheckout,
    ...groupEvents,
    checkOutEachStay,
    groupProgress,
  ],
  notes: [...Object.values(stay).flat(), ...Object.values(group).flat()],
  connections: [
    ...arrows([stay.clerk], stay.commands),
    ...arrows(stay.commands, [stay.decider]),
    ...arrows([stay.decider], stay.events),
    ...arrows(only(checkedIn, posted, paid), [stay.folioBalance]),
    ...arrows(only(checkedIn, checkedOut), [stay.frontDesk]),
    ...arrows([stay.folioBalance, stay.frontDesk], [stay.reader]),
    ...arrows(only(checkedOut, declined), [stay.policy]),
    ...arrows([stay.policy], stay.answers),
    ...arrows([group.clerk], [group.start]),
    ...arrows([group.start, ...group.answers], [group.decider]),
    ...arrows([group.decider], group.events),
    ...arrows(group.events.slice(0, 1), [group.policy]),
    ...arrows([group.policy], [group.checkOut]),
    ...arrows(group.events, [group.progress]),
    ...arrows([group.progress], [group.reader]),
  ],
  specifications: [
    ...guestStaySpecifications(guestStay),
    ...groupCheckoutSpecifications(groupCheckout),
    ...folioBalanceSpecifications(folioBalance),
    ...frontDeskSpecifications(frontDesk),
    ...groupProgressSpecifications(groupProgress),
    ...checkOutEachStaySpecifications(checkOutEachStay),
    ...recordEachAnswerSpecifications(recordEachAnswer),
  ],
});
