import type { Board } from '#model';
import { sampleBoard } from '../building/board.ts';
import { actor, command, decider, event, hotspot, policy, readModel } from '../building/definitions.ts';
import { choice, id, number, reference, time, withExample } from '../building/fields.ts';
import { arrows, regularNotes } from '../building/wall.ts';
import cashShiftCode from './code/CashShift.ts?raw';
import dailyTakingsCode from './code/DailyTakings.ts?raw';
import prepareNextShiftCode from './code/PrepareNextShift.ts?raw';
import shiftReportCode from './code/ShiftReport.ts?raw';
import tillDrawerCode from './code/TillDrawer.ts?raw';
import {
  cashShiftSpecifications,
  dailyTakingsSpecifications,
  shiftReportSpecifications,
  tillDrawerSpecifications,
} from './specifications.ts';

/** `<register>.<number>`: the recorded history leaves shift 8 of the front register running. */
const shiftId = reference('shiftId', 'front.8');
const nextShiftId = withExample(shiftId, 'front.9');
const registerId = reference('registerId', 'front');
const shiftNumber = number('number', 8);
const amount = number('amount', 1500);
const receiptId = withExample(id('receipt'), 'receipt-13');
const tender = choice('tender', 'cash', 'card');

const prepared = [shiftId, registerId, shiftNumber, number('float', 20000)];
const started = [nextShiftId, id('cashier')];
const sale = [shiftId, receiptId, amount, tender];
const refund = [shiftId, withExample(id('refund'), 'refund-3'), withExample(receiptId, 'receipt-12'), amount];
const drop = [shiftId, withExample(id('drop'), 'drop-3'), amount];

const manager = actor('Manager');
const cashier = actor('Cashier');

const prepareShift = command(
  'PrepareShift',
  nextShiftId,
  registerId,
  withExample(shiftNumber, 9),
  number('float', 20000),
);
const startShift = command('StartShift', ...started);
const ringUpSale = command('RingUpSale', ...sale);
const refundSale = command('RefundSale', ...refund);
const dropToSafe = command('DropToSafe', ...drop);
const closeShift = command('CloseShift', shiftId, number('counted', 27300), number('leaveFloat', 20000));
const commands = [prepareShift, startShift, ringUpSale, refundSale, dropToSafe, closeShift];

const shiftPrepared = event('ShiftPrepared', ...prepared, time('preparedAt'));
const shiftStarted = event('ShiftStarted', ...started, time('startedAt'));
const saleRungUp = event('SaleRungUp', ...sale, time('rungUpAt'));
const saleRefunded = event('SaleRefunded', ...refund, tender, time('refundedAt'));
const cashDropped = event('CashDropped', ...drop, time('droppedAt'));
const shiftClosed = event(
  'ShiftClosed',
  shiftId,
  registerId,
  shiftNumber,
  number('expected', 27300),
  number('counted', 27300),
  number('difference', 0),
  number('leftFloat', 20000),
  number('cashTakings', 13300),
  number('cardTakings', 8200),
  time('closedAt'),
);
const events = [shiftPrepared, shiftStarted, saleRungUp, saleRefunded, cashDropped, shiftClosed];

const cashShift = decider('CashShift', 'shiftId', cashShiftCode);
const tillDrawer = readModel('TillDrawer', tillDrawerCode);
const shiftReport = readModel('ShiftReport', shiftReportCode);
const dailyTakings = readModel('DailyTakings', dailyTakingsCode);
const prepareNextShift = policy(
  'Whenever a shift closes, then prepare the next',
  'PrepareNextShift.ts',
  prepareNextShiftCode,
);
const whoRecounts = hotspot('Who recounts when the till is short?');

const { placed, column } = regularNotes;
const axis = { actors: 76, commands: 264, decider: 488, events: 712, listeners: 936, next: 1148 };

const managerNote = placed(manager, axis.actors, 0.2);
const cashierNote = placed(cashier, axis.actors, 2.5);
const hotspotNote = placed(whoRecounts, axis.actors, 4.6);
const commandNotes = column(axis.commands, 0, commands);
const [prepareNote, ...cashierNotes] = commandNotes;
const deciderNote = placed(cashShift, axis.decider, 2.5);
const eventNotes = column(axis.events, 0, events);
const tillDrawerNote = placed(tillDrawer, axis.listeners, 1.4);
const shiftReportNote = placed(shiftReport, axis.listeners, 2.4);
const dailyTakingsNote = placed(dailyTakings, axis.listeners, 3.4);
const policyNote = placed(prepareNextShift, axis.listeners, 4.6);
const nextPrepareNote = placed(prepareShift, axis.next, 4.6, 2);
const tillReaderNote = placed(cashier, axis.next, 1.4, 2);
const reportReaderNote = placed(manager, axis.next, 2.9, 2);

const ofDrawer = eventNotes.filter(({ definitionId }) =>
  [shiftPrepared, saleRungUp, saleRefunded, cashDropped].some((event) => event.id === definitionId),
);
const closing = eventNotes.slice(-1);

export const board: Board = sampleBoard({
  modelId: 'cash-register',
  name: 'Cash register shift',
  startsAt: '2026-03-02T09:00:00.000Z',
  definitions: [
    manager,
    cashier,
    ...commands,
    cashShift,
    ...events,
    tillDrawer,
    shiftReport,
    dailyTakings,
    prepareNextShift,
    whoRecounts,
  ],
  notes: [
    managerNote,
    cashierNote,
    ...commandNotes,
    deciderNote,
    ...eventNotes,
    tillDrawerNote,
    shiftReportNote,
    dailyTakingsNote,
    policyNote,
    nextPrepareNote,
    tillReaderNote,
    reportReaderNote,
    hotspotNote,
  ],
  connections: [
    ...arrows([managerNote], prepareNote ? [prepareNote] : []),
    ...arrows([cashierNote], cashierNotes),
    ...arrows([hotspotNote], cashierNotes.slice(-1)),
    ...arrows(commandNotes, [deciderNote]),
    ...arrows([deciderNote], eventNotes),
    ...arrows(ofDrawer, [tillDrawerNote]),
    ...arrows(closing, [shiftReportNote, dailyTakingsNote, policyNote]),
    ...arrows([policyNote], [nextPrepareNote]),
    ...arrows([tillDrawerNote], [tillReaderNote]),
    ...arrows([shiftReportNote, dailyTakingsNote], [reportReaderNote]),
  ],
  specifications: [
    ...cashShiftSpecifications(cashShift),
    ...tillDrawerSpecifications(tillDrawer),
    ...shiftReportSpecifications(shiftReport),
    ...dailyTakingsSpecifications(dailyTakings),
  ],
});
