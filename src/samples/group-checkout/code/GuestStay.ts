import type { GuestStayCommand, GuestStayEvent } from '#model';

export type GuestStay = {
  status: 'expected' | 'staying' | 'left';
  /** Whole cents: charges less payments. */
  balance: number;
  chargeIds: string[];
  paymentIds: string[];
};

export const initialState = (): GuestStay => ({
  status: 'expected',
  balance: 0,
  chargeIds: [],
  paymentIds: [],
});

export const decide = (
  command: GuestStayCommand,
  stay: GuestStay,
): GuestStayEvent | GuestStayEvent[] => {
  const now = command.metadata.now.toISOString();

  switch (command.type) {
    case 'CheckIn': {
      mustBeExpected(stay);
      return { type: 'GuestCheckedIn', data: { ...command.data, checkedInAt: now } };
    }
    case 'PostCharge': {
      if (stay.chargeIds.includes(command.data.chargeId)) return [];
      mustBeStaying(stay);
      mustBePositive(command.data.amount);
      return { type: 'ChargePosted', data: { ...command.data, postedAt: now } };
    }
    case 'TakePayment': {
      if (stay.paymentIds.includes(command.data.paymentId)) return [];
      mustBeStaying(stay);
      mustBePositive(command.data.amount);
      return { type: 'PaymentTaken', data: { ...command.data, takenAt: now } };
    }
    case 'CheckOut': {
      mustBeStaying(stay);
      const { balance } = stay;
      // Declining is an event, not a refusal: the group's process must hear of it.
      return balance === 0
        ? { type: 'GuestCheckedOut', data: { ...command.data, checkedOutAt: now } }
        : { type: 'CheckoutDeclined', data: { ...command.data, balance, declinedAt: now } };
    }
  }
};

export const evolve = (stay: GuestStay, event: GuestStayEvent): GuestStay => {
  switch (event.type) {
    case 'GuestCheckedIn':
      return { ...stay, status: 'staying' };
    case 'ChargePosted': {
      const { chargeId, amount } = event.data;
      return {
        ...stay,
        balance: stay.balance + amount,
        chargeIds: [...stay.chargeIds, chargeId],
      };
    }
    case 'PaymentTaken': {
      const { paymentId, amount } = event.data;
      return {
        ...stay,
        balance: stay.balance - amount,
        paymentIds: [...stay.paymentIds, paymentId],
      };
    }
    case 'GuestCheckedOut':
      return { ...stay, status: 'left' };
    case 'CheckoutDeclined':
      return stay;
  }
};

// The rules

const mustBeExpected = (stay: GuestStay): void => {
  if (stay.status !== 'expected') throw new Error('a guest checks in only once');
};

const mustBeStaying = (stay: GuestStay): void => {
  if (stay.status === 'expected') throw new Error('this guest has not checked in');
  if (stay.status === 'left') throw new Error('this guest has left');
};

const mustBePositive = (amount: number): void => {
  if (!Number.isInteger(amount) || amount < 1)
    throw new Error('the amount must be whole cents, more than 0');
};
