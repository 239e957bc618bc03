import type { Field } from '#model';
import { command, event } from '../building/definitions.ts';
import { id, optional, text, time, withExample } from '../building/fields.ts';

/** The recorded histories leave stay-3 in the house. */
export const stayId = withExample(id('stay'), 'stay-3');
export const groupCheckoutId = withExample(id('group', 'groupCheckoutId'), 'group-2');

type StayFields = { newStay: string; room: string; charge: Field[]; payment: Field[]; balance: Field };

/** What a stay is asked, and what happens to it. */
export const stayMessages = ({ newStay, room, charge, payment, balance }: StayFields) => {
  const guest = [text('guest', 'Ada'), text('room', room)];
  const checkOut = command('CheckOut', stayId, optional(groupCheckoutId));
  const takePayment = command('TakePayment', ...payment);
  const postCharge = command('PostCharge', ...charge);
  return {
    checkOut,
    takePayment,
    postCharge,
    commands: [command('CheckIn', withExample(stayId, newStay), ...guest), postCharge, takePayment, checkOut],
    events: [
      event('GuestCheckedIn', stayId, ...guest, time('checkedInAt')),
      event('ChargePosted', ...charge, time('postedAt')),
      event('PaymentTaken', ...payment, time('takenAt')),
      event('GuestCheckedOut', stayId, optional(groupCheckoutId), time('checkedOutAt')),
      event('CheckoutDeclined', stayId, optional(groupCheckoutId), balance, time('declinedAt')),
    ],
  };
};
