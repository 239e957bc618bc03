import { beforeEach, describe, expect, it } from 'vitest';
import { type Board, type BoardEvent, evolveBoard, kindInfo, noteKinds } from '#model';
import { appStore } from '#state';
import { portion } from '../../../src/ui/canvas/inPortions.ts';
import { fitAll } from '../../../src/ui/canvas/view.ts';
import { Wall } from '../../../src/ui/canvas/Wall.tsx';
import { focusNote, walk, walkAlong } from '../../../src/ui/canvas/walking.ts';
import { wallStore } from '../../../src/ui/canvas/wallStore.ts';
import { recordedEvent } from '../../support/recorded.ts';
import { render } from '../support/render.tsx';
import { aBoard, aCartBoard } from './aBoard.ts';

const initial = appStore.getState();
beforeEach(() => appStore.setState({ ...initial, phase: 'ready', modelId: 'model' }, true));

const noteElement = (noteId: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${noteId}"]`);
  if (!element) throw new Error(`There is no note ${noteId} on the wall.`);
  return element;
};

/** Shows the board; resolves when the wall has been drawn and fitted to it. */
const show = async (board: Board): Promise<void> => {
  appStore.setState({ board });
  render(<Wall />, 'width: 1200px; height: 700px');
  await expect
    .poll(() => wallStore.getState().flow !== null && document.querySelectorAll('.react-flow__node').length)
    .toBe(Object.keys(board.notes).length);
};

const happen = (event: BoardEvent): void => appStore.setState(({ board }) => ({ board: evolveBoard(board, event) }));

describe('the wall', () => {
  it('draws every kind with its word and its name, and no name runs over its note', async () => {
    const long = 'InternationalisationOfTheProductCatalogueWasRequestedAgain';
    await show(
      aBoard(Object.fromEntries(noteKinds.map((kind, index) => [`${long}${index}`, { kind, x: index * 260 }]))),
    );

    for (const [index, kind] of noteKinds.entries()) {
      const note = noteElement(`${long}${index}`);
      expect(note.getAttribute('aria-label')).toBe(`${kindInfo[kind].word} ${long}${index}.`);
      const frame = note.getBoundingClientRect();
      const name = note.querySelector(`[title="${long}${index}"]`)?.getBoundingClientRect();
      expect(name && name.left >= frame.left && name.right <= frame.right && name.bottom <= frame.bottom).toBe(true);
    }
  });

  it('comes by portions where it is large, and as a whole in the end', async () => {
    const names = Array.from({ length: 3 * portion }, (_, index) => `Note${index}`);
    const board = aBoard(
      Object.fromEntries(names.map((name, index) => [name, { kind: 'event', x: (index % 40) * 140, y: index * 4 }])),
      names.slice(1).map((name, index) => [names[index] ?? '', name]),
    );
    const grown: number[] = [];
    const observer = new MutationObserver(() => grown.push(document.querySelectorAll('.react-flow__node').length));
    observer.observe(document.body, { subtree: true, childList: true });

    await show(board);
    await expect.poll(() => document.querySelectorAll('.react-flow__edge').length).toBe(names.length - 1);
    observer.disconnect();

    const steps = grown.map((count, index) => count - (grown[index - 1] ?? 0));
    expect(Math.max(...steps)).toBeLessThanOrEqual(portion);
  });

  it('is fitted as a whole while it still comes by portions', async () => {
    const names = Array.from({ length: 3 * portion }, (_, index) => `Note${index}`);
    const board = aBoard(
      Object.fromEntries(names.map((name, index) => [name, { kind: 'event', x: (index % 40) * 140, y: index * 4 }])),
    );
    await show(aCartBoard());
    // So far away that all of it is seen, and it comes by portions.
    void wallStore.getState().flow?.setViewport({ x: 0, y: 0, zoom: 0.1 });
    appStore.setState({ board });

    fitAll();

    await expect.poll(() => document.querySelectorAll('.react-flow__node').length).toBe(names.length);
    const wall = document.querySelector('[data-wall]')?.getBoundingClientRect();
    const isInside = ({ left, top, right, bottom }: DOMRect) =>
      wall && left >= wall.left && top >= wall.top && right <= wall.right && bottom <= wall.bottom;
    const ends = () => ['Note0', 'Note39', names.at(-1) ?? ''].map((id) => noteElement(id).getBoundingClientRect());
    await expect.poll(() => ends().every(isInside)).toBe(true);
  });

  it('touches nothing but the note that changed', async () => {
    await show(aCartBoard());
    const touched = new Set<string>();
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const noteId = element?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
        if (noteId) touched.add(noteId);
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });

    happen({
      type: 'DefinitionRenamed',
      data: { definitionId: 'def:CartCanceled', from: 'CartCanceled', to: 'CartDropped' },
    });

    await expect.poll(() => noteElement('CartCanceled').textContent).toContain('CartDropped');
    observer.disconnect();
    // The decider that leads to it says so to screen readers.
    expect([...touched].sort()).toEqual(['Cart', 'CartCanceled']);
  });

  it('counts stored events at the cursor and lights the way to the event there', async () => {
    await show(aCartBoard());
    appStore.setState({ events: [recordedEvent('CartOpened', 1), recordedEvent('CartCanceled', 2)], cursor: 1 });

    await expect.poll(() => noteElement('CartOpened').textContent).toContain('1 stored');
    expect(noteElement('CartCanceled').textContent).not.toContain('stored');
    const lit = [...document.querySelectorAll('[data-turn]')].map(
      (element) => element.closest<HTMLElement>('.react-flow__node')?.dataset.id,
    );
    expect(lit).toEqual(['Cart', 'CartOpened']);
  });

  it('draws names and arrows alone while it is seen from far away', async () => {
    await show(aCartBoard());
    const drawn = () => ({
      names: document.querySelectorAll('.react-flow__node [title]').length,
      kinds: [...document.querySelectorAll('.react-flow__node')].filter(({ textContent }) =>
        textContent?.includes('Domain event'),
      ).length,
      arrows: document.querySelectorAll('.react-flow__edge').length,
    });
    const near = drawn();
    expect(near).toEqual({ names: 5, kinds: 2, arrows: 4 });

    void wallStore.getState().flow?.zoomTo(0.2);
    await expect.poll(drawn).toEqual({ names: 5, kinds: 0, arrows: 4 });
    void wallStore.getState().flow?.zoomTo(1);
    await expect.poll(drawn).toEqual(near);
  });

  it('is walked from note to note, and along arrows', async () => {
    await show(aCartBoard());
    const focused = () => document.activeElement?.getAttribute('data-id');

    focusNote('OpenCart');
    expect(focused()).toBe('OpenCart');
    walk('right');
    expect(focused()).toBe('Cart');
    walkAlong('right');
    expect(focused()).toBe('CartOpened');
    walkAlong('left');
    expect(focused()).toBe('Cart');
  });

  it('keeps what is typed as a name, and refuses an empty one', async () => {
    await show(aCartBoard());
    appStore.setState({ renaming: 'CartOpened' });
    await expect.poll(() => document.activeElement instanceof HTMLInputElement).toBe(true);
    const field = document.activeElement as HTMLInputElement;
    expect(field.getAttribute('aria-label')).toBe('Name of the domain event');
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe('CartOpened');

    const { userEvent } = await import('vitest/browser');
    await userEvent.keyboard('{Backspace}{Enter}');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(appStore.getState().renaming).toBe('CartOpened');

    await userEvent.keyboard('{Escape}');
    await expect.poll(() => appStore.getState().renaming).toBe(null);
    expect(document.activeElement?.getAttribute('data-id')).toBe('CartOpened');
  });
});
