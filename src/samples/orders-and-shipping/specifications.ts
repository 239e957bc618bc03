import type { Definition } from '#model';
import {
  deciderSpecifications,
  events,
  message,
  nothing,
  now,
  policySpecifications,
  readModelSpecifications,
  records,
  refusedWith,
  sends,
} from '../building/specifications.ts';

const orderId = 'order-1';
const address = 'Harbour street 4';
const order = { orderId, customer: 'Ada', address, price: 12900, cost: 8200 };
const parcel = { orderId, recipient: 'Ada', address };
const label = 'Ada, Harbour street 4';

const place = message('PlaceOrder', order);
const placed = message('OrderPlaced', { ...order, placedAt: now });
const confirm = message('ConfirmOrder', { orderId, creditCheck: 'passed' });
const confirmed = message('OrderConfirmed', {
  orderId,
  customer: 'Ada',
  address,
  margin: 4700,
  creditCheck: 'passed',
  confirmedAt: now,
});
const released = message('OrderReleased', { ...parcel, releasedAt: now });
const print = message('PrintLabel', parcel);
const printed = message('LabelPrinted', { orderId, label, printedAt: now });
const pack = message('PackParcel', { orderId, packer: 'Linus' });
const packed = message('ParcelPacked', { orderId, packer: 'Linus', packedAt: now });

export const orderSpecifications = (order: Definition) =>
  deciderSpecifications(order, {
    'places an order': { given: [], when: place(), then: events(placed()) },
    'places an order only once': {
      given: [placed()],
      when: place(),
      then: refusedWith('an order is placed only once'),
    },
    'confirms with the margin of what was placed': { given: [placed()], when: confirm(), then: events(confirmed()) },
    'refuses to confirm after a failed credit check': {
      given: [placed()],
      when: confirm({ creditCheck: 'failed' }),
      then: refusedWith('the credit check has failed'),
    },
    'refuses to confirm what nobody placed': {
      given: [],
      when: confirm(),
      then: refusedWith('this order has not been placed'),
    },
    'accepts a second confirmation, with nothing to record': {
      given: [placed(), confirmed()],
      when: confirm(),
      then: nothing,
    },
  });

export const orderBookSpecifications = (orderBook: Definition) =>
  readModelSpecifications(orderBook, {
    'knows the margin of what was placed': {
      given: [placed()],
      then: { [orderId]: { orderId, customer: 'Ada', status: 'placed', margin: 4700 } },
    },
    'shows what is confirmed': {
      given: [placed(), confirmed()],
      then: { [orderId]: { orderId, customer: 'Ada', status: 'confirmed', margin: 4700 } },
    },
  });

export const publishSpecifications = (publish: Definition) =>
  policySpecifications(publish, {
    'tells where to ship, but neither margin nor credit check': { when: confirmed(), then: [records(released())] },
  });

export const printItsLabelSpecifications = (printItsLabel: Definition) =>
  policySpecifications(printItsLabel, {
    'prints a label with the address': { when: released(), then: [sends(print())] },
  });

export const parcelSpecifications = (parcel: Definition) =>
  deciderSpecifications(parcel, {
    'prints a label': { given: [], when: print(), then: events(printed()) },
    'prints no second label, with nothing to record': { given: [printed()], when: print(), then: nothing },
    'packs a parcel': { given: [printed()], when: pack(), then: events(packed()) },
    'packs nothing without a label': {
      given: [],
      when: pack(),
      then: refusedWith('a parcel needs a label first'),
    },
    'packs a parcel only once': {
      given: [printed(), packed()],
      when: pack(),
      then: refusedWith('this parcel is packed already'),
    },
  });

export const parcelsToPackSpecifications = (parcelsToPack: Definition) =>
  readModelSpecifications(parcelsToPack, {
    'lists an order as soon as it is released, and then its label': {
      given: [released(), released({ orderId: 'order-2' }), printed()],
      then: {
        'order-1': { orderId, since: now, label },
        'order-2': { orderId: 'order-2', since: now, label: null },
      },
    },
    'forgets it once its parcel is packed': { given: [released(), printed(), packed()], then: {} },
  });
