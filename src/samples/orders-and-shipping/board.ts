import type { Board } from '#model';
import { sampleBoard } from '../building/board.ts';
import { actor, command, context, decider, event, policy, readModel } from '../building/definitions.ts';
import { choice, id, number, text, time, withExample } from '../building/fields.ts';
import { arrows, framed, regularNotes } from '../building/wall.ts';
import orderCode from './code/Order.ts?raw';
import orderBookCode from './code/OrderBook.ts?raw';
import parcelCode from './code/Parcel.ts?raw';
import parcelsToPackCode from './code/ParcelsToPack.ts?raw';
import printItsLabelCode from './code/PrintItsLabel.ts?raw';
import publishCode from './code/PublishOrderConfirmed.ts?raw';
import {
  orderBookSpecifications,
  orderSpecifications,
  parcelSpecifications,
  parcelsToPackSpecifications,
  printItsLabelSpecifications,
  publishSpecifications,
} from './specifications.ts';

/** The recorded history leaves order-4 to be confirmed: on stage it goes all the way to its parcel. */
const orderId = withExample(id('order'), 'order-4');
const customer = text('customer', 'Margaret');
const address = text('address', 'Garden square 9');
const order = [orderId, customer, address, number('price', 24900), number('cost', 17400)];
const creditCheck = choice('creditCheck', 'passed', 'failed');
const parcel = [orderId, text('recipient', 'Margaret'), address];
const packing = [orderId, text('packer', 'Linus')];

// Orders
const orders = context('Orders');
const clerk = actor('Clerk');
const placeOrder = command('PlaceOrder', ...order);
const confirmOrder = command('ConfirmOrder', orderId, creditCheck);
const orderDecider = decider('Order', 'orderId', orderCode);
const orderPlaced = event('OrderPlaced', ...order, time('placedAt'));
const orderConfirmed = event(
  'OrderConfirmed',
  orderId,
  customer,
  address,
  number('margin', 7500),
  creditCheck,
  time('confirmedAt'),
);
const publish = policy('Publish OrderConfirmed', 'PublishOrderConfirmed.ts', publishCode);
const orderReleased = event('OrderReleased', ...parcel, time('releasedAt'));
const orderBook = readModel('OrderBook', orderBookCode);

// Shipping
const shipping = context('Shipping');
const packer = actor('Packer');
const printItsLabel = policy(
  'Whenever an order is released, then print its label',
  'PrintItsLabel.ts',
  printItsLabelCode,
);
const printLabel = command('PrintLabel', ...parcel);
const packParcel = command('PackParcel', ...packing);
const parcelDecider = decider('Parcel', 'orderId', parcelCode);
const labelPrinted = event('LabelPrinted', orderId, text('label', 'Margaret, Garden square 9'), time('printedAt'));
const parcelPacked = event('ParcelPacked', ...packing, time('packedAt'));
const parcelsToPack = readModel('ParcelsToPack', parcelsToPackCode);

const { placed } = regularNotes;
const axis = { first: 72, second: 288, third: 524, fourth: 756, fifth: 992, last: 1212 };
const frameEdges = { left: -24, right: 1308 };

// The upper band: Orders, up to what it publishes.
const secondRow = 1.2;
const above = {
  clerk: placed(clerk, axis.first, secondRow / 2),
  place: placed(placeOrder, axis.second, 0),
  confirm: placed(confirmOrder, axis.second, secondRow),
  decider: placed(orderDecider, axis.third, secondRow / 2),
  placed: placed(orderPlaced, axis.fourth, 0),
  confirmed: placed(orderConfirmed, axis.fourth, secondRow),
  book: placed(orderBook, axis.fifth, 0),
  publish: placed(publish, axis.fifth, secondRow),
  reader: placed(clerk, axis.last, 0, 2),
  published: placed(orderReleased, axis.last, secondRow),
};

// The lower band: Shipping hears that, and nothing else of Orders. The arrow to its read model passes above all others.
const firstRow = 3.25;
const below = {
  heard: placed(orderReleased, axis.first, firstRow, 2),
  policy: placed(printItsLabel, axis.second, firstRow + 0.8),
  packer: placed(packer, axis.first, firstRow + 1.8),
  print: placed(printLabel, axis.third, firstRow + 0.8),
  pack: placed(packParcel, axis.third, firstRow + 1.8),
  decider: placed(parcelDecider, axis.fourth, firstRow + 1.3),
  printed: placed(labelPrinted, axis.fifth, firstRow + 0.8),
  packed: placed(parcelPacked, axis.fifth, firstRow + 1.8),
  parcels: placed(parcelsToPack, axis.last, firstRow),
  reader: placed(packer, axis.last, firstRow + 1.8, 2),
};

export const board: Board = sampleBoard({
  modelId: 'orders-and-shipping',
  name: 'Orders and shipping',
  startsAt: '2026-03-02T09:00:00.000Z',
  definitions: [
    orders,
    clerk,
    placeOrder,
    confirmOrder,
    orderDecider,
    orderPlaced,
    orderConfirmed,
    orderBook,
    publish,
    orderReleased,
    shipping,
    packer,
    printItsLabel,
    printLabel,
    packParcel,
    parcelDecider,
    labelPrinted,
    parcelPacked,
    parcelsToPack,
  ],
  notes: [
    framed(orders, frameEdges, Object.values(above)),
    framed(shipping, frameEdges, Object.values(below)),
    ...Object.values(above),
    ...Object.values(below),
  ],
  connections: [
    ...arrows([above.clerk], [above.place, above.confirm]),
    ...arrows([above.place, above.confirm], [above.decider]),
    ...arrows([above.decider], [above.placed, above.confirmed]),
    ...arrows([above.placed, above.confirmed], [above.book]),
    ...arrows([above.book], [above.reader]),
    ...arrows([above.confirmed], [above.publish]),
    ...arrows([above.publish], [above.published]),
    ...arrows([below.heard], [below.policy, below.parcels]),
    ...arrows([below.policy], [below.print]),
    ...arrows([below.packer], [below.pack]),
    ...arrows([below.print, below.pack], [below.decider]),
    ...arrows([below.decider], [below.printed, below.packed]),
    ...arrows([below.printed, below.packed], [below.parcels]),
    ...arrows([below.parcels], [below.reader]),
  ],
  specifications: [
    ...orderSpecifications(orderDecider),
    ...orderBookSpecifications(orderBook),
    ...publishSpecifications(publish),
    ...printItsLabelSpecifications(printItsLabel),
    ...parcelSpecifications(parcelDecider),
    ...parcelsToPackSpecifications(parcelsToPack),
  ],
});
