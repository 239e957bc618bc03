import { describe, expect, it } from 'vitest';
import { shortName } from '#model';

describe('the short name of an event', () => {
  it('shortens a name to what happened', () => {
    const names = ['ProductItemAdded', 'CartConfirmed', 'CartCanceled', 'PaymentTaken', 'opened', 'X', 'HTTP'];

    expect(names.map(shortName)).toEqual(['Add', 'Conf', 'Canc', 'Take', 'open', 'X', 'P']);
  });

  it('looks past the second half of a verb', () => {
    expect(['SaleRungUp', 'GuestCheckedOut', 'StayLeftOpen', 'Out'].map(shortName)).toEqual([
      'Rung',
      'Chec',
      'Left',
      'Out',
    ]);
  });

  it('takes the last word of a name that is none of code', () => {
    const names = ['Pay8A was done', 'com.shop.order-placed.v1', 'payment_taken', 'Paid!', 'Заказ оплачен', '…', 'V2'];

    expect(names.map(shortName)).toEqual(['done', 'plac', 'take', 'Paid', 'опла', '…', 'V2']);
  });
});
