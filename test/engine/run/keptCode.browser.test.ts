import { describe, expect, it } from 'vitest';
import { codeVersionOf } from '../../../src/engine/program/upcasting.ts';
import { openTestRun } from '../support/openTestRun.ts';
import { tillProgram } from '../support/till.ts';

const journal = `
export const canHandle = ['AmountTaken'];
export const getDocumentId = () => 'journal';
export const evolve = (_, event) => ({ last: event.type });
`;

describe('the text of what runs', () => {
  it.each([
    ['what hears all events', []],
    ['what does not hear the private ones of other contexts', ['TillOpened']],
  ])('is kept for %s', async (_, deafTo) => {
    const { session, store } = await openTestRun();
    const program = tillProgram({ journal, deafTo });
    await session.useProgram(program);
    await session.settled();

    const { readModels, deciders } = program;
    for (const { id, code, hash } of [
      ...deciders.map((one) => ({ ...one, hash: codeVersionOf(one.code, '') })),
      ...readModels.map((one) => ({ ...one, hash: codeVersionOf(one.code, '', one.deafTo) })),
    ])
      expect(await store.codeVersion(hash)).toMatchObject({ moduleId: id, files: code });
  });
});
