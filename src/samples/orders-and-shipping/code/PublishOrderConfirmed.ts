import type { PublishOrderConfirmedEvent, PublishOrderConfirmedPublicEvent } from '#model';

/** What Shipping is told. Margin and credit check stay in Orders, and may change there at will. */
export const translate = (
  event: PublishOrderConfirmedEvent,
): PublishOrderConfirmedPublicEvent => {
  const { orderId, customer, address, confirmedAt } = event.data;
  return {
    type: 'OrderReleased',
    data: { orderId, recipient: customer, address, releasedAt: confirmedAt },
  };
};
