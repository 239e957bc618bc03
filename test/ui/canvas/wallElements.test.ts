import { describe, expect, it } from 'vitest';
import { evolveBoard } from '#model';
import { createEdgesOf, createNodesOf, type WallSources } from '../../../src/ui/canvas/wallElements.ts';
import { aBoard, aCartBoard } from './aBoard.ts';

const sourcesOf = (board: WallSources['board']): WallSources => ({
  board,
  selection: { noteIds: [], connectionIds: [] },
  drafts: {},
  focusedNoteId: null,
});

const byId = <Element extends { id: string }>(elements: Element[]) =>
  new Map(elements.map((element) => [element.id, element]));

describe('notes on the wall', () => {
  it('are the same objects as before, but for the one that changed', () => {
    const nodesOf = createNodesOf();
    const board = aCartBoard();
    const before = byId(nodesOf(sourcesOf(board)));

    const moved = evolveBoard(board, {
      type: 'NotesMoved',
      data: { moves: [{ noteId: 'CartOpened', from: { x: 460, y: 0 }, to: { x: 480, y: 8 } }] },
    });
    const after = byId(nodesOf(sourcesOf(moved)));

    const changed = [...after.keys()].filter((id) => after.get(id) !== before.get(id));
    expect(changed).toEqual(['CartOpened']);
    expect(after.get('CartOpened')?.position).toEqual({ x: 480, y: 8 });
  });

  it('are the same list as before where none has changed, and so are the arrows', () => {
    const [nodesOf, edgesOf] = [createNodesOf(), createEdgesOf()];
    const sources = sourcesOf(aCartBoard());
    const drafts = { CartDetails: { at: { x: 662, y: 3 } } };
    expect(nodesOf({ ...sources })).toBe(nodesOf({ ...sources }));
    expect(edgesOf({ ...sources })).toBe(edgesOf({ ...sources, drafts }));
    expect(nodesOf({ ...sources })).not.toBe(nodesOf({ ...sources, drafts }));
  });

  it('show the gesture under way in place of what the board says', () => {
    const drafts = { Cart: { at: { x: 5, y: 6 } } };
    const nodes = byId(createNodesOf()({ ...sourcesOf(aCartBoard()), drafts }));
    expect(nodes.get('Cart')?.position).toEqual({ x: 5, y: 6 });
  });

  it('say what they are, what they are called, and what they are connected with', () => {
    const nodes = byId(createNodesOf()(sourcesOf(aCartBoard())));
    expect(nodes.get('Cart')?.ariaLabel).toBe('Decider Cart. From OpenCart. To CartOpened, CartCanceled.');
  });

  it('have one tab stop: the note that had the focus last, else the first', () => {
    const tabStops = (focusedNoteId: string | null) =>
      createNodesOf()({ ...sourcesOf(aCartBoard()), focusedNoteId })
        .filter(({ domAttributes }) => domAttributes?.tabIndex === 0)
        .map(({ id }) => id);
    expect(tabStops(null)).toEqual(['OpenCart']);
    expect(tabStops('CartOpened')).toEqual(['CartOpened']);
    expect(tabStops('gone')).toEqual(['OpenCart']);
  });

  it('lie above frames, the selected one on top', () => {
    const board = aBoard({ Context: { kind: 'frame' }, A: { kind: 'event' }, B: { kind: 'event' } });
    const selection = { noteIds: ['B', 'Context'], connectionIds: [] };
    const nodes = createNodesOf()({ ...sourcesOf(board), selection });
    expect(nodes.map(({ id, zIndex }) => [id, zIndex])).toEqual([
      ['Context', -1],
      ['A', 1],
      ['B', 2],
    ]);
  });
});

describe('arrows on the wall', () => {
  it('stay the same objects while a note moves and its sides do not change', () => {
    const edgesOf = createEdgesOf();
    const sources = sourcesOf(aCartBoard());
    const before = edgesOf(sources);
    const after = edgesOf({ ...sources, drafts: { CartOpened: { at: { x: 480, y: 40 } } } });
    expect(after.every((edge, index) => edge === before[index])).toBe(true);
  });

  it('change sides when a note is dragged to the other side', () => {
    const sources = sourcesOf(aCartBoard());
    const edges = byId(createEdgesOf()({ ...sources, drafts: { OpenCart: { at: { x: 900, y: 0 } } } }));
    expect(edges.get('OpenCart>Cart')).toMatchObject({ sourceHandle: 'left', targetHandle: 'right' });
  });

  it('are left out where a note is missing', () => {
    const board = { ...aCartBoard(), connections: { x: { id: 'x', from: 'Cart', to: 'nowhere' } } };
    expect(createEdgesOf()(sourcesOf(board))).toEqual([]);
  });
});
