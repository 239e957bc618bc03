import { describe, expect, test } from 'vitest';
import { type Definition, ownerOfStream } from '#model';

const definitions: Definition[] = [
  { id: 'order', kind: 'decider', name: 'Order', category: 'Order', idField: 'orderId', code: [] },
  { id: 'process', kind: 'policy', name: 'Delivery', category: 'Delivery', isOn: true, code: [] },
  { id: 'policy', kind: 'policy', name: 'Whenever paid', isOn: true, code: [] },
];
const ownerOf = (stream: string) => ownerOfStream(definitions, stream)?.name;

describe('who owns a stream', () => {
  test('is the decider or process manager of its category', () => {
    expect(ownerOf('Order-7')).toBe('Order');
    expect(ownerOf('Delivery-7')).toBe('Delivery');
  });

  test('is the process manager that its category is made of the name of', () => {
    const code = [{ path: 'billing.ts', text: 'export const getWorkflowId = (event) => event.data.orderId;' }];
    const billing: Definition = { id: 'billing', kind: 'policy', name: 'Billing', isOn: true, code };

    expect(ownerOfStream([...definitions, billing], 'Billing-7')).toBe(billing);
    expect(ownerOf('WheneverPaid-7')).toBeUndefined();
  });

  test('is nobody where only a part of the category is the same, or none has it', () => {
    expect(ownerOf('Orders-7')).toBeUndefined();
    expect(ownerOf('public/Orders')).toBeUndefined();
  });
});
