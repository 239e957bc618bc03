import { describe, expect, it } from 'vitest';
import { type Definition, emptyBoard, type Note } from '#model';
import { selectedOf } from '../../../src/ui/inspector/selected.ts';

const command: Definition = { id: 'add', kind: 'command', name: 'AddItem', fields: [] };
const event: Definition = { id: 'added', kind: 'event', name: 'ItemAdded', fields: [], schemaVersion: 1 };
const note = (id: string, definitionId: string): Note => ({ id, definitionId, x: 0, y: 0 });
const connection = { id: 'arrow', from: 'n1', to: 'n2' };
const board = {
  ...emptyBoard('m', 'Model'),
  definitions: { add: command, added: event },
  notes: { n1: note('n1', 'add'), n2: note('n2', 'added'), n3: note('n3', 'added') },
  connections: { arrow: connection },
};

describe('what the inspector is about', () => {
  it('is the definition behind the selected note', () => {
    expect(selectedOf(board, { noteIds: ['n2'], connectionIds: [] })).toEqual({
      kind: 'definition',
      note: note('n2', 'added'),
      definition: event,
    });
  });

  it('is an arrow', () => {
    expect(selectedOf(board, { noteIds: [], connectionIds: ['arrow'] })).toEqual({ kind: 'connection', connection });
  });

  it('names each definition of several notes once', () => {
    expect(selectedOf(board, { noteIds: ['n1', 'n2', 'n3'], connectionIds: [] })).toEqual({
      kind: 'several',
      notes: 3,
      arrows: 0,
      definitions: [command, event],
    });
  });

  it('is nothing where nothing is selected, or what was is gone', () => {
    expect(selectedOf(board, { noteIds: [], connectionIds: [] })).toEqual({ kind: 'nothing' });
    expect(selectedOf(board, { noteIds: ['gone'], connectionIds: [] })).toEqual({ kind: 'nothing' });
  });
});
