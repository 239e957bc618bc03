import { describe, expect, it } from 'vitest';
import { type Definition, isProcessCode, processCategoryOf, processPartsOf } from '#model';
import { processType } from '../../../src/sandbox/processStream.ts';

const isProcess = (text: string) => isProcessCode([{ path: 'Process.ts', text }]);

describe('code that is a process manager', () => {
  it.each([
    'export const getWorkflowId = (input) => input.data.id;',
    'export function getWorkflowId(input: Input): string { return input.data.id; }',
    'export default { decide, evolve, initialState, getWorkflowId };',
    'export const process = { decide, getWorkflowId: ({ data }) => data.id };',
    'export const process = { getWorkflowId(input) { return input.data.id; } };',
  ])('says which stream an input goes to: %s', (text) => {
    expect(isProcess(text)).toBe(true);
  });

  it.each([
    'export const react = (event) => [];',
    '// getWorkflowId is what a process manager has',
    "const name = 'getWorkflowId';",
    'export const react = (event) => getWorkflowId(event);',
    'const id = other.getWorkflowId;',
  ])('is not one that only speaks of it: %s', (text) => {
    expect(isProcess(text)).toBe(false);
  });
});

describe('the streams of a process manager', () => {
  const policy = { id: 'p', kind: 'policy' as const, name: 'Group checkout', code: [], isOn: true };
  const decider = (category: string): Definition => ({
    id: 'd',
    kind: 'decider',
    name: category,
    category,
    idField: '',
    code: [],
  });

  it('are named after it', () => {
    expect(processCategoryOf(policy, [decider('GuestStay')])).toBe('GroupCheckout');
  });

  it('are never those of a decider', () => {
    expect(processCategoryOf(policy, [decider('GroupCheckout')])).toBe('GroupCheckoutProcess');
  });

  it('keep the name that they were given', () => {
    expect(processCategoryOf({ ...policy, category: 'Leaving' }, [])).toBe('Leaving');
  });
});

describe('the events in the stream of a process manager', () => {
  it('are read by the names that the sandbox writes', () => {
    const actions = ['received', 'due', 'sent', 'scheduled', 'cancelled', 'completed'] as const;

    const read = actions.map((action) => processPartsOf(processType(action, 'CheckOut')));

    expect(read).toEqual(actions.map((action) => ({ action, type: 'CheckOut' })));
  });

  it('are no others', () => {
    expect(['GuestCheckedOut', 'asked:CheckOut', ':', ''].map(processPartsOf)).toEqual([null, null, null, null]);
  });
});
