import { describe, expect, it } from 'vitest';
import { pathOf } from '#model';
import { runOf } from '../../../src/ui/canvas/runPath.ts';
import { recordedCommand, recordedEvent } from '../../support/recorded.ts';
import { aBoard, aCartBoard } from './aBoard.ts';

const opened = recordedEvent('CartOpened', 1);
const readModelIds = ['def:CartDetails'];

describe('the way of a run', () => {
  it('leads from the command over the decider to the event and the read models that changed', () => {
    const path = pathOf(aCartBoard(), { events: [opened], command: recordedCommand('OpenCart', 1), readModelIds });
    expect([...path.notes]).toEqual([
      ['OpenCart', 0],
      ['Cart', 1],
      ['CartOpened', 2],
      ['CartDetails', 3],
    ]);
    expect([...path.connections]).toEqual([
      ['OpenCart>Cart', 0],
      ['Cart>CartOpened', 1],
      ['CartOpened>CartDetails', 2],
    ]);
  });

  it('starts at the policy where a policy sent the command', () => {
    const board = aBoard({ Whenever: { kind: 'policy' }, OpenCart: { kind: 'command', x: 300 } }, [
      ['Whenever', 'OpenCart'],
    ]);
    const origin = { kind: 'policy' as const, policyId: 'def:Whenever', eventId: 'e' };
    const path = pathOf(board, {
      events: [opened],
      command: { ...recordedCommand('OpenCart', 1), origin },
      readModelIds: [],
    });
    expect([...path.notes]).toEqual([
      ['Whenever', 0],
      ['OpenCart', 1],
    ]);
  });

  it('leads from a translation at once to what it publishes', () => {
    const board = aBoard({ Publish: { kind: 'policy' }, CartOpened: { kind: 'event', x: 300 } }, [
      ['Publish', 'CartOpened'],
    ]);
    const published = { ...opened, metadata: { ...opened.metadata, publishedBy: 'def:Publish' } };
    const path = pathOf(board, { events: [published], command: undefined, readModelIds: [] });
    expect([...path.notes]).toEqual([
      ['Publish', 0],
      ['CartOpened', 1],
    ]);
    expect([...path.connections]).toEqual([['Publish>CartOpened', 0]]);
  });

  it('goes through every appearance of the event, also under a former name', () => {
    const board = aCartBoard();
    const renamed = {
      ...board,
      definitions: {
        ...board.definitions,
        'def:CartOpened': { ...board.definitions['def:CartOpened'], name: 'CartStarted', formerNames: ['CartOpened'] },
      },
      notes: { ...board.notes, again: { id: 'again', definitionId: 'def:CartOpened', x: 0, y: 400 } },
    } as typeof board;
    const { notes } = pathOf(renamed, { events: [opened], command: undefined, readModelIds: [] });
    expect([...notes.keys()]).toEqual(['Cart', 'CartOpened', 'again']);
  });

  it('is empty where nothing happened', () => {
    const path = pathOf(aCartBoard(), { events: [], command: recordedCommand('OpenCart', 1), readModelIds });
    expect(path).toEqual({ notes: new Map(), connections: new Map() });
  });
});

describe('the read models of a run', () => {
  const modules = {
    'def:CartDetails': {
      kind: 'ready' as const,
      module: { id: 'def:CartDetails', kind: 'read-model' as const, name: 'CartDetails', files: [] },
      facts: { canHandle: ['CartOpened'], exports: [] },
    },
  };

  it('are those that changed, where the moment of the event is known', () => {
    const moment = {
      position: 1,
      states: [],
      readModels: [{ moduleId: 'other', documents: [], changed: [{ documentId: '1', before: null }] }],
    };
    expect(runOf({ commands: [], modules, moment }, [opened]).readModelIds).toEqual(['other']);
  });

  it('are those that hear the event, until the moment is known', () => {
    expect(runOf({ commands: [], modules, moment: null }, [opened]).readModelIds).toEqual(['def:CartDetails']);
  });
});
