import { describe, expect, it } from 'vitest';
import { type Definition, type DefinitionOf, emptyBoard, storedMisfits } from '#model';
import { atLine } from '../../../../src/ui/editor/codeProblems.ts';
import { areThereAny, problemsOf } from '../../../../src/ui/inspector/problems/problemsOf.ts';
import { recordedEvent } from '../../../support/recorded.ts';
import { poison, policyStatus } from '../../../support/stoppedPolicy.ts';

const readModel: Definition = { id: 'details', kind: 'read-model', name: 'CartDetails', code: [], lifecycle: 'async' };
const event: DefinitionOf<'event'> = {
  id: 'sale',
  kind: 'event',
  name: 'SaleRungUp',
  fields: [{ name: 'taxRate', type: { kind: 'number' } }],
  schemaVersion: 1,
};
const board = { ...emptyBoard('model', 'Model'), definitions: { details: readModel, sale: event } };
const nothing = {
  modules: {},
  moment: null,
  readModelStatus: {},
  policyStatus: {},
  verdicts: {},
  misfits: {},
  types: { open: null, typeProblems: [], checked: new Map() },
};

describe('the problems of a model', () => {
  it('are none where nothing was reported', () => {
    expect(areThereAny(problemsOf(board, nothing))).toBe(false);
  });

  it('name a policy that stopped, or crashed', () => {
    const statuses = {
      broken: policyStatus('broken', { error: poison }),
      down: policyStatus('down', { isDown: true }),
      fine: policyStatus('fine', {}),
    };

    expect(problemsOf(board, { ...nothing, policyStatus: statuses })).toMatchObject({
      code: [],
      stoppedPolicies: [
        { id: 'broken', position: 3, message: 'poison' },
        { id: 'down', position: 3 },
      ],
    });
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
      types: [],
      specifications: [],
      stoppedReadModels: [{ id: 'details', name: 'CartDetails', position: 11, message: '`quantity` is missing' }],
      stoppedPolicies: [],
      storedEvents: [],
    });
  });

  it('name what TypeScript calls wrong: as typed in the open file, as stored in the others, without its hints', () => {
    const said = (file: string, line: number) => ({ file, line, message: `wrong in ${file}`, isError: true });
    const types = {
      open: { definitionId: 'details', path: 'open.ts' },
      typeProblems: [
        { line: 3, message: 'wrong as typed', isError: true },
        { line: 4, message: 'unused', isError: false },
      ],
      checked: new Map([['details', [said('open.ts', 1), said('other.ts', 2)]]]),
    };

    expect(problemsOf(board, { ...nothing, types }).types.map(({ name, problem }) => [name, atLine(problem)])).toEqual([
      ['CartDetails', 'Line 3: wrong as typed'],
      ['CartDetails', 'Line 2: wrong in other.ts'],
    ]);
  });

  it('name the stored events that no longer fit', () => {
    const reasons = storedMisfits(event, [recordedEvent('SaleRungUp', 4)]);

    const { storedEvents } = problemsOf(board, { ...nothing, misfits: { sale: { count: 1, reasons } } });

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
