import { describe, expect, it } from 'vitest';
import { delivered, differingDocuments } from '#model';

const event = (streamName: string, type: string) => ({ type, data: {}, metadata: { streamName } });
const log = [event('a', 'A1'), event('b', 'B1'), event('a', 'A2'), event('b', 'B2')];
const types = (events: { type: string }[]) => events.map(({ type }) => type);

describe('a log', () => {
  it('is delivered again, each event twice, or stream after stream in their own order', () => {
    expect(types(delivered(log, 'again'))).toEqual(['A1', 'B1', 'A2', 'B2']);
    expect(types(delivered(log, 'twice'))).toEqual(['A1', 'A1', 'B1', 'B1', 'A2', 'A2', 'B2', 'B2']);
    expect(types(delivered(log, 'shuffled'))).toEqual(['B1', 'B2', 'A1', 'A2']);
  });
});

describe('documents', () => {
  const one = { documentId: 'one', document: { total: 1 } };

  it('are the same, whatever their order', () => {
    const two = { documentId: 'two', document: {} };
    expect(differingDocuments([one, two], [two, one])).toEqual([]);
  });

  it('differ where a value, or a whole document, does', () => {
    expect(differingDocuments([one], [{ documentId: 'one', document: { total: 2 } }])).toEqual([
      { documentId: 'one', differences: [{ path: 'total', expected: 1, actual: 2 }] },
    ]);
    expect(differingDocuments([], [one])).toEqual([
      { documentId: 'one', differences: [{ path: '', actual: { total: 1 } }] },
    ]);
  });
});
