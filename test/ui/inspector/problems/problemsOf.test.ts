import { describe, expect, it } from 'vitest';
import { type Definition, emptyBoard } from '#model';
import { areThereAny, problemsOf } from '../../../../src/ui/inspector/problems/problemsOf.ts';
import { recordedEvent } from '../../../support/recorded.ts';

const readModel: Definition = { id: 'details', kind: 'read-model', name: 'CartDetails', code: [], lifecycle: 'async' };
const event: Definition = {
  id: 'sale',
  kind: 'event',
  name: 'SaleRungUp',
  fields: [{ name: 'taxRate', type: { kind: 'number' } }],
  schemaVersion: 1,
};
const board = { ...emptyBoard('model', 'Model'), definitions: { details: readModel, sale: event } };
const nothing = { modules: {}, moment: null, readModelStatus: {}, verdicts: {}, events: [] };

describe('the problems of a model', () => {
  it('are none where nothing was reported', () => {
    expect(areThereAny(problemsOf(board, nothing))).toBe(false);
  });

  it('name a read model that stopped once, with the event before which it stopped', () => {
    const place = { moduleId: 'details', file: 'readModel.ts', line: 8 };
    const error = { name: 'TypeError', message: '`quantity` is missing', phase: 'evolve', place, isFailure: true };
    const status = {
      readModelId: 'details',
      lifecycle: 'async' as const,
      checkpoint: 11,
      state: 'stopped' as const,
      error,
    };

    expect(problemsOf(board, { ...nothing, readModelStatus: { details: status } })).toEqual({
      code: [],
      specifications: [],
      stoppedReadModels: [{ id: 'details', name: 'CartDetails', position: 11, message: '`quantity` is missing' }],
      storedEvents: [],
    });
  });

  it('name the stored events that no longer fit', () => {
    const stored = recordedEvent('SaleRungUp', 4);

    const { storedEvents } = problemsOf(board, { ...nothing, events: [stored] });

    expect(storedEvents.map(({ misfit }) => misfit)).toEqual([
      {
        path: 'taxRate',
        reason: 'missing',
        sentence: '1 stored SaleRungUp event has no `taxRate`, which is required now.',
        positions: [4],
      },
    ]);
  });
});
