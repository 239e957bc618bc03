import { describe, expect, it } from 'vitest';
import { type CodeReports, codeProblemsOf, statusOf } from '../../../src/ui/editor/codeProblems.ts';

const place = { moduleId: 'cart', file: 'decider.ts', line: 12 };
const noReports: CodeReports = { modules: {}, moment: null, readModelStatus: {}, policyStatus: {} };
const files = { id: 'cart', kind: 'decider' as const, name: 'Cart', files: [] };

describe('the problems of a definition’s code', () => {
  it('names the line of code that was refused, and nothing else', () => {
    const error = { name: 'CompileError', message: 'Unexpected token', phase: 'load', place, isFailure: true };
    const reports: CodeReports = {
      ...noReports,
      modules: { cart: { kind: 'broken', module: files, error } },
      moment: { position: 1, readModels: [], states: [momentState('items is undefined')] },
    };

    expect(codeProblemsOf(reports, 'cart')).toEqual([
      { definitionId: 'cart', file: 'decider.ts', line: 12, message: 'Unexpected token', isRefused: true },
    ]);
  });

  it('names the event at which code that runs breaks, once for several streams', () => {
    const reports: CodeReports = {
      ...noReports,
      moment: {
        position: 7,
        readModels: [],
        states: [momentState('items is undefined'), momentState('items is undefined')],
      },
    };

    expect(codeProblemsOf(reports, 'cart')).toEqual([
      {
        definitionId: 'cart',
        file: 'decider.ts',
        line: 12,
        message: 'items is undefined (at event 7)',
        isRefused: false,
      },
    ]);
    expect(codeProblemsOf(reports, 'other')).toEqual([]);
  });
});

describe('the line under the code', () => {
  const typeProblem = { line: 3, message: 'No such field', isError: true };

  it('says that the code works', () => {
    const hint = { line: 1, message: 'Never read', isError: false };

    expect(statusOf({ isLoaded: true, problems: [], typeProblems: [hint] })).toEqual({ tone: 'works', text: 'Works' });
  });

  it('names the first type error and counts the others', () => {
    expect(statusOf({ isLoaded: true, problems: [], typeProblems: [typeProblem, typeProblem] })).toEqual({
      tone: 'advice',
      text: 'Line 3: No such field · 1 more',
      line: 3,
    });
  });

  it('puts what stops the code before what TypeScript advises', () => {
    const problem = {
      definitionId: 'cart',
      file: 'decider.ts',
      line: 12,
      message: 'Unexpected token',
      isRefused: true,
    };

    expect(statusOf({ isLoaded: true, problems: [problem], typeProblems: [typeProblem] })).toEqual({
      tone: 'refused',
      text: 'Line 12: Unexpected token',
      file: 'decider.ts',
      line: 12,
    });
  });
});

const momentState = (message: string) => ({
  moduleId: 'cart',
  stream: 'Cart-1',
  version: 1,
  before: '',
  after: '',
  error: { name: 'TypeError', message, phase: 'evolve', place, position: 7, isFailure: true },
});
