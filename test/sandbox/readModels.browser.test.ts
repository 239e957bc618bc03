import { expect, it } from 'vitest';
import { added, now, openSandbox, policy, readModel } from './support/sandboxes.ts';

const totals = (body: string): string => `
export const canHandle = ['Added'];
export const getDocumentId = (event: any) => event.metadata.streamName;
export const initialState = () => ({ sum: 0 });
export const evolve = (document: any, event: any) => { ${body} };
`;
const summing = totals('return { sum: document.sum + event.data.amount };');

it('names the documents of a batch, then computes them from what they were', async () => {
  const sandbox = await openSandbox();
  const [status] = await sandbox.load([readModel(summing)]);
  const events = [...added([1, 2], 'Counter-1'), ...added([5], 'Counter-2', 3)];

  const routed = await sandbox.route({ moduleIds: ['totals'], events });
  const projected = await sandbox.project({
    moduleIds: ['totals'],
    events,
    documents: [{ moduleId: 'totals', documentId: 'Counter-2', document: { sum: 100 } }],
  });

  expect(status).toMatchObject({ kind: 'ready', facts: { canHandle: ['Added'] } });
  expect(routed).toEqual({
    routes: [{ moduleId: 'totals', documentIds: ['Counter-1', 'Counter-2'] }],
    errors: [],
    logs: [],
    diagnostics: [],
  });
  expect(projected).toEqual({
    documents: [
      { moduleId: 'totals', documentId: 'Counter-1', document: { sum: 3 } },
      { moduleId: 'totals', documentId: 'Counter-2', document: { sum: 105 } },
    ],
    errors: [],
    logs: [],
    diagnostics: [],
  });
});

it('deletes a document by null', async () => {
  const sandbox = await openSandbox();
  await sandbox.load([readModel(totals('return null;'))]);

  const { documents } = await sandbox.project({ moduleIds: ['totals'], events: added([1]), documents: [] });

  expect(documents).toEqual([{ moduleId: 'totals', documentId: 'Counter-1', document: null }]);
});

it('lets the others go on when one breaks', async () => {
  const sandbox = await openSandbox();
  await sandbox.load([readModel(totals('return document.missing.sum;'), 'broken'), readModel(summing)]);

  const { documents, errors } = await sandbox.project({
    moduleIds: ['broken', 'totals'],
    events: added([1]),
    documents: [],
  });

  expect(documents).toEqual([{ moduleId: 'totals', documentId: 'Counter-1', document: { sum: 1 } }]);
  expect(errors).toMatchObject([
    { moduleId: 'broken', error: { name: 'TypeError', phase: 'evolve', position: 1, place: { line: 5 } } },
  ]);
});

it('refuses in a document what JSON cannot keep, and says where it stands', async () => {
  const sandbox = await openSandbox();
  await sandbox.load([readModel(totals('return { lines: [new Map()] };'))]);

  const { errors } = await sandbox.project({ moduleIds: ['totals'], events: added([1]), documents: [] });

  expect(errors[0]?.error.message).toContain('document.lines[0] is a Map');
});

it('asks a policy for the commands that an event leads to', async () => {
  const sandbox = await openSandbox();
  await sandbox.load([
    policy(
      "export const react = (event: any) => ({ type: 'Thank', data: { amount: event.data.amount, at: Date.now() } });",
    ),
  ]);
  const [event] = added([3]);

  const reply = event && (await sandbox.react({ moduleId: 'follow-up', event, now, seed: 'seed' }));

  expect(reply).toEqual({
    kind: 'reacted',
    commands: [{ type: 'Thank', data: { amount: 3, at: now } }],
    logs: [],
    diagnostics: [],
  });
});
