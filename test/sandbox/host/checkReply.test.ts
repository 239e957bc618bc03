import { describe, expect, it } from 'vitest';
import { checkReply } from '../../../src/sandbox/host/checkReply.ts';
import type { WorkerRequest } from '../../../src/sandbox/protocol.ts';

const added = { type: 'Added', data: { amount: 1 } };
const state = { moduleId: 'counter', stream: 'Counter-1', version: 1, before: '0', after: '1' };
const document = { moduleId: 'totals', documentId: 'all', document: { sum: 1 } };
const nothing = { position: 0, states: [], readModels: [] };
const shown = { moduleId: 'totals', documents: [{ documentId: 'all', document: 1 }], changed: [] };

describe('the answer of a worker', () => {
  const usable: [WorkerRequest['op'], object][] = [
    ['decide', { kind: 'decided', events: [added] }],
    [
      'decide',
      { kind: 'threw', error: { name: 'Error', message: 'No', stack: '', phase: 'decide', isFailure: false } },
    ],
    ['react', { kind: 'reacted', commands: [{ ...added, metadata: {} }] }],
    ['route', { routes: [{ moduleId: 'totals', documentIds: ['all'] }], errors: [] }],
    ['project', { documents: [document, { ...document, document: null }], errors: [] }],
    ['moment', { position: 1, states: [state], readModels: [shown, { ...shown, left: 3 }] }],
  ];
  it.each(usable)('to %s is used where it has the shape that callers expect', (op, value) => {
    expect(checkReply(op, { value, logs: [], diagnostics: [] }, []).kind).toBe('usable');
  });

  const unusable: [WorkerRequest['op'], unknown][] = [
    ['decide', undefined],
    ['decide', { kind: 'decided', events: 'none' }],
    ['decide', { kind: 'decided', events: [{ type: 'Added' }] }],
    ['decide', { kind: 'decided', events: [{ ...added, metadata: 'mine' }] }],
    ['decide', { kind: 'decided', events: Array(10_001).fill(added) }],
    ['decide', { kind: 'threw' }],
    ['react', { kind: 'reacted', commands: [null] }],
    ['route', { routes: [{ moduleId: 'totals', documentIds: [7] }], errors: [] }],
    ['route', { routes: [], errors: [{ moduleId: 'totals' }] }],
    ['project', { documents: [{ moduleId: 'totals', documentId: 'all' }], errors: [] }],
    ['moment', { position: 1, states: [{ ...state, after: { sum: 1 } }], readModels: [] }],
    ['moment', { position: 1, states: [], readModels: [{ ...shown, documents: {} }] }],
    ['moment', { position: 1, states: [], readModels: [{ ...shown, left: -1 }] }],
  ];
  it.each(unusable)('to %s is refused in any other shape', (op, value) => {
    expect(checkReply(op, { value, logs: [], diagnostics: [] }, [])).toMatchObject({
      kind: 'unusable',
      error: {
        name: 'SandboxError',
        message: 'What came back could not be read. Does the code change built-in objects?',
      },
    });
  });

  it('says on which line of the code something was printed', () => {
    const ranges = [{ moduleId: 'cart', path: 'Cart.ts', first: 100, last: 120, text: '' }];
    const stack = 'Error\n    at print (blob:null/1f:30:5)\n    at decide (blob:null/1f:104:9)';
    const logs = [{ level: 'warn', text: 'hm', phase: 'decide', position: 3, stack }];

    expect(checkReply('moment', { value: nothing, logs, diagnostics: [] }, ranges)).toMatchObject({
      value: {
        logs: [
          {
            level: 'warn',
            text: 'hm',
            phase: 'decide',
            position: 3,
            place: { moduleId: 'cart', file: 'Cart.ts', line: 5, column: 9 },
          },
        ],
      },
    });
  });

  it('brings no more printed lines than can be read, none of them too long', () => {
    const logs = Array.from({ length: 300 }, () => ({ level: 'log', text: 'x'.repeat(5_000), phase: 'decide' }));

    const checked = checkReply('moment', { value: nothing, logs, diagnostics: [] }, []);

    const kept = checked.kind === 'usable' ? checked.value.logs : [];
    expect(kept.map(({ text }) => text.length)).toEqual(Array(200).fill(2_000));
  });
});
